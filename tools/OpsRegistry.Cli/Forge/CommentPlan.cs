namespace OpsRegistry.Cli.Forge;

/// <summary>What to do about our one comment under a request or issue, decided before anything is done.</summary>
internal abstract record CommentPlan
{
    private CommentPlan()
    {
    }

    /// <summary>The first line of the comment with a verdict: nobody sees it, and only our own account's comments that begin with it are ever touched.</summary>
    public const string VerdictMark = "<!-- opsreg:verdict -->";

    /// <summary>There is none: write it.</summary>
    public sealed record Create(string Body) : CommentPlan;

    /// <summary>It says something else: write it anew.</summary>
    public sealed record Update(long Id, string Body) : CommentPlan;

    /// <summary>There is nothing to do.</summary>
    public sealed record Leave(Text Why) : CommentPlan;

    /// <summary>Our other comments with the mark, from runs that overlapped: they go.</summary>
    public IReadOnlyList<long> Surplus { get; init; } = [];

    /// <summary>Decides.</summary>
    /// <param name="mark">The first line by which the comment is known.</param>
    /// <param name="body">What the comment shall say; null where there is nothing to say.</param>
    /// <param name="isNewest">Whether what it says is still wanted: the commit judged is the request's end.</param>
    public static CommentPlan Decide(IReadOnlyList<ForgeComment> comments, string login, string mark, string? body, bool isNewest)
    {
        var own = comments.Where(comment => comment.Author == login && comment.Body.StartsWith(mark, StringComparison.Ordinal)).OrderBy(comment => comment.Id).ToList();
        CommentPlan plan = (own.FirstOrDefault(), body) switch
        {
            _ when !isNewest => new Leave(new("请求已有更新的提交，旧结论不写进评论", "the request has a newer commit: an old verdict is not written")),
            (null, null) => new Leave(new("没有涉及登记库的变更", "nothing of the registry changes")),
            (null, { } text) => new Create($"{mark}\n{text}"),
            ({ } old, null) => Changed(old, mark, "此请求不再涉及登记库。 / This request no longer concerns the registry."),
            ({ } old, { } text) => Changed(old, mark, text),
        };
        return plan with { Surplus = own.Skip(1).Select(comment => comment.Id).ToList() };
    }

    private static CommentPlan Changed(ForgeComment old, string mark, string text)
    {
        var body = $"{mark}\n{text}";
        return ForgeText.IsSame(old.Body, body) ? new Leave(new("评论已是最新", "the comment says so already")) : new Update(old.Id, body);
    }
}
