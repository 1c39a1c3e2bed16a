using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsRegistry.Tests.Reporting;

/// <summary>Texts as Excel shows them: _xHHHH_ in a file stands for one character.</summary>
internal static partial class Unescaped
{
    public static string From(string text) => Escape().Replace(text, found =>
        ((char)int.Parse(found.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
