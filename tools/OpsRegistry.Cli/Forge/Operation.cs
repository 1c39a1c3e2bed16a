namespace OpsRegistry.Cli.Forge;

/// <summary>What is asked of a forge, and what a token must be allowed to do for it.</summary>
/// <param name="Words">What is done.</param>
/// <param name="GitHub">The line of a workflow's <c>permissions</c>.</param>
/// <param name="Gitea">The scope of an access token.</param>
/// <param name="Gitee">The scope of a personal token.</param>
/// <param name="GitLab">The scope of a project's access token.</param>
internal sealed record Operation(Text Words, string GitHub, string Gitea, string Gitee, string GitLab)
{
    public static Operation ReadUser { get; } = new(new("查询当前账号", "asking who the token is"), "(set OPSREG_LOGIN)", "read:user (or set OPSREG_LOGIN)", "user_info (or set OPSREG_LOGIN)", "read_api (or set OPSREG_LOGIN)");

    public static Operation ReadComments { get; } = new(new("读取评论", "reading comments"), "pull-requests: read", "read:issue", "notes", "read_api");

    public static Operation WriteComment { get; } = new(new("写评论", "writing a comment"), "pull-requests: write", "write:issue", "notes", "api (Reporter)");

    public static Operation WriteStatus { get; } = new(new("写提交状态", "setting a commit's status"), "statuses: write", "write:repository", "projects", "api (Developer)");

    public static Operation ReadRequest { get; } = new(new("读取合并请求", "reading a request"), "pull-requests: read", "read:repository", "pull_requests", "read_api");

    public static Operation WriteRequest { get; } = new(new("提交合并请求", "opening a request"), "pull-requests: write", "write:repository", "pull_requests", "api (Developer)");

    public static Operation ReadIssues { get; } = new(new("读取议题", "reading issues"), "issues: read", "read:issue", "issues", "read_api");

    public static Operation WriteIssue { get; } = new(new("写议题", "opening an issue"), "issues: write", "write:issue", "issues", "api (Reporter)");

    public static Operation WriteCommit { get; } = new(new("提交文件", "committing files"), "contents: write", "write:repository", "projects", "api (Developer)");

    public static Operation WriteRelease { get; } = new(new("发布报告", "publishing a release"), "contents: write", "write:repository", "projects", "api (Developer)");

    /// <summary>What a token must be allowed to do on a forge.</summary>
    public string Permission(ForgeKind kind) => kind switch
    {
        ForgeKind.GitHub => GitHub,
        ForgeKind.Gitea => Gitea,
        ForgeKind.Gitee => Gitee,
        ForgeKind.GitLab => GitLab,
    };
}
