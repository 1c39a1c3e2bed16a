using OpsRegistry.Reporting.Markdown;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>A review as the comment under a request.</summary>
internal static class ReviewComment
{
    /// <summary>The comment, with as many rows of each list as fit.</summary>
    /// <param name="filesAddress">Where the head's files can be looked at, without a slash at its end; null for nowhere.</param>
    public static string Write(ReviewDocument review, string? filesAddress, Language language) =>
        CommentMarkdown.Write(ReviewBlocks.For(review), filesAddress, language, 20, 10, 5, 2, 0);
}
