using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsRegistry.Releasing;

/// <summary>What goes with a release: of what the program is made, and what its makers ask to be said. The same packages give the same bytes.</summary>
internal static class Inventory
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bill of materials in CycloneDX 1.5.</summary>
    public static string WriteBill(IReadOnlyList<LinkedPackage> packages, string version) => new JsonObject
    {
        ["bomFormat"] = "CycloneDX",
        ["specVersion"] = "1.5",
        ["version"] = 1,
        ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = "opsreg", ["name"] = "opsreg", ["version"] = version, ["licenses"] = Licences("MIT") } },
        ["components"] = new JsonArray(packages.Select(package =>
        {
            var address = $"pkg:nuget/{package.Name}@{package.Version}";
            var component = new JsonObject
            {
                ["type"] = "library",
                ["bom-ref"] = address,
                ["name"] = package.Name,
                ["version"] = package.Version,
                ["purl"] = address,
                ["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(package.Sha512)) }),
            };
            if (package.Licence.Length > 0)
            {
                component["licenses"] = Licences(package.Licence);
            }

            return (JsonNode)component;
        }).ToArray()),
    }.ToJsonString(Indented) + "\n";

    /// <summary>The notices of others whose work is part of the program.</summary>
    public static string WriteNotices(IReadOnlyList<LinkedPackage> packages)
    {
        var notices = new StringBuilder("opsreg contains the following packages, each under its own licence. / opsreg 包含下列软件包，各按其自己的许可。\n");
        foreach (var package in packages)
        {
            notices.Append(CultureInfo.InvariantCulture, $"\n{new string('-', 80)}\n{package.Name} {package.Version}\n{package.Authors}\n{(package.Licence.Length > 0 ? package.Licence : "licence:")}\n");
            if (package.LicenceText is { } text)
            {
                notices.Append('\n').Append(text.Trim()).Append('\n');
            }
        }

        return notices.ToString();
    }

    private static JsonArray Licences(string licence) => Uri.TryCreate(licence, UriKind.Absolute, out _)
        ? new(new JsonObject { ["license"] = new JsonObject { ["name"] = licence, ["url"] = licence } })
        : new(new JsonObject { ["expression"] = licence });
}
