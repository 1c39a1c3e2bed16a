using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsRegistry.Releasing;

/// <summary>What a release was made from, as an in-toto statement with a SLSA 1.0 predicate: the same release from the same commit gives the same bytes, so whoever builds it again can compare.</summary>
internal static class Provenance
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The statement.</summary>
    /// <param name="commit">The commit that the sources stand at; null where they differ from every commit, and then none is named.</param>
    /// <param name="packages">The packages that are part of the program, with the digests that the lock files hold them to.</param>
    /// <param name="made">The files of the release with their digests.</param>
    public static string Write(string version, string? commit, IReadOnlyList<LinkedPackage> packages, IReadOnlyList<(string Name, string Sha256)> made) => new JsonObject
    {
        ["_type"] = "https://in-toto.io/Statement/v1",
        ["subject"] = new JsonArray(made.Select(file => (JsonNode)new JsonObject { ["name"] = file.Name, ["digest"] = new JsonObject { ["sha256"] = file.Sha256 } }).ToArray()),
        ["predicateType"] = "https://slsa.dev/provenance/v1",
        ["predicate"] = new JsonObject
        {
            ["buildDefinition"] = new JsonObject
            {
                ["buildType"] = "tools/release",
                ["externalParameters"] = new JsonObject { ["version"] = version },
                ["resolvedDependencies"] = new JsonArray(Sources(commit).Concat(packages.Select(package => (JsonNode)new JsonObject
                {
                    ["uri"] = $"pkg:nuget/{package.Name}@{package.Version}",
                    ["digest"] = new JsonObject { ["sha512"] = Convert.ToHexStringLower(Convert.FromBase64String(package.Sha512)) },
                })).ToArray()),
            },
            ["runDetails"] = new JsonObject { ["builder"] = new JsonObject { ["id"] = "tools/release", ["version"] = new JsonObject { ["dotnet"] = Environment.Version.ToString() } } },
        },
    }.ToJsonString(Indented) + "\n";

    private static IEnumerable<JsonNode> Sources(string? commit) =>
        commit is null ? [] : [new JsonObject { ["uri"] = "git:ops-registry", ["digest"] = new JsonObject { ["gitCommit"] = commit } }];
}
