using System.Text.RegularExpressions;

namespace OpsRegistry.Reporting.Coverages;

/// <summary>Source documents name people's telephone numbers; wherever a clause's words are shown they are not.</summary>
internal static partial class PrivateNumbers
{
    /// <summary>The words with every telephone and identity number blacked out.</summary>
    public static string Hide(string words) => Pattern().Replace(words, "■■■");

    [GeneratedRegex(@"(?<![0-9A-Za-z.])(1[3-9][0-9]{9}|0[0-9]{2,3}[- ]?[0-9]{7,8}|[0-9]{17}[0-9Xx])(?![0-9A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
