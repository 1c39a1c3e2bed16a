namespace OpsRegistry.Reporting.Reviews;

/// <summary>
/// A review as Markdown, for the comment under a request: the verdict and the money first, then what must be mended or decided; what is only
/// worth knowing is folded away. Every text is encoded, and lists are shortened with a count, never cut.
/// </summary>
internal static class ReviewMarkdown
{
    /// <summary>The longest comment that forges take, in characters (GitHub's is 65,536), less room for a mark.</summary>
    public const int LongestComment = 65_000;

    private static readonly int[] RowsTried = [20, 10, 5, 2, 0];

    /// <summary>The Markdown of a review, with as many rows as fit into a comment.</summary>
    /// <param name="filesAddress">Where the head's files can be looked at, without a slash at its end; null for nowhere.</param>
    public static string Write(ReviewDocument sheet, string? filesAddress, Language language)
    {
        var text = "";
        foreach (var rows in RowsTried)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            new ReviewPage(writer, filesAddress, language, rows).Write(sheet);
            text = writer.ToString();
            if (text.Length <= LongestComment)
            {
                break;
            }
        }

        return text;
    }
}
