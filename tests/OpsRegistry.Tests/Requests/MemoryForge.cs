using OpsRegistry.Cli.Forge;

namespace OpsRegistry.Tests.Requests;

/// <summary>A forge that keeps in lists what it was told to write.</summary>
internal sealed class MemoryForge : IForge
{
    public List<NewCommit> Commits { get; } = [];

    public List<NewPullRequest> Requests { get; } = [];

    public List<ForgeComment> Comments { get; } = [];

    /// <summary>Who opened which request, and whether it is open.</summary>
    public IReadOnlyDictionary<int, (string Author, bool IsOpen)> Known { get; init; } = new Dictionary<int, (string, bool)>();

    public Task<string> GetLogin() => Task.FromResult("github-actions[bot]");

    public Task<IReadOnlyList<ForgeComment>> GetAllComments(Discussion place) => Task.FromResult<IReadOnlyList<ForgeComment>>(Comments.ToList());

    public Task<ForgeComment> CreateComment(Discussion place, string body)
    {
        Comments.Add(new(Comments.Count + 1, "github-actions[bot]", body));
        return Task.FromResult(Comments[^1]);
    }

    public Task UpdateComment(Discussion place, long id, string body)
    {
        Comments[(int)id - 1] = Comments[(int)id - 1] with { Body = body };
        return Task.CompletedTask;
    }

    public Task<string> CreateCommit(NewCommit commit)
    {
        Commits.Add(commit);
        return Task.FromResult(new string('a', 40));
    }

    public Task<PullRequest> CreatePullRequest(NewPullRequest request)
    {
        Requests.Add(request);
        return Task.FromResult(new PullRequest(101, new string('a', 40), new string('b', 40), "github-actions[bot]", true, "https://forge.invalid/101"));
    }

    public Task DeleteComment(Discussion place, long id) => throw new NotSupportedException();

    public Task CreateStatus(CommitStatus status) => throw new NotSupportedException();

    public Task<PullRequest> GetPullRequest(int number) => Task.FromResult(new PullRequest(number, new string('a', 40), new string('b', 40), Known[number].Author, Known[number].IsOpen, $"https://forge.invalid/{number}"));

    public Task<Release> PublishRelease(NewRelease release) => throw new NotSupportedException();

    public Task<IReadOnlyList<Issue>> GetAllIssues(string label) => throw new NotSupportedException();

    public Task<Issue> CreateIssue(NewIssue issue) => throw new NotSupportedException();

    public Task UpdateIssue(string number, IssueUpdate update) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
