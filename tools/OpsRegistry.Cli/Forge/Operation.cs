namespace OpsRegistry.Cli.Forge;

/// <summary>Something asked of the forge, in words, with the permission that a workflow must grant for it.</summary>
/// <param name="Words">What is done.</param>
/// <param name="Permission">The line of a workflow's <c>permissions</c>.</param>
internal sealed record Operation(Text Words, string Permission)
{
    public static Operation ReadUser { get; } = new(new("查询当前账号", "asking who the token is"), "(set OPSREG_LOGIN)");

    public static Operation ReadComments { get; } = new(new("读取评论", "reading comments"), "pull-requests: read");

    public static Operation WriteComment { get; } = new(new("写评论", "writing a comment"), "pull-requests: write");

    public static Operation WriteStatus { get; } = new(new("写提交状态", "setting a commit's status"), "statuses: write");

    public static Operation ReadRequest { get; } = new(new("读取合并请求", "reading a request"), "pull-requests: read");

    public static Operation WriteRequest { get; } = new(new("提交合并请求", "opening a request"), "pull-requests: write");

    public static Operation ReadIssues { get; } = new(new("读取议题", "reading issues"), "issues: read");

    public static Operation WriteIssue { get; } = new(new("写议题", "opening an issue"), "issues: write");

    public static Operation WriteCommit { get; } = new(new("提交文件", "committing files"), "contents: write");

    public static Operation WriteRelease { get; } = new(new("发布报告", "publishing a release"), "contents: write");
}
