using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// Puts the engine's value beside each formula. ClosedXML writes formulas bare, and whoever reads the file without
/// calculating (a preview, a script, Excel's protected view) would see nothing.
/// </summary>
public static partial class CachedFormulas
{
    /// <summary>Writes the values into a saved workbook.</summary>
    /// <param name="document">The workbook, open for editing.</param>
    /// <param name="values">One for each formula of the workbook, no more and no fewer.</param>
    /// <exception cref="InvalidOperationException">A formula without a value, or a value without a formula: written past <see cref="CellDraft"/>.</exception>
    public static void Write(SpreadsheetDocument document, IReadOnlyDictionary<CellPlace, CachedValue> values)
    {
        var workbook = document.WorkbookPart!;
        var written = 0;
        foreach (var sheet in workbook.Workbook.Descendants<Sheet>())
        {
            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
            foreach (var cell in part.Worksheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
            {
                var place = new CellPlace(sheet.Name!.Value!, cell.CellReference!.Value!);
                if (!values.TryGetValue(place, out var value))
                {
                    throw new InvalidOperationException($"the formula in {place} has no value");
                }

                Set(cell, value);
                written++;
            }
        }

        if (written != values.Count)
        {
            throw new InvalidOperationException($"{values.Count} values for {written} formulas");
        }

        // The file's reader calculates again and must find the same: the values are a claim, the formulas its proof.
        workbook.Workbook.CalculationProperties = new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true };
    }

    private static void Set(Cell cell, CachedValue value)
    {
        cell.DataType = value.Text is null ? null : CellValues.String;
        cell.CellValue = new CellValue(value.Text is { } text
            ? Escapes().Replace(ExcelText.ForCell(text), "_x005F_$1_")
            : ((double)value.Number).ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>Excel reads _xHHHH_ in any text as a character: what only looks so needs its first underscore escaped.</summary>
    [GeneratedRegex("_(x[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}

/// <summary>A cell of a workbook.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Address">A1 style without signs, e.g. <c>B3</c>.</param>
public readonly record struct CellPlace(string Sheet, string Address)
{
    /// <summary>The place of a ClosedXML cell.</summary>
    public static CellPlace Of(IXLCell cell) =>
        new(cell.Worksheet.Name, cell.Address.ToString(XLReferenceStyle.A1, includeSheet: false));

    /// <inheritdoc/>
    public override string ToString() => $"{ExcelText.SheetInFormula(Sheet)}!{Address}";
}

/// <summary>A formula's value: a number, or a text.</summary>
/// <param name="Number">The number; 0 where there is a text.</param>
/// <param name="Text">The text; null where there is a number.</param>
public readonly record struct CachedValue(decimal Number, string? Text)
{
    /// <summary>A number.</summary>
    public static CachedValue Of(decimal number) => new(number, null);

    /// <summary>A text.</summary>
    public static CachedValue Of(string text) => new(0, text);
}
