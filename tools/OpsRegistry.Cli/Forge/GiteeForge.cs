using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsRegistry.Cli.Forge;

/// <summary>
/// Gitee through its interface v5. It has no drafts: a release stays a pre-release until all its files are there. It has no statuses of commits either: a check with the
/// status's name stands in, of which the last one holds.
/// </summary>
internal sealed class GiteeForge(ForgeSettings settings, RetryPolicy policy) : RestForge(settings, policy, ("Authorization", "token " + settings.Token))
{
    private const string Mail = "opsreg@users.noreply.gitee.invalid";

    private string Home => $"repos/{RestClient.Part(Settings.Owner)}/{RestClient.Part(Settings.Name)}";

    protected override async Task<IEnumerable<ForgeComment>> Comments(Discussion place) =>
        (await Client.GetAll<RestComment>($"{Home}/{Place(place)}/{place.Number}/comments?per_page=100")).Select(Translate);

    protected override async Task<ForgeComment> AddComment(Discussion place, string body) =>
        Translate(await Client.Write<RestComment>(HttpMethod.Post, $"{Home}/{Place(place)}/{place.Number}/comments", new() { ["body"] = body }));

    protected override Task ChangeComment(Discussion place, long id, string body) =>
        Client.Write<RestComment>(HttpMethod.Patch, $"{Home}/{Place(place)}/comments/{id}", new() { ["body"] = body });

    protected override Task RemoveComment(Discussion place, long id) => Client.Delete($"{Home}/{Place(place)}/comments/{id}");

    protected override Task SetStatus(CommitStatus status)
    {
        var body = new JsonObject
        {
            ["name"] = status.Context,
            ["head_sha"] = status.Sha,
            ["status"] = status.State == StatusState.Pending ? "in_progress" : "completed",
            ["output"] = new JsonObject { ["title"] = status.Context, ["summary"] = status.Description },
        };
        if (status.State != StatusState.Pending)
        {
            body["conclusion"] = status.State == StatusState.Success ? "success" : "failure";
        }

        if (status.TargetUrl is { } page)
        {
            body["details_url"] = page;
        }

        return Client.Write(HttpMethod.Post, $"{Home}/check-runs", RestClient.Json(body));
    }

    protected override async Task<PullRequest> Request(int number) => Translate(await Client.Get<RestPull>($"{Home}/pulls/{number}"));

    protected override async Task<PullRequest?> OpenRequest(NewPullRequest request) =>
        (await Client.GetAll<RestPull>($"{Home}/pulls?state=open&per_page=100")).Where(pull => pull.Head.Ref == request.Head && pull.Base.Ref == request.Base).Select(Translate).FirstOrDefault();

    protected override async Task<PullRequest> Open(NewPullRequest request) =>
        Translate(await Client.Write<RestPull>(HttpMethod.Post, $"{Home}/pulls", new() { ["title"] = request.Title, ["head"] = request.Head, ["base"] = request.Base, ["body"] = request.Body }));

    protected override async Task<string?> BranchEnd(string branch) => (await Client.Find<RestBranch>($"{Home}/branches/{RestClient.Part(branch)}"))?.Commit.Name;

    protected override async Task<byte[]?> FileOf(string branch, string path)
    {
        // Where there is no such file Gitee answers with an empty list.
        var found = await Client.Find<JsonElement>($"{Home}/contents/{RestClient.Path(path)}?ref={RestClient.Part(branch)}");
        return found.ValueKind == JsonValueKind.Object && found.TryGetProperty("content", out var content) ? Convert.FromBase64String(content.GetString() ?? "") : null;
    }

    protected override async Task<string> MakeCommit(NewCommit commit, IReadOnlySet<string> there) => (await Client.Write<RestCommit>(HttpMethod.Post, $"{Home}/commits", new()
    {
        ["branch"] = commit.Branch,
        ["start_branch"] = commit.Base,
        ["message"] = commit.Message,
        ["author"] = new JsonObject { ["name"] = "ops-registry", ["email"] = Mail },
        ["actions"] = new JsonArray(commit.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (JsonNode)new JsonObject
        {
            ["action"] = there.Contains(file.Key) ? "update" : "create",
            ["path"] = file.Key,
            ["encoding"] = "base64",
            ["content"] = Convert.ToBase64String(file.Value),
        }).ToArray()),
    })).Name;

    protected override async Task<Release> Publish(NewRelease release)
    {
        var found = await ReleaseOf(release.TagName);
        if (found is { Prerelease: false })
        {
            return new(found.TagName, Page(found), IsNew: false);
        }

        JsonObject Body(bool isBegun) => new() { ["tag_name"] = release.TagName, ["target_commitish"] = release.Sha, ["name"] = release.Name, ["body"] = release.Body, ["prerelease"] = isBegun };
        var begun = found ?? await CreateOnce(() => Client.Write<RestRelease>(HttpMethod.Post, $"{Home}/releases", Body(isBegun: true)), () => ReleaseOf(release.TagName));
        foreach (var (name, bytes) in release.Assets.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            await Upload(begun, name, bytes);
        }

        var body = Body(isBegun: false);
        body.Remove("target_commitish");
        await Repeat(() => Client.Write<RestRelease>(HttpMethod.Patch, $"{Home}/releases/{begun.Id}", body));
        return new(release.TagName, Page(begun), IsNew: true);
    }

    protected override async Task<IReadOnlyList<Issue>> Issues(string label) =>
        (await Client.GetAll<RestIssue>($"{Home}/issues?state=all&labels={RestClient.Part(label)}&sort=created&direction=desc&per_page=100")).Select(Translate).ToList();

    protected override async Task<Issue> Open(NewIssue issue, JsonNode labels) => Translate(await Client.Write<RestIssue>(
        HttpMethod.Post, $"repos/{RestClient.Part(Settings.Owner)}/issues", new() { ["repo"] = Settings.Name, ["title"] = issue.Title, ["body"] = issue.Body, ["labels"] = labels.DeepClone() }));

    protected override Task ChangeIssue(string number, IssueUpdate update) => Client.Write<RestIssue>(
        HttpMethod.Patch,
        $"repos/{RestClient.Part(Settings.Owner)}/issues/{RestClient.Part(number)}",
        new() { ["repo"] = Settings.Name, ["title"] = update.Title, ["body"] = update.Body, ["state"] = update.IsOpen ? "open" : "closed" });

    private static string Place(Discussion place) => place.IsRequest ? "pulls" : "issues";

    private static ForgeComment Translate(RestComment comment) => new(comment.Id, comment.User?.Name ?? "", comment.Body ?? "");

    private static PullRequest Translate(RestPull pull) => new(pull.Number, pull.Head.Sha ?? "", pull.Base.Sha ?? "", pull.User?.Name ?? "", pull.State == "open", pull.HtmlUrl ?? "");

    private static Issue Translate(RestIssue issue) => new(issue.Number.ToString(), issue.User?.Name ?? "", issue.Body ?? "", issue.HtmlUrl ?? "", issue.State is "open" or "progressing");

    /// <summary>The page of a release, whose address Gitee's answer does not have.</summary>
    private string Page(RestRelease release) => release.HtmlUrl ?? $"{Settings.Server}/{Settings.Repository}/releases/tag/{RestClient.Part(release.TagName)}";

    private async Task<RestRelease?> ReleaseOf(string tag) =>
        (await Client.GetAll<RestRelease>($"{Home}/releases?direction=desc&per_page=100")).FirstOrDefault(release => release.TagName == tag);

    private async Task Upload(RestRelease release, string name, byte[] bytes)
    {
        if (await Uploaded(release, name, bytes) is not null)
        {
            return;
        }

        await CreateOnce(
            async () =>
            {
                using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
                await Client.Write(HttpMethod.Post, $"{Home}/releases/{release.Id}/attach_files", form);
                return release;
            },
            async () => await Uploaded(release, name, bytes) is null ? null : release);
    }

    /// <summary>The file where it has arrived whole; what has arrived in part is removed.</summary>
    private async Task<RestAsset?> Uploaded(RestRelease release, string name, byte[] bytes)
    {
        var asset = (await Client.GetAll<RestAsset>($"{Home}/releases/{release.Id}/attach_files?per_page=100")).FirstOrDefault(asset => asset.Name == name);
        if (asset is null || asset.Size == bytes.Length)
        {
            return asset;
        }

        await Client.Delete($"{Home}/releases/{release.Id}/attach_files/{asset.Id}");
        return null;
    }
}
