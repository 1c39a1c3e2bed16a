using System.Text.RegularExpressions;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Headers and footers as programs write them differently and print the same.</summary>
internal static partial class PrintedText
{
    /// <summary>The one form in which they are compared: without plain typefaces; size, colour, pictures and words stay.</summary>
    public static string Normal(string text) => Face().Replace(text, found => Typefaces.Of(found.Groups["face"].Value) == "plain" ? "" : found.Value).Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex("&\"(?<face>[^\",]*)(,(Regular|常规|标准))?\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Face();
}
