using System.Text.Json.Nodes;

namespace OpsRegistry.Cli.Forge;

/// <summary>Gitea, and Forgejo, through the interface that both describe at <c>/api/swagger</c>.</summary>
internal sealed class GiteaForge(ForgeSettings settings, RetryPolicy policy) : RestForge(settings, policy, ("Authorization", "token " + settings.Token))
{
    private const string Mail = "opsreg@users.noreply.gitea.invalid", Colour = "#0052cc";

    private string Home => $"repos/{RestClient.Part(Settings.Owner)}/{RestClient.Part(Settings.Name)}";

    protected override async Task<IEnumerable<ForgeComment>> Comments(Discussion place) =>
        (await Client.Get<List<RestComment>>($"{Home}/issues/{place.Number}/comments")).Select(Translate);

    protected override async Task<ForgeComment> AddComment(Discussion place, string body) =>
        Translate(await Client.Write<RestComment>(HttpMethod.Post, $"{Home}/issues/{place.Number}/comments", new() { ["body"] = body }));

    protected override Task ChangeComment(Discussion place, long id, string body) =>
        Client.Write<RestComment>(HttpMethod.Patch, $"{Home}/issues/comments/{id}", new() { ["body"] = body });

    protected override Task RemoveComment(Discussion place, long id) => Client.Delete($"{Home}/issues/comments/{id}");

    protected override Task SetStatus(CommitStatus status) => Client.Write(HttpMethod.Post, $"{Home}/statuses/{status.Sha}", RestClient.Json(new()
    {
        ["context"] = status.Context,
        ["state"] = status.State switch
        {
            StatusState.Pending => "pending",
            StatusState.Success => "success",
            StatusState.Failure => "failure",
            StatusState.Error => "error",
        },
        ["description"] = status.Description,
        ["target_url"] = status.TargetUrl ?? "",
    }));

    protected override async Task<PullRequest> Request(int number) => Translate(await Client.Get<RestPull>($"{Home}/pulls/{number}"));

    protected override async Task<PullRequest?> OpenRequest(NewPullRequest request) =>
        (await Client.GetAll<RestPull>($"{Home}/pulls?state=open&limit=50")).Where(pull => pull.Head.Ref == request.Head && pull.Base.Ref == request.Base).Select(Translate).FirstOrDefault();

    protected override async Task<PullRequest> Open(NewPullRequest request) =>
        Translate(await Client.Write<RestPull>(HttpMethod.Post, $"{Home}/pulls", new() { ["base"] = request.Base, ["head"] = request.Head, ["title"] = request.Title, ["body"] = request.Body }));

    protected override async Task<string?> BranchEnd(string branch) => (await Client.Find<RestBranch>($"{Home}/branches/{RestClient.Path(branch)}"))?.Commit.Name;

    protected override async Task<byte[]?> FileOf(string branch, string path) => (await Found(branch, path))?.Content is { } content ? Convert.FromBase64String(content) : null;

    protected override async Task<string> MakeCommit(NewCommit commit, IReadOnlySet<string> there)
    {
        var files = new JsonArray();
        foreach (var (path, bytes) in commit.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var file = new JsonObject { ["operation"] = there.Contains(path) ? "update" : "create", ["path"] = path, ["content"] = Convert.ToBase64String(bytes) };
            if (there.Contains(path))
            {
                file["sha"] = (await Found(commit.Base, path))?.Sha;
            }

            files.Add(file);
        }

        var author = new JsonObject { ["name"] = "ops-registry", ["email"] = Mail };
        var time = commit.Date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var body = new JsonObject
        {
            ["branch"] = commit.Base,
            ["message"] = commit.Message,
            ["files"] = files,
            ["author"] = author,
            ["committer"] = author.DeepClone(),
            ["dates"] = new JsonObject { ["author"] = time, ["committer"] = time },
        };
        if (commit.Branch != commit.Base)
        {
            body["new_branch"] = commit.Branch;
        }

        return (await Client.Write<RestCommitted>(HttpMethod.Post, $"{Home}/contents", body)).Commit.Name;
    }

    /// <summary>Drafted, filled with files, then published at once.</summary>
    protected override async Task<Release> Publish(NewRelease release)
    {
        var found = await ReleaseOf(release.TagName);
        if (found is { Draft: false })
        {
            return new(found.TagName, found.HtmlUrl ?? "", IsNew: false);
        }

        JsonObject Body(bool draft) => new() { ["tag_name"] = release.TagName, ["target_commitish"] = release.Sha, ["name"] = release.Name, ["body"] = release.Body, ["draft"] = draft, ["prerelease"] = false };
        var draft = found ?? await CreateOnce(() => Client.Write<RestRelease>(HttpMethod.Post, $"{Home}/releases", Body(draft: true)), () => ReleaseOf(release.TagName));
        foreach (var (name, bytes) in release.Assets.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            await Upload(draft, name, bytes);
        }

        // The draft may be an earlier run's: what it says is written anew.
        await Repeat(() => Client.Write<RestRelease>(HttpMethod.Patch, $"{Home}/releases/{draft.Id}", Body(draft: false)));
        var published = await ReleaseOf(release.TagName);
        return new(release.TagName, published?.HtmlUrl ?? draft.HtmlUrl ?? "", IsNew: true);
    }

    protected override async Task<IReadOnlyList<Issue>> Issues(string label) =>
        (await Client.GetAll<RestIssue>($"{Home}/issues?state=all&type=issues&labels={RestClient.Part(label)}&limit=50"))
            .Where(issue => issue.Labels?.Any(one => one.Name == label) == true) // a label that there is not yet is no filter
            .OrderByDescending(issue => issue.Number.GetInt64()).Select(Translate).ToList();

    protected override async Task<JsonNode> Labelled(NewIssue issue)
    {
        var ids = new JsonArray();
        foreach (var name in issue.Labels)
        {
            async Task<RestLabel?> Find() => (await Client.GetAll<RestLabel>($"{Home}/labels?limit=50")).FirstOrDefault(label => label.Name == name);
            ids.Add((await Find() ?? await CreateOnce(() => Client.Write<RestLabel>(HttpMethod.Post, $"{Home}/labels", new() { ["name"] = name, ["color"] = Colour }), Find)).Id);
        }

        return ids;
    }

    protected override async Task<Issue> Open(NewIssue issue, JsonNode labels) =>
        Translate(await Client.Write<RestIssue>(HttpMethod.Post, $"{Home}/issues", new() { ["title"] = issue.Title, ["body"] = issue.Body, ["labels"] = labels.DeepClone() }));

    protected override Task ChangeIssue(string number, IssueUpdate update) =>
        Client.Write<RestIssue>(HttpMethod.Patch, $"{Home}/issues/{number}", new() { ["title"] = update.Title, ["body"] = update.Body, ["state"] = update.IsOpen ? "open" : "closed" });

    private static ForgeComment Translate(RestComment comment) => new(comment.Id, comment.User?.Name ?? "", comment.Body ?? "");

    private static PullRequest Translate(RestPull pull) => new(pull.Number, pull.Head.Sha ?? "", pull.Base.Sha ?? "", pull.User?.Name ?? "", pull.State == "open", pull.HtmlUrl ?? "");

    private static Issue Translate(RestIssue issue) => new(issue.Number.ToString(), issue.User?.Name ?? "", issue.Body ?? "", issue.HtmlUrl ?? "", issue.State == "open");

    private Task<RestFile?> Found(string branch, string path) => Client.Find<RestFile>($"{Home}/contents/{RestClient.Path(path)}?ref={RestClient.Part(branch)}");

    /// <summary>The release of a tag, drafts too; a published one first.</summary>
    private async Task<RestRelease?> ReleaseOf(string tag) =>
        (await Client.GetAll<RestRelease>($"{Home}/releases?limit=50")).Where(release => release.TagName == tag).OrderBy(release => release.Draft).ThenBy(release => release.Id).FirstOrDefault();

    private async Task Upload(RestRelease draft, string name, byte[] bytes)
    {
        if (await Uploaded(draft, name, bytes) is not null)
        {
            return;
        }

        await CreateOnce(
            async () =>
            {
                using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "attachment", name } };
                await Client.Write(HttpMethod.Post, $"{Home}/releases/{draft.Id}/assets?name={RestClient.Part(name)}", form);
                return draft;
            },
            async () => await Uploaded(draft, name, bytes) is null ? null : draft);
    }

    /// <summary>The file where it has arrived whole; what has arrived in part is removed.</summary>
    private async Task<RestAsset?> Uploaded(RestRelease draft, string name, byte[] bytes)
    {
        var asset = (await Client.Get<List<RestAsset>>($"{Home}/releases/{draft.Id}/assets")).FirstOrDefault(asset => asset.Name == name);
        if (asset is null || asset.Size == bytes.Length)
        {
            return asset;
        }

        await Client.Delete($"{Home}/releases/{draft.Id}/assets/{asset.Id}");
        return null;
    }
}
