using System.Text.RegularExpressions;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>What a cell holds while its row is being written.</summary>
internal sealed partial class CellContent
{
    private decimal? number;

    /// <summary>The style's number in the <see cref="StyleTable"/>.</summary>
    public uint Style { get; set; }

    /// <summary>The text; null where there is a number or nothing.</summary>
    public string? Text { get; private set; }

    /// <summary>The formula without its equals sign; null for a value.</summary>
    public string? Formula { get; private set; }

    public void Set(string text, string? formula = null) => (Text, number, Formula) = (text, null, formula);

    public void Set(decimal value, string? formula = null) => (Text, number, Formula) = (null, value, formula);

    /// <summary>Writes the cell as the file has it. Texts stand in their cells and not in a table of their own, so that rows can be written one by one.</summary>
    /// <param name="row">The row's number as text.</param>
    /// <param name="column">The column's letters.</param>
    public void Write(TextWriter file, ReadOnlySpan<char> row, string column)
    {
        Span<char> digits = stackalloc char[10];
        file.Write("<c r=\"");
        file.Write(column);
        file.Write(row);
        file.Write("\" s=\"");
        file.Write(Style.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture) ? digits[..length] : default);
        file.Write(Text is null ? "\"" : Formula is not null ? "\" t=\"str\"" : Text.Length > 0 ? "\" t=\"inlineStr\"" : "\"");
        if (Formula is null && number is null && Text is not { Length: > 0 })
        {
            file.Write(" />");
            return;
        }

        file.Write('>');
        if (Formula is { } formula)
        {
            Element(file, "<f>", formula, "</f>");
        }

        if (number is { } value)
        {
            Element(file, "<v>", Shown(value), "</v>");
        }
        else if (Text is { } text && Formula is not null)
        {
            Element(file, "<v>", Escaped(text), "</v>");
        }
        else if (Text is { Length: > 0 } own)
        {
            Element(file, "<is><t xml:space=\"preserve\">", Escaped(own), "</t></is>");
        }

        file.Write("</c>");
    }

    private static void Element(TextWriter file, string begin, string text, string end)
    {
        file.Write(begin);
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny('<', '>', '&'); at >= 0; at = rest.IndexOfAny('<', '>', '&'))
        {
            file.Write(rest[..at]);
            file.Write(rest[at] switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            rest = rest[(at + 1)..];
        }

        file.Write(rest);
        file.Write(end);
    }

    /// <summary>A number as the file has it: the nearest binary fraction, which is what Excel counts with.</summary>
    public static string Shown(decimal number) => ((double)number).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Excel reads _xHHHH_ in any text as a character: what only looks so needs its first underscore escaped.</summary>
    private static string Escaped(string text) => text.Contains("_x", StringComparison.Ordinal) ? Escapes().Replace(text, "_x005F_$1_") : text;

    [GeneratedRegex("_(x[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
