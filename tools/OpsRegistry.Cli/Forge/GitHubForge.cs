using Octokit;
using Octokit.Internal;

namespace OpsRegistry.Cli.Forge;

/// <summary>GitHub, and GitHub Enterprise, through Octokit: comments, statuses, requests and issues. Commits and releases stand in files of their own.</summary>
internal sealed partial class GitHubForge : IForge
{
    /// <summary>GitHub's own limit.</summary>
    private const int LongestDescription = 140;

    private readonly ForgeSettings settings;
    private readonly RetryPolicy policy;
    private readonly ForgeErrors errors;
    private readonly HttpClientAdapter http;
    private readonly GitHubClient client;

    /// <summary>A repository of GitHub.</summary>
    public GitHubForge(ForgeSettings settings, RetryPolicy policy)
    {
        this.settings = settings;
        this.policy = policy;
        errors = new(settings, policy);
        http = new HttpClientAdapter(() => new RetryHandler(policy, new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        }));
        // Patience is the handler's, for each attempt; all of them together get this long.
        http.SetRequestTimeout(TimeSpan.FromHours(1));
        client = new GitHubClient(new Connection(
            new ProductHeaderValue("ops-registry", ToolVersion.Current),
            settings.Address,
            new InMemoryCredentialStore(new Credentials(settings.Token)),
            http,
            new SimpleJsonSerializer()));
    }

    public async Task<string> GetLogin() => settings.Login ?? (await Ask(Operation.ReadUser, () => client.User.Current())).Login;

    public async Task<IReadOnlyList<ForgeComment>> GetAllComments(Discussion place) =>
        (await Ask(Operation.ReadComments, () => client.Issue.Comment.GetAllForIssue(settings.Owner, settings.Name, NumberOf(place), Pages)))
            .Select(Translate).OrderBy(comment => comment.Id).ToList();

    public Task<ForgeComment> CreateComment(Discussion place, string body) => Ask(Operation.WriteComment, () => policy.CreateOnce(
        async () => Translate(await client.Issue.Comment.Create(settings.Owner, settings.Name, NumberOf(place), body)),
        async () => await LastOwnComment(place) is { } last && ForgeText.IsSame(last.Body, body) ? last : null));

    public Task UpdateComment(Discussion place, long id, string body) => Ask(Operation.WriteComment, () => policy.Repeat(() => client.Issue.Comment.Update(settings.Owner, settings.Name, id, body)));

    public Task DeleteComment(Discussion place, long id) => Ask(Operation.WriteComment, async () =>
    {
        try
        {
            await client.Issue.Comment.Delete(settings.Owner, settings.Name, id);
            return true;
        }
        catch (NotFoundException)
        {
            return false; // Somebody else removed it first.
        }
    });

    public Task CreateStatus(CommitStatus status) => Ask(Operation.WriteStatus, () => policy.Repeat(() => client.Repository.Status.Create(settings.Owner, settings.Name, status.Sha, new NewCommitStatus
    {
        State = status.State switch
        {
            StatusState.Pending => CommitState.Pending,
            StatusState.Success => CommitState.Success,
            StatusState.Failure => CommitState.Failure,
            StatusState.Error => CommitState.Error,
        },
        Context = status.Context,
        Description = ForgeText.Shorten(status.Description, LongestDescription),
        TargetUrl = status.TargetUrl,
    })));

    public async Task<PullRequest> GetPullRequest(int number) => Translate(await Ask(Operation.ReadRequest, () => client.PullRequest.Get(settings.Owner, settings.Name, number)));

    public async Task<IReadOnlyList<string>> GetApprovals(int number, string headSha) =>
        (await Ask(Operation.ReadRequest, () => client.PullRequest.Review.GetAll(settings.Owner, settings.Name, number, Pages)))
            .Where(review => review.User is not null && review.State.Value is PullRequestReviewState.Approved or PullRequestReviewState.ChangesRequested or PullRequestReviewState.Dismissed)
            .GroupBy(review => review.User.Login, StringComparer.Ordinal)
            .Select(reviews => reviews.MaxBy(review => review.Id)!)
            .Where(last => last.State.Value == PullRequestReviewState.Approved && last.CommitId == headSha)
            .Select(last => last.User.Login)
            .Order(StringComparer.Ordinal)
            .ToList();

    public Task<PullRequest> CreatePullRequest(NewPullRequest request) => Ask(Operation.WriteRequest, async () =>
    {
        if (await OpenRequest(request) is { } open)
        {
            return open;
        }

        return await policy.CreateOnce(
            async () => Translate(await client.PullRequest.Create(settings.Owner, settings.Name, new Octokit.NewPullRequest(request.Title, request.Head, request.Base) { Body = request.Body })),
            () => OpenRequest(request));
    });

    public async Task<IReadOnlyList<Issue>> GetAllIssues(string label)
    {
        var asked = new RepositoryIssueRequest { State = ItemStateFilter.All, SortProperty = IssueSort.Created, SortDirection = SortDirection.Descending };
        asked.Labels.Add(label);
        return (await Ask(Operation.ReadIssues, () => client.Issue.GetAllForRepository(settings.Owner, settings.Name, asked, Pages)))
            .Where(issue => issue.PullRequest is null).Select(Translate).ToList();
    }

    public Task<Issue> CreateIssue(NewIssue issue) => Ask(Operation.WriteIssue, () =>
    {
        var asked = new Octokit.NewIssue(issue.Title) { Body = issue.Body };
        foreach (var label in issue.Labels)
        {
            asked.Labels.Add(label);
        }

        return policy.CreateOnce(
            async () => Translate(await client.Issue.Create(settings.Owner, settings.Name, asked)),
            async () => await NewestIssue(issue));
    });

    public Task UpdateIssue(string number, IssueUpdate update) => Ask(Operation.WriteIssue, () => policy.Repeat(() => client.Issue.Update(settings.Owner, settings.Name, int.Parse(number, CultureInfo.InvariantCulture), new Octokit.IssueUpdate
    {
        Title = update.Title,
        Body = update.Body,
        State = update.IsOpen ? ItemState.Open : ItemState.Closed,
    })));

    public void Dispose() => http.Dispose();

    /// <summary>Here requests and issues are counted together.</summary>
    private static int NumberOf(Discussion place) => int.Parse(place.Number, CultureInfo.InvariantCulture);

    private static ApiOptions Pages => new() { PageSize = 100 };

    private static ForgeComment Translate(IssueComment comment) => new(comment.Id, comment.User?.Login ?? "", comment.Body ?? "");

    private static PullRequest Translate(Octokit.PullRequest pull) => new(pull.Number, pull.Head.Sha, pull.Base.Sha, pull.User?.Login ?? "", pull.State.Value == ItemState.Open, pull.HtmlUrl);

    private static Issue Translate(Octokit.Issue issue) => new(issue.Number.ToString(CultureInfo.InvariantCulture), issue.User?.Login ?? "", issue.Body ?? "", issue.HtmlUrl, issue.State.Value == ItemState.Open);

    private async Task<ForgeComment?> LastOwnComment(Discussion place)
    {
        var login = await GetLogin();
        return (await GetAllComments(place)).LastOrDefault(comment => comment.Author == login);
    }

    private async Task<PullRequest?> OpenRequest(NewPullRequest request)
    {
        var asked = new PullRequestRequest { State = ItemStateFilter.Open, Head = $"{settings.Owner}:{request.Head}", Base = request.Base };
        return (await client.PullRequest.GetAllForRepository(settings.Owner, settings.Name, asked, Pages)).Select(Translate).FirstOrDefault();
    }

    private async Task<Issue?> NewestIssue(NewIssue issue)
    {
        var asked = new RepositoryIssueRequest { State = ItemStateFilter.All, Creator = await GetLogin(), SortProperty = IssueSort.Created, SortDirection = SortDirection.Descending };
        var newest = await client.Issue.GetAllForRepository(settings.Owner, settings.Name, asked, new ApiOptions { PageSize = 10, PageCount = 1 });
        return newest.Where(found => found.Title == issue.Title && ForgeText.IsSame(found.Body ?? "", issue.Body)).Select(Translate).FirstOrDefault();
    }
}
