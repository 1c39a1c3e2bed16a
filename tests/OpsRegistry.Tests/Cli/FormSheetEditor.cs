using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Tests.Cli;

/// <summary>Fills in a sheet of a form as a program for tables does, through the SDK of the format.</summary>
internal sealed class FormSheetEditor : IDisposable
{
    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart book;

    /// <summary>Opens the file, to be changed where it stands.</summary>
    public FormSheetEditor(string path, string sheet)
    {
        document = SpreadsheetDocument.Open(path, isEditable: true);
        book = document.WorkbookPart!;
        Sheet = SheetOf(sheet);
    }

    public Worksheet Sheet { get; }

    /// <summary>The lists to pick from, by the column they fill.</summary>
    public IReadOnlyList<DataValidation> Lists => [.. Sheet.Descendants<DataValidation>()];

    public void Dispose() => document.Dispose();

    /// <summary>The address of a question's cell.</summary>
    public string AddressOf(int row, string label) =>
        Sheet.Descendants<Cell>().Single(cell => RowOf(cell) == 2 && TextOf(cell) == label).CellReference!.Value!.Replace("2", $"{row}", StringComparison.Ordinal);

    /// <summary>The row in which a text stands under a label.</summary>
    public int RowOf(string label, string text) => Sheet.Descendants<Row>().Select(row => (int)row.RowIndex!.Value).First(row => TextOf(CellAt(AddressOf(row, label))) == text);

    private string TextOf(Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? book.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().ElementAt(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).InnerText
        : cell.InnerText;

    public void Write(int row, string label, string text) => WriteAt(AddressOf(row, label), text);

    public void WriteAt(string address, string text)
    {
        var cell = CellAt(address);
        (cell.DataType, cell.InlineString, cell.CellValue) = (CellValues.InlineString, new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)), null);
    }

    /// <summary>A number, a truth or a failure as the file has it, perhaps of a formula.</summary>
    public void Write(int row, string label, CellValues type, string value, string? formula = null)
    {
        var cell = CellAt(AddressOf(row, label));
        (cell.DataType, cell.InlineString, cell.CellValue) = (type, null, new CellValue(value));
        cell.CellFormula = formula is null ? null : new CellFormula(formula);
    }

    /// <summary>A moment as Excel keeps it: a number of days with a format of its own.</summary>
    public void Write(int row, string label, DateTime moment)
    {
        var formats = book.WorkbookStylesPart!.Stylesheet!.CellFormats!;
        formats.Append(new CellFormat { NumberFormatId = 22, ApplyNumberFormat = true });
        Write(row, label, CellValues.Number, moment.ToOADate().ToString("R", CultureInfo.InvariantCulture));
        CellAt(AddressOf(row, label)).StyleIndex = (uint)formats.Elements<CellFormat>().Count() - 1;
    }

    /// <summary>Picks the first choice of a question's list.</summary>
    public void Pick(int row, string label)
    {
        var address = AddressOf(row, label);
        var column = address.TrimEnd([.. "0123456789"]);
        var source = Lists.Single(list => list.SequenceOfReferences!.InnerText!.StartsWith($"{column}4:", StringComparison.Ordinal)).Formula1!.Text.Split('!');
        var first = source[1].Split(':')[0].Replace("$", "", StringComparison.Ordinal);
        WriteAt(address, SheetOf(source[0].Trim('\'')).Descendants<Cell>().Single(cell => cell.CellReference == first).InnerText);
    }

    /// <summary>Gives a sheet another name.</summary>
    public void Rename(string sheet, string name) => book.Workbook!.Descendants<Sheet>().Single(one => one.Name == sheet).Name = name;

    /// <summary>Adds a sheet of the person's own with a few words on it.</summary>
    public void AddSheet(string name, string words)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new(new SheetData(new Row(new Cell { CellReference = "A1", DataType = CellValues.InlineString, InlineString = new(new DocumentFormat.OpenXml.Spreadsheet.Text(words)) }) { RowIndex = 1 }));
        var sheets = book.Workbook!.GetFirstChild<Sheets>()!;
        sheets.Append(new Sheet { Name = name, SheetId = sheets.Elements<Sheet>().Max(sheet => sheet.SheetId!.Value) + 1, Id = book.GetIdOfPart(part) });
    }

    private Cell CellAt(string address)
    {
        if (Sheet.Descendants<Cell>().SingleOrDefault(cell => cell.CellReference == address) is { } known)
        {
            return known;
        }

        var added = new Cell { CellReference = address };
        var number = (uint)RowOf(added);
        var data = Sheet.GetFirstChild<SheetData>()!;
        (data.Elements<Row>().SingleOrDefault(row => row.RowIndex! == number) ?? data.AppendChild(new Row { RowIndex = number })).Append(added);
        return added;
    }

    private Worksheet SheetOf(string name) =>
        ((WorksheetPart)book.GetPartById(book.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!)).Worksheet!;

    private static int RowOf(Cell cell) => int.Parse(cell.CellReference!.Value!.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);
}
