using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

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

    /// <summary>The cell as the file has it. Texts stand in their cells and not in a table of their own, so that rows can be written one by one.</summary>
    public Cell ToCell(int row, int column)
    {
        var cell = new Cell { CellReference = A1.Write(row, column), StyleIndex = Style };
        if (Formula is { } formula)
        {
            cell.CellFormula = new CellFormula(formula);
        }

        if (number is { } value)
        {
            cell.CellValue = new CellValue(Shown(value));
        }
        else if (Text is { } text && Formula is not null)
        {
            cell.DataType = CellValues.String;
            cell.CellValue = new CellValue(Escaped(text));
        }
        else if (Text is { Length: > 0 } own)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Escaped(own)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return cell;
    }

    /// <summary>A number as the file has it: the nearest binary fraction, which is what Excel counts with.</summary>
    public static string Shown(decimal number) => ((double)number).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Excel reads _xHHHH_ in any text as a character: what only looks so needs its first underscore escaped.</summary>
    private static string Escaped(string text) => text.Contains("_x", StringComparison.Ordinal) ? Escapes().Replace(text, "_x005F_$1_") : text;

    [GeneratedRegex("_(x[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
