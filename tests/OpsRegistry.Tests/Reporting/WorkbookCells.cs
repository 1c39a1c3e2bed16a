using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Reporting.Workbooks;

namespace OpsRegistry.Tests.Reporting;

/// <summary>Every filled cell of a workbook, read through OpenXml and not through what wrote it.</summary>
internal sealed class WorkbookCells
{
    private readonly SortedDictionary<string, ReadCell> cells = new(StringComparer.Ordinal);

    /// <summary>The cells by place, e.g. <c>'评分'!B3</c>.</summary>
    public IReadOnlyDictionary<string, ReadCell> All => cells;

    public ReadCell this[string sheet, string address] => cells[PlaceOf(sheet, address)];

    public static WorkbookCells Read(byte[] workbook)
    {
        var read = new WorkbookCells();
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var book = document.WorkbookPart!;
        var texts = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(TextOf).ToList() ?? [];
        foreach (var sheet in book.Workbook.Descendants<Sheet>())
        {
            var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
            foreach (var cell in part.Worksheet.Descendants<Cell>())
            {
                read.Add(PlaceOf(sheet.Name!.Value!, cell.CellReference!.Value!), cell, texts);
            }
        }

        return read;
    }

    /// <summary>
    /// What differs between the values that a workbook gives beside its formulas and those of the same workbook recalculated;
    /// one line for each, empty when the formulas prove the values.
    /// </summary>
    /// <param name="recalculated">The workbook as LibreOffice saved it.</param>
    public IReadOnlyList<string> Unproved(WorkbookCells recalculated) =>
    [
        .. from claimed in cells
        where claimed.Value.Formula is not null
        let found = recalculated.cells.GetValueOrDefault(claimed.Key)
        where !claimed.Value.SameValue(found)
        select $"{claimed.Key} ={claimed.Value.Formula}: the file says '{claimed.Value.Value}', recalculated '{found?.Value}'",
    ];

    private void Add(string place, Cell cell, List<string> texts)
    {
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        var text = type == CellValues.SharedString ? texts[int.Parse(raw, CultureInfo.InvariantCulture)]
            : type == CellValues.InlineString ? Unescaped.From(cell.InlineString!.InnerText)
            : type == CellValues.String ? Unescaped.From(raw)
            : raw;
        var formula = cell.CellFormula is { } found ? found.Text : null;
        if (text.Length > 0 || formula is not null)
        {
            cells.Add(place, new ReadCell(Kinds(type), text, formula));
        }
    }

    private static string PlaceOf(string sheet, string address) => $"{ExcelText.SheetInFormula(sheet)}!{address}";

    private static ReadKind Kinds(CellValues type) =>
        type == CellValues.SharedString || type == CellValues.InlineString || type == CellValues.String ? ReadKind.Text
        : type == CellValues.Number ? ReadKind.Number
        : type == CellValues.Boolean ? ReadKind.Boolean
        : ReadKind.Error;

    private static string TextOf(SharedStringItem item) =>
        Unescaped.From(string.Concat(item.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>().Select(text => text.Text)));
}

/// <summary>A cell as it was read.</summary>
internal sealed record ReadCell(ReadKind Kind, string Value, string? Formula)
{
    /// <summary>True when both hold the same text, or numbers equal to a billionth: files keep binary fractions.</summary>
    public bool SameValue(ReadCell? other) => other is not null && Kind == other.Kind
        && (Kind == ReadKind.Number ? Math.Abs(Number - other.Number) <= 1e-9 * Math.Max(1, Math.Abs(Number)) : Value == other.Value);

    private double Number => double.Parse(Value, CultureInfo.InvariantCulture);
}

internal enum ReadKind
{
    Text,
    Number,
    Boolean,
    Error,
}
