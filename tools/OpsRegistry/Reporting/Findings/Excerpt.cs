using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>The line of a finding as it is shown, and where under it the carets go. A long line is cut to a window round the place.</summary>
/// <param name="Line">The line, made visible.</param>
/// <param name="Indent">Columns before the carets.</param>
/// <param name="Carets">Number of carets, at least 1.</param>
internal sealed record Excerpt(string Line, int Indent, int Carets)
{
    private const int Before = 40; // characters kept before the place
    private const int Within = 60; // of the place itself
    private const int After = 20; // and after it

    /// <summary>The excerpt for a place; null when the line is not known.</summary>
    public static Excerpt? Cut(Place place, IReadOnlyList<string>? lines)
    {
        if (lines is null || place.Line < 1 || place.Line > lines.Count)
        {
            return null;
        }

        var line = lines[place.Line - 1];
        var first = Math.Clamp(place.Column - 1, 0, line.Length);
        var length = Math.Clamp(place.Length, 0, Math.Min(Within, line.Length - first));
        var from = first > Before ? first - Before : 0;
        var end = Math.Min(line.Length, first + length + After);
        var before = (from > 0 ? "…" : "") + VisibleText.Show(line[from..first]);
        var marked = VisibleText.Show(line.Substring(first, length));
        var after = VisibleText.Show(line[(first + length)..end]) + (end < line.Length ? "…" : "");
        return new Excerpt((before + marked + after).TrimEnd(' '), DisplayWidth.Measure(before), Math.Max(1, DisplayWidth.Measure(marked)));
    }
}
