namespace OpsRegistry.Cli.Forge;

/// <summary>
/// Everything that this program asks of a forge about one repository, and nothing else: who writes an adapter for another forge implements
/// this (docs/forges.md). Names are Octokit's. Whatever creates something first looks whether an attempt that ended unclearly has created it.
/// </summary>
/// <remarks>Every call throws <see cref="ForgeException"/> where the forge refuses or cannot be reached, and nothing else.</remarks>
internal interface IForge : IDisposable
{
    /// <summary>The account that this program writes as; only its comments and issues are ever edited.</summary>
    Task<string> GetLogin();

    /// <summary>The comments under an issue or request, oldest first, all pages.</summary>
    Task<IReadOnlyList<ForgeComment>> GetAllComments(Discussion place);

    /// <summary>Adds a comment.</summary>
    Task<ForgeComment> CreateComment(Discussion place, string body);

    /// <summary>Replaces a comment's text.</summary>
    Task UpdateComment(Discussion place, long id, string body);

    /// <summary>Removes a comment; one that is gone already is no fault.</summary>
    Task DeleteComment(Discussion place, long id);

    /// <summary>Sets a status on one commit; the last one of a context holds.</summary>
    Task CreateStatus(CommitStatus status);

    /// <summary>A request as it stands now.</summary>
    Task<PullRequest> GetPullRequest(int number);

    /// <summary>The accounts whose last word on a request is that they approve it as it stands at a commit. A forge that cannot tell names none.</summary>
    Task<IReadOnlyList<string>> GetApprovals(int number, string headSha) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Makes a commit on a branch's end and lets a branch point to it; the branch is created or moved forward, never back.</summary>
    /// <returns>The commit's id.</returns>
    Task<string> CreateCommit(NewCommit commit);

    /// <summary>Opens a request, or finds the open one of the same two branches.</summary>
    Task<PullRequest> CreatePullRequest(NewPullRequest request);

    /// <summary>Publishes a release with all its assets, or completes one that was begun: nobody sees it half done.</summary>
    Task<Release> PublishRelease(NewRelease release);

    /// <summary>The issues with a label, open and closed, newest first, all pages.</summary>
    Task<IReadOnlyList<Issue>> GetAllIssues(string label);

    /// <summary>Opens an issue.</summary>
    Task<Issue> CreateIssue(NewIssue issue);

    /// <summary>Replaces an issue's title and text, and opens or closes it.</summary>
    Task UpdateIssue(string number, IssueUpdate update);
}
