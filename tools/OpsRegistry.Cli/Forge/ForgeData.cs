namespace OpsRegistry.Cli.Forge;

/// <summary>A comment under an issue or request.</summary>
/// <param name="Id">The forge's number of the comment; a later one is greater.</param>
/// <param name="Author">The account that wrote it.</param>
/// <param name="Body">Its Markdown.</param>
internal sealed record ForgeComment(long Id, string Author, string Body);

/// <summary>What a check came to.</summary>
internal enum StatusState
{
    /// <summary>Still running.</summary>
    Pending,

    /// <summary>Nothing stands against it.</summary>
    Success,

    /// <summary>It must not be merged.</summary>
    Failure,

    /// <summary>The check itself failed.</summary>
    Error,
}

/// <summary>A status on one commit.</summary>
/// <param name="Sha">The commit, 40 hexadecimal digits.</param>
/// <param name="State">What it came to.</param>
/// <param name="Context">The name under which rules of a branch ask for it.</param>
/// <param name="Description">A few words; the adapter shortens them to what its forge takes.</param>
/// <param name="TargetUrl">Where to read more; null for nowhere.</param>
internal sealed record CommitStatus(string Sha, StatusState State, string Context, string Description, string? TargetUrl);

/// <summary>A request to merge a branch.</summary>
/// <param name="HeadSha">The commit at its end now.</param>
/// <param name="BaseSha">The commit that it would be merged into.</param>
/// <param name="Author">The account that opened it.</param>
/// <param name="IsOpen">False once merged or closed.</param>
/// <param name="HtmlUrl">Its page.</param>
internal sealed record PullRequest(int Number, string HeadSha, string BaseSha, string Author, bool IsOpen, string HtmlUrl);

/// <summary>A commit to make.</summary>
/// <param name="Base">The branch whose end it continues.</param>
/// <param name="Branch">The branch that shall point to it; the same or a new one.</param>
/// <param name="Files">Bytes by path: added or replaced; everything else stays.</param>
internal sealed record NewCommit(string Base, string Branch, string Message, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Stands in the commit as its time, so that an attempt made twice is the same commit.</summary>
    public required DateTimeOffset Date { get; init; }
}

/// <summary>A request to open.</summary>
/// <param name="Base">The branch to merge into.</param>
/// <param name="Head">The branch to merge.</param>
/// <param name="Body">Its Markdown.</param>
internal sealed record NewPullRequest(string Base, string Head, string Title, string Body);

/// <summary>A release to publish.</summary>
/// <param name="TagName">The tag, created where it does not exist.</param>
/// <param name="Sha">The commit that a new tag points to.</param>
/// <param name="Name">Its title.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="Assets">Bytes by file name.</param>
internal sealed record NewRelease(string TagName, string Sha, string Name, string Body, IReadOnlyDictionary<string, byte[]> Assets);

/// <summary>A published release.</summary>
/// <param name="HtmlUrl">Its page.</param>
/// <param name="IsNew">False where it had been published before.</param>
internal sealed record Release(string TagName, string HtmlUrl, bool IsNew);

/// <summary>An issue to open.</summary>
/// <param name="Body">Its Markdown.</param>
internal sealed record NewIssue(string Title, string Body, IReadOnlyList<string> Labels);

/// <summary>What an issue shall say.</summary>
/// <param name="Body">Its Markdown.</param>
internal sealed record IssueUpdate(string Title, string Body, bool IsOpen);

/// <summary>An issue.</summary>
/// <param name="Number">Its number as the forge writes it: a number on most, letters and digits on Gitee.</param>
/// <param name="Author">The account that opened it.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="HtmlUrl">Its page.</param>
internal sealed record Issue(string Number, string Author, string Body, string HtmlUrl, bool IsOpen);
