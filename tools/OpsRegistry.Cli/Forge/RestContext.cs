using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsRegistry.Cli.Forge;

/// <summary>The answers of forges, of which nothing is read but this.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(RestUser))]
[JsonSerializable(typeof(List<RestComment>))]
[JsonSerializable(typeof(RestBranch))]
[JsonSerializable(typeof(RestFile))]
[JsonSerializable(typeof(List<RestPull>))]
[JsonSerializable(typeof(List<RestIssue>))]
[JsonSerializable(typeof(List<RestLabel>))]
[JsonSerializable(typeof(List<RestRelease>))]
[JsonSerializable(typeof(List<RestAsset>))]
[JsonSerializable(typeof(RestCommit))]
[JsonSerializable(typeof(RestCommitted))]
[JsonSerializable(typeof(List<GitLabMergeRequest>))]
[JsonSerializable(typeof(List<GitLabNote>))]
[JsonSerializable(typeof(List<GitLabIssue>))]
[JsonSerializable(typeof(GitLabRelease))]
internal sealed partial class RestContext : JsonSerializerContext;

/// <summary>An account; GitLab calls its name otherwise.</summary>
internal sealed record RestUser(string? Login, string? Username)
{
    /// <summary>The name by which it is known.</summary>
    public string Name => Login ?? Username ?? "";
}

/// <summary>A comment.</summary>
internal sealed record RestComment(long Id, RestUser? User, string? Body);

/// <summary>A commit; Gitee calls its id otherwise.</summary>
internal sealed record RestCommit(string? Id, string? Sha)
{
    /// <summary>The commit's id.</summary>
    public string Name => Id ?? Sha ?? "";
}

/// <summary>A commit inside another answer.</summary>
internal sealed record RestCommitted(RestCommit Commit);

/// <summary>A branch.</summary>
internal sealed record RestBranch(RestCommit Commit);

/// <summary>A file of a branch, its bytes in base 64.</summary>
internal sealed record RestFile(string? Content, string? Sha);

/// <summary>One end of a request.</summary>
internal sealed record RestEnd(string? Ref, string? Sha);

/// <summary>A request.</summary>
internal sealed record RestPull(int Number, RestEnd Head, RestEnd Base, RestUser? User, string State, string? HtmlUrl);

/// <summary>A label.</summary>
internal sealed record RestLabel(long Id, string Name);

/// <summary>An issue, whose number is a number on one forge and a text on another.</summary>
internal sealed record RestIssue(JsonElement Number, RestUser? User, string? Title, string? Body, string? HtmlUrl, string State, IReadOnlyList<RestLabel>? Labels);

/// <summary>A file of a release.</summary>
internal sealed record RestAsset(long Id, string Name, long Size);

/// <summary>A release.</summary>
internal sealed record RestRelease(long Id, string TagName, string? HtmlUrl, bool Draft, bool Prerelease);

/// <summary>A merge request of GitLab.</summary>
internal sealed record GitLabMergeRequest(int Iid, string? Sha, GitLabEnds? DiffRefs, RestUser? Author, string State, string? WebUrl);

/// <summary>Where the difference that GitLab shows begins and ends.</summary>
internal sealed record GitLabEnds(string? BaseSha, string? HeadSha);

/// <summary>A note of GitLab; those of the system say what happened.</summary>
internal sealed record GitLabNote(long Id, RestUser? Author, string? Body, bool System);

/// <summary>An issue of GitLab.</summary>
internal sealed record GitLabIssue(int Iid, RestUser? Author, string? Title, string? Description, string? WebUrl, string State);

/// <summary>A release of GitLab.</summary>
internal sealed record GitLabRelease(string TagName, [property: JsonPropertyName("_links")] GitLabLinks? Links);

/// <summary>Where a release's page is.</summary>
internal sealed record GitLabLinks(string? Self);
