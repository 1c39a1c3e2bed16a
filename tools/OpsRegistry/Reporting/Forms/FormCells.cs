using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Reporting.Forms;

/// <summary>Cells of a sheet that somebody else wrote.</summary>
internal static class FormCells
{
    internal static void Put(Cell cell, string text) => (cell.DataType, cell.CellValue, cell.CellFormula, cell.InlineString) =
        (CellValues.InlineString, null, null, new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    internal static Cell CellAt(Worksheet sheet, string address)
    {
        var place = FormulaText.Place(address);
        var data = sheet.GetFirstChild<SheetData>() ?? sheet.AppendChild(new SheetData());
        var row = data.Elements<Row>().FirstOrDefault(row => row.RowIndex?.Value == (uint)place.Row);
        if (row is null)
        {
            row = new Row { RowIndex = (uint)place.Row };
            if (data.Elements<Row>().FirstOrDefault(other => other.RowIndex?.Value > (uint)place.Row) is { } next)
            {
                data.InsertBefore(row, next);
            }
            else
            {
                data.Append(row);
            }
        }

        if (row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference?.Value == address) is { } known)
        {
            return known;
        }

        var added = new Cell { CellReference = address };
        if (row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference?.Value is { } other && FormulaText.Place(other).Column > place.Column) is { } behind)
        {
            row.InsertBefore(added, behind);
        }
        else
        {
            row.Append(added);
        }

        return added;
    }
}
