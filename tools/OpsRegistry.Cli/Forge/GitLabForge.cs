using System.Text.Json.Nodes;

namespace OpsRegistry.Cli.Forge;

/// <summary>GitLab through its interface v4. The files of a release are a generic package, stored before the release that links to them, so that nobody sees it half done.</summary>
internal sealed class GitLabForge(ForgeSettings settings, RetryPolicy policy) : RestForge(settings, policy, ("PRIVATE-TOKEN", settings.Token))
{
    private const string Mail = "opsreg@users.noreply.gitlab.invalid", PackageName = "ops-registry";

    private string Home => $"projects/{RestClient.Part(Settings.Repository)}";

    protected override async Task<IEnumerable<ForgeComment>> Comments(Discussion place) =>
        (await Client.GetAll<GitLabNote>($"{Home}/{Place(place)}/{place.Number}/notes?sort=asc&order_by=created_at&per_page=100")).Where(note => !note.System).Select(Translate);

    protected override async Task<ForgeComment> AddComment(Discussion place, string body) =>
        Translate(await Client.Write<GitLabNote>(HttpMethod.Post, $"{Home}/{Place(place)}/{place.Number}/notes", new() { ["body"] = body }));

    protected override Task ChangeComment(Discussion place, long id, string body) =>
        Client.Write<GitLabNote>(HttpMethod.Put, $"{Home}/{Place(place)}/{place.Number}/notes/{id}", new() { ["body"] = body });

    protected override Task RemoveComment(Discussion place, long id) => Client.Delete($"{Home}/{Place(place)}/{place.Number}/notes/{id}");

    protected override Task SetStatus(CommitStatus status)
    {
        var body = new JsonObject
        {
            ["name"] = status.Context,
            ["state"] = status.State switch
            {
                StatusState.Pending => "pending",
                StatusState.Success => "success",
                StatusState.Failure => "failed",
                StatusState.Error => "failed",
            },
            ["description"] = status.Description,
        };
        if (status.TargetUrl is { } page)
        {
            body["target_url"] = page;
        }

        return Client.Write(HttpMethod.Post, $"{Home}/statuses/{status.Sha}", RestClient.Json(body));
    }

    protected override async Task<PullRequest> Request(int number) => Translate(await Client.Get<GitLabMergeRequest>($"{Home}/merge_requests/{number}"));

    protected override async Task<PullRequest?> OpenRequest(NewPullRequest request) =>
        (await Client.GetAll<GitLabMergeRequest>($"{Home}/merge_requests?state=opened&source_branch={RestClient.Part(request.Head)}&target_branch={RestClient.Part(request.Base)}&per_page=100")).Select(Translate).FirstOrDefault();

    protected override async Task<PullRequest> Open(NewPullRequest request) => Translate(await Client.Write<GitLabMergeRequest>(
        HttpMethod.Post, $"{Home}/merge_requests", new() { ["source_branch"] = request.Head, ["target_branch"] = request.Base, ["title"] = request.Title, ["description"] = request.Body }));

    protected override async Task<string?> BranchEnd(string branch) => (await Client.Find<RestBranch>($"{Home}/repository/branches/{RestClient.Part(branch)}"))?.Commit.Name;

    protected override async Task<byte[]?> FileOf(string branch, string path) =>
        (await Client.Find<RestFile>($"{Home}/repository/files/{RestClient.Part(path)}?ref={RestClient.Part(branch)}"))?.Content is { } content ? Convert.FromBase64String(content) : null;

    protected override async Task<string> MakeCommit(NewCommit commit, IReadOnlySet<string> there)
    {
        var body = new JsonObject
        {
            ["branch"] = commit.Branch,
            ["commit_message"] = commit.Message,
            ["author_name"] = "ops-registry",
            ["author_email"] = Mail,
            ["actions"] = new JsonArray(commit.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (JsonNode)new JsonObject
            {
                ["action"] = there.Contains(file.Key) ? "update" : "create",
                ["file_path"] = file.Key,
                ["encoding"] = "base64",
                ["content"] = Convert.ToBase64String(file.Value),
            }).ToArray()),
        };
        if (commit.Branch != commit.Base)
        {
            body["start_branch"] = commit.Base;
        }

        return (await Client.Write<RestCommit>(HttpMethod.Post, $"{Home}/repository/commits", body)).Name;
    }

    protected override async Task<Release> Publish(NewRelease release)
    {
        if (await ReleaseOf(release.TagName) is { } found)
        {
            return new(found.TagName, found.Links?.Self ?? "", IsNew: false);
        }

        var links = new JsonArray();
        foreach (var (name, bytes) in release.Assets.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            var path = $"{Home}/packages/generic/{PackageName}/{RestClient.Part(release.TagName.Replace('/', '-'))}/{RestClient.Part(name)}";
            await Client.Write(HttpMethod.Put, path, new ByteArrayContent(bytes));
            links.Add(new JsonObject { ["name"] = name, ["url"] = new Uri(Settings.Address, path).AbsoluteUri });
        }

        var body = new JsonObject
        {
            ["tag_name"] = release.TagName,
            ["ref"] = release.Sha,
            ["name"] = release.Name,
            ["description"] = release.Body,
            ["assets"] = new JsonObject { ["links"] = links },
        };
        var made = await CreateOnce(() => Client.Write<GitLabRelease>(HttpMethod.Post, $"{Home}/releases", body), () => ReleaseOf(release.TagName));
        return new(made.TagName, made.Links?.Self ?? "", IsNew: true);
    }

    protected override async Task<IReadOnlyList<Issue>> Issues(string label) =>
        (await Client.GetAll<GitLabIssue>($"{Home}/issues?labels={RestClient.Part(label)}&state=all&order_by=created_at&sort=desc&per_page=100")).Select(Translate).ToList();

    protected override async Task<Issue> Open(NewIssue issue, JsonNode labels) => Translate(await Client.Write<GitLabIssue>(
        HttpMethod.Post, $"{Home}/issues", new() { ["title"] = issue.Title, ["description"] = issue.Body, ["labels"] = labels.DeepClone() }));

    protected override Task ChangeIssue(string number, IssueUpdate update) => Client.Write<GitLabIssue>(
        HttpMethod.Put, $"{Home}/issues/{number}", new() { ["title"] = update.Title, ["description"] = update.Body, ["state_event"] = update.IsOpen ? "reopen" : "close" });

    private static string Place(Discussion place) => place.IsRequest ? "merge_requests" : "issues";

    private static ForgeComment Translate(GitLabNote note) => new(note.Id, note.Author?.Name ?? "", note.Body ?? "");

    private static PullRequest Translate(GitLabMergeRequest request) =>
        new(request.Iid, request.Sha ?? request.DiffRefs?.HeadSha ?? "", request.DiffRefs?.BaseSha ?? "", request.Author?.Name ?? "", request.State == "opened", request.WebUrl ?? "");

    private static Issue Translate(GitLabIssue issue) =>
        new(issue.Iid.ToString(CultureInfo.InvariantCulture), issue.Author?.Name ?? "", issue.Description ?? "", issue.WebUrl ?? "", issue.State == "opened");

    private Task<GitLabRelease?> ReleaseOf(string tag) => Client.Find<GitLabRelease>($"{Home}/releases/{RestClient.Part(tag)}");
}
