using System.Text.RegularExpressions;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Texts of cells as the file escapes them.</summary>
internal static partial class CellText
{
    /// <summary>The text that Excel shows: <c>_x000A_</c> is a line feed, and line ends are one.</summary>
    public static string Unescaped(string text) =>
        Escape().Replace(text, found => ((char)int.Parse(found.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            .Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
