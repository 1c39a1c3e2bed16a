using System.Buffers;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>Text from records made fit for a cell, a formula or a sheet's name, losing nothing silently.</summary>
internal static class ExcelText
{
    /// <summary>The most UTF-16 units that Excel keeps in a cell; a longer text makes it "repair" the file.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Stands at the end of a text that was cut.</summary>
    public const string CutMark = "…〔已截断 / cut〕";

    private const int LongestSheetName = 31;

    // Control characters but line feeds and tabs, and whatever may be half a character or none.
    private static readonly SearchValues<char> Rewritten = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(value => (char)value).Where(letter => (char.IsControl(letter) && letter is not ('\n' or '\t')) || char.IsSurrogate(letter) || letter >= '\uFFFE')]);

    /// <summary>
    /// The text with control characters shown as their pictures (␀ for NUL), line ends as line feeds, halves of characters
    /// and non-characters as U+FFFD, cut at <see cref="LongestCell"/> with <see cref="CutMark"/>.
    /// </summary>
    public static string ForCell(string text)
    {
        if (text.Length <= LongestCell && !text.AsSpan().ContainsAny(Rewritten))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, LongestCell));
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            clean.Append(rune.Value switch
            {
                '\n' or '\t' => rune.ToString(),
                < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
                0x7F => "\u2421",
                (>= 0x80 and <= 0x9F) or 0xFFFE or 0xFFFF => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return Cut(clean.ToString());
    }

    /// <summary>The text as a literal inside a formula, quotes doubled; Excel takes 255 units, so longer texts go into a cell that the formula reads.</summary>
    public static string InFormula(string text) => $"\"{ForCell(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A sheet's name as a formula or link needs it, in single quotes.</summary>
    public static string SheetInFormula(string sheetName) =>
        $"'{sheetName.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The text as a sheet's name: characters that Excel forbids become full-width or a space, at most 31 units.</summary>
    public static string ForSheetName(string text)
    {
        var allowed = string.Concat(ForCell(text).Select(letter => letter switch
        {
            '[' => '［',
            ']' => '］',
            ':' => '：',
            '*' => '＊',
            '?' => '？',
            '/' => '／',
            '\\' => '＼',
            '\n' or '\t' => ' ',
            _ => letter,
        }));
        var name = allowed.Length > LongestSheetName ? allowed[..WholeUpTo(allowed, LongestSheetName)] : allowed;
        name = name.Trim().Trim('\'');
        return name.Length > 0 ? name : "_";
    }

    /// <summary>How many lines the text takes in a column of this width; never fewer than needed, at least 1.</summary>
    /// <param name="text">The text, with its own line feeds.</param>
    public static int Lines(string text, double columnWidth)
    {
        var (room, lines) = (Math.Max(2, columnWidth - 2), 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            // Excel keeps a path in one piece where it can, LibreOffice breaks it at its hyphens and slashes: whichever takes more.
            var line = text.AsSpan()[range];
            lines += line.ContainsAny('-', '/') ? Math.Max(Wrapped(line, room, ""), Wrapped(line, room, "-/")) : Wrapped(line, room, "");
        }

        return lines;
    }

    /// <summary>Lines of a text broken beside wide characters, at blanks and after the given ones; words longer than a line are cut.</summary>
    private static int Wrapped(ReadOnlySpan<char> line, double room, string breaksAfter)
    {
        var (lines, used, word) = (1, 0d, 0);
        foreach (var rune in line.EnumerateRunes())
        {
            var isWide = rune.Value >= 0x1100;
            if (isWide)
            {
                Place(word);
                word = 0;
            }

            word += isWide ? 2 : 1;
            if (isWide || rune.Value == ' ' || breaksAfter.Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal))
            {
                Place(word);
                word = 0;
            }
        }

        Place(word);
        return lines;

        void Place(int width)
        {
            if (used + width > room && width <= room)
            {
                lines++;
                used = width;
                return;
            }

            for (used += width; used > room; used -= room)
            {
                lines++;
            }
        }
    }

    private static string Cut(string text) =>
        text.Length <= LongestCell ? text : text[..WholeUpTo(text, LongestCell - CutMark.Length)] + CutMark;

    /// <summary>The largest length up to the limit that does not end between the halves of a character.</summary>
    private static int WholeUpTo(string text, int limit) => char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
}
