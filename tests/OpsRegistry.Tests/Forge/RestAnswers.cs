using System.Globalization;
using System.Text.Json.Nodes;
using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Tests.Forge;

/// <summary>What Gitea, Gitee or GitLab says of a thing that it holds.</summary>
/// <param name="labels">The ids of labels by name.</param>
internal sealed class RestAnswers(ForgeKind kind, IReadOnlyDictionary<string, long> labels)
{
    public JsonObject Show(StoredComment comment) => kind == ForgeKind.GitLab
        ? new() { ["id"] = comment.Id, ["author"] = User(comment.Author), ["body"] = comment.Body, ["system"] = false }
        : new() { ["id"] = comment.Id, ["user"] = User(comment.Author), ["body"] = comment.Body };

    public JsonObject Show(StoredRequest request) => kind == ForgeKind.GitLab
        ? new()
        {
            ["iid"] = request.Number,
            ["sha"] = request.HeadSha,
            ["diff_refs"] = new JsonObject { ["base_sha"] = request.BaseSha, ["head_sha"] = request.HeadSha },
            ["author"] = User(request.Author),
            ["state"] = request.IsOpen ? "opened" : "merged",
            ["web_url"] = $"https://gitlab.example.gov/{RestRepository.FullName}/-/merge_requests/{request.Number}",
            ["source_branch"] = request.HeadRef,
            ["target_branch"] = "main",
            ["title"] = request.Title,
        }
        : new()
        {
            ["number"] = request.Number,
            ["head"] = new JsonObject { ["ref"] = request.HeadRef, ["sha"] = request.HeadSha },
            ["base"] = new JsonObject { ["ref"] = "main", ["sha"] = request.BaseSha },
            ["user"] = User(request.Author),
            ["state"] = request.IsOpen ? "open" : "closed",
            ["html_url"] = $"https://git.example.gov/{RestRepository.FullName}/pulls/{request.Number}",
            ["title"] = request.Title,
        };

    public JsonObject Show(StoredIssue issue) => kind == ForgeKind.GitLab
        ? new() { ["iid"] = int.Parse(issue.Number, CultureInfo.InvariantCulture), ["title"] = issue.Title, ["description"] = issue.Body, ["author"] = User(RestRepository.Bot), ["state"] = issue.IsOpen ? "opened" : "closed", ["web_url"] = "https://gitlab.example.gov/issue", ["labels"] = new JsonArray(issue.Labels.Select(label => (JsonNode)label).ToArray()) }
        : new()
        {
            ["number"] = kind == ForgeKind.Gitee ? issue.Number : int.Parse(issue.Number, CultureInfo.InvariantCulture),
            ["title"] = issue.Title,
            ["body"] = issue.Body,
            ["user"] = User(RestRepository.Bot),
            ["state"] = issue.IsOpen ? "open" : "closed",
            ["html_url"] = "https://git.example.gov/issue",
            ["labels"] = new JsonArray(issue.Labels.Select(label => (JsonNode)Show(label)).ToArray()),
        };

    public JsonObject Show(StoredRelease release) => kind switch
    {
        ForgeKind.Gitea => new() { ["id"] = release.Id, ["tag_name"] = release.Tag, ["draft"] = release.IsBegun, ["prerelease"] = false, ["html_url"] = $"https://git.example.gov/{RestRepository.FullName}/releases/tag/{release.Tag}" },
        ForgeKind.Gitee => new() { ["id"] = release.Id, ["tag_name"] = release.Tag, ["prerelease"] = release.IsBegun },
        _ => new() { ["tag_name"] = release.Tag, ["_links"] = new JsonObject { ["self"] = $"https://gitlab.example.gov/{RestRepository.FullName}/-/releases/{Uri.EscapeDataString(release.Tag)}" } },
    };

    public static JsonObject Show(StoredRelease release, string file) => new() { ["id"] = IdOf(release, file), ["name"] = file, ["size"] = release.Files[file].Length };

    public JsonObject Show(string label) => new() { ["id"] = labels.GetValueOrDefault(label, 1), ["name"] = label, ["color"] = "0052cc" };

    public JsonObject User(string name) => kind == ForgeKind.GitLab ? new() { ["id"] = 1, ["username"] = name } : new() { ["id"] = 1, ["login"] = name };

    public static long IdOf(StoredRelease release, string file) => (release.Id * 100) + release.Files.Keys.ToList().IndexOf(file);
}
