using System.Text.Json.Nodes;

namespace OpsRegistry.Cli.Forge;

/// <summary>
/// What all forges that are spoken to in JSON have in common: whatever writes looks first, and looks again after an answer that got lost. Where things stand and
/// what they are called is each forge's own.
/// </summary>
internal abstract class RestForge : IForge
{
    /// <summary>What the forges take for a status, or more.</summary>
    private const int LongestDescription = 140;

    private readonly RetryPolicy policy;
    private readonly ForgeErrors errors;
    private string? login;

    /// <summary>A repository of a forge.</summary>
    protected RestForge(ForgeSettings settings, RetryPolicy policy, (string Name, string Value) authorization)
    {
        Settings = settings;
        this.policy = policy;
        errors = new(settings, policy);
        login = settings.Login;
        Client = new(settings, policy, authorization);
    }

    /// <summary>Where the forge is.</summary>
    protected ForgeSettings Settings { get; }

    /// <summary>Speaks to it.</summary>
    protected RestClient Client { get; }

    public async Task<string> GetLogin() => login ??= (await Ask(Operation.ReadUser, () => Client.Get<RestUser>("user"))).Name;

    public Task<IReadOnlyList<ForgeComment>> GetAllComments(Discussion place) => Ask<IReadOnlyList<ForgeComment>>(Operation.ReadComments, async () =>
        (await Comments(place)).OrderBy(comment => comment.Id).ToList());

    public Task<ForgeComment> CreateComment(Discussion place, string body) => Ask(Operation.WriteComment, () => policy.CreateOnce(
        () => AddComment(place, body),
        async () => await LastOwnComment(place) is { } last && ForgeText.IsSame(last.Body, body) ? last : null));

    public Task UpdateComment(Discussion place, long id, string body) => Ask(Operation.WriteComment, () => policy.Repeat(() => Done(ChangeComment(place, id, body))));

    public Task DeleteComment(Discussion place, long id) => Ask(Operation.WriteComment, () => Done(RemoveComment(place, id)));

    public Task CreateStatus(CommitStatus status) => Ask(Operation.WriteStatus, () => policy.Repeat(() => Done(SetStatus(status with { Description = ForgeText.Shorten(status.Description, LongestDescription) }))));

    public Task<PullRequest> GetPullRequest(int number) => Ask(Operation.ReadRequest, () => Request(number));

    public Task<PullRequest> CreatePullRequest(NewPullRequest request) => Ask(Operation.WriteRequest, async () =>
        await OpenRequest(request) ?? await policy.CreateOnce(() => Open(request), () => OpenRequest(request)));

    public Task<string> CreateCommit(NewCommit commit) => Ask(Operation.WriteCommit, async () =>
    {
        var tip = await BranchEnd(commit.Branch);
        var there = new HashSet<string>(StringComparer.Ordinal);
        var isWhole = true;
        foreach (var (path, bytes) in commit.Files)
        {
            var found = await FileOf(tip is null ? commit.Base : commit.Branch, path);
            isWhole &= found is not null && found.AsSpan().SequenceEqual(bytes);
            if (found is not null)
            {
                there.Add(path);
            }
        }

        // An earlier attempt has made it; on a new branch its files may equal the base's, and the branch is still to be made.
        return tip is not null && isWhole ? tip
            : tip is not null && commit.Branch != commit.Base ? throw ForgeErrors.Taken(Operation.WriteCommit, commit.Branch)
            : await policy.CreateOnce(() => MakeCommit(commit, there), async () => commit.Branch == commit.Base ? null : await BranchEnd(commit.Branch));
    });

    public Task<Release> PublishRelease(NewRelease release) => Ask(Operation.WriteRelease, () => Publish(release));

    public Task<IReadOnlyList<Issue>> GetAllIssues(string label) => Ask(Operation.ReadIssues, () => Issues(label));

    public Task<Issue> CreateIssue(NewIssue issue) => Ask(Operation.WriteIssue, async () =>
    {
        var open = await Labelled(issue);
        return await policy.CreateOnce(() => Open(issue, open), async () => await NewestIssue(issue));
    });

    public Task UpdateIssue(string number, IssueUpdate update) => Ask(Operation.WriteIssue, () => policy.Repeat(() => Done(ChangeIssue(number, update))));

    public void Dispose() => Client.Dispose();

    /// <summary>The comments under a request or issue.</summary>
    protected abstract Task<IEnumerable<ForgeComment>> Comments(Discussion place);

    /// <summary>Adds a comment.</summary>
    protected abstract Task<ForgeComment> AddComment(Discussion place, string body);

    /// <summary>Replaces a comment's text.</summary>
    protected abstract Task ChangeComment(Discussion place, long id, string body);

    /// <summary>Removes a comment that may be gone.</summary>
    protected abstract Task RemoveComment(Discussion place, long id);

    /// <summary>Sets a status; setting it twice does no harm.</summary>
    protected abstract Task SetStatus(CommitStatus status);

    protected abstract Task<PullRequest> Request(int number);

    /// <summary>The open request of two branches; null where there is none.</summary>
    protected abstract Task<PullRequest?> OpenRequest(NewPullRequest request);

    /// <summary>Opens a request.</summary>
    protected abstract Task<PullRequest> Open(NewPullRequest request);

    /// <summary>The commit at a branch's end; null where there is no such branch.</summary>
    protected abstract Task<string?> BranchEnd(string branch);

    /// <summary>The bytes of a file of a branch; null where it has none.</summary>
    protected abstract Task<byte[]?> FileOf(string branch, string path);

    /// <summary>Makes a commit on the base, on a branch of its own where it names one.</summary>
    /// <param name="there">The paths that are there and are written over.</param>
    /// <returns>The commit's id.</returns>
    protected abstract Task<string> MakeCommit(NewCommit commit, IReadOnlySet<string> there);

    /// <summary>Publishes a release with its files.</summary>
    protected abstract Task<Release> Publish(NewRelease release);

    /// <summary>The issues with a label, newest first.</summary>
    protected abstract Task<IReadOnlyList<Issue>> Issues(string label);

    /// <summary>The labels of an issue to open, as the forge takes them; those that it lacks are made.</summary>
    protected virtual Task<JsonNode> Labelled(NewIssue issue) => Task.FromResult<JsonNode>(string.Join(',', issue.Labels));

    /// <summary>Opens an issue.</summary>
    /// <param name="labels">What <see cref="Labelled"/> gave.</param>
    protected abstract Task<Issue> Open(NewIssue issue, JsonNode labels);

    /// <summary>Replaces an issue's title and text, and opens or closes it.</summary>
    protected abstract Task ChangeIssue(string number, IssueUpdate update);

    /// <summary>Creates something that would otherwise be there twice.</summary>
    /// <param name="find">What an earlier attempt has created; null where there is nothing.</param>
    protected Task<T> CreateOnce<T>(Func<Task<T>> create, Func<Task<T?>> find)
        where T : class => policy.CreateOnce(create, find);

    /// <summary>Does something that may be done twice without harm.</summary>
    protected Task Repeat(Func<Task> action) => policy.Repeat(() => Done(action()));

    private async Task<T> Ask<T>(Operation operation, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RestRefusalException refused)
        {
            throw errors.Refused(operation, refused.Status, refused.Message);
        }
        catch (UnclearAnswerException broken)
        {
            throw errors.Unclear(operation, broken.Message);
        }
        catch (AnswerTooLargeException large)
        {
            throw ForgeErrors.TooLarge(operation, large.Message);
        }
    }

    private static async Task<object> Done(Task task)
    {
        await task;
        return task;
    }

    private async Task<ForgeComment?> LastOwnComment(Discussion place)
    {
        var own = await GetLogin();
        return (await GetAllComments(place)).LastOrDefault(comment => comment.Author == own);
    }

    private async Task<Issue?> NewestIssue(NewIssue issue)
    {
        var own = await GetLogin();
        return (await Issues(issue.Labels[0])).FirstOrDefault(found => found.Author == own && ForgeText.IsSame(found.Body, issue.Body));
    }
}
