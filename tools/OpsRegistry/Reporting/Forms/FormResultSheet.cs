using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Intake;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Reporting.Forms;

/// <summary>The first sheet of a form that goes back: what became of the whole and of each row, what to mend and what to note.</summary>
internal static class FormResultSheet
{
    /// <summary>Puts the sheet before the sender's own, in place of the one of an earlier answer.</summary>
    /// <param name="isWritten">True where the records were written and not only tried.</param>
    internal static void Write(WorkbookPart book, ImportResult result, bool isWritten)
    {
        var sheets = book.Workbook!.Sheets!;
        var own = sheets.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == FormSheet.ResultSheet);
        if (own is null)
        {
            AddFirst(book, sheets);
            own = sheets.Elements<Sheet>().First();
        }

        var part = (WorksheetPart)book.GetPartById(own.Id!.Value!);
        var rows = new List<string[]> { new[] { ImportWords.Whole(result, isWritten).Zh }, Array.Empty<string>() };
        AddList(rows, "要改的地方", result.Complaints);
        if (result.Rows.Count > 0)
        {
            rows.Add(["各行", "行", "种类", "结果", "登记编号"]);
            rows.AddRange(result.Rows.Select(row => new[]
            {
                row.Row.Sheet, row.Row.Row.ToString(CultureInfo.InvariantCulture), row.Row.Answered.Form.Kind.Title.Zh, ImportWords.Of(row.Outcome, result.IsRefused, isWritten).Zh,
                result.IsRefused && row.Outcome is not FormOutcome.AlreadyFiled ? "" : row.Outcome.RecordName ?? "",
            }));
            rows.Add([]);
        }

        AddList(rows, "请留意", result.Remarks);
        part.Worksheet = new Worksheet(
            new SheetProperties(new TabColor { Rgb = result.IsRefused ? "FFC00000" : "FF00B050" }, new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { WorkbookViewId = 0, TabSelected = true }),
            new Columns(new[] { 22d, 10, 20, 60, 60 }.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })),
            new SheetData(rows.Select((cells, index) => new Row(cells.Select((text, column) => Written(text, index + 1, column + 1))) { RowIndex = (uint)index + 1 })),
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        part.Worksheet.Save();
    }

    private static void AddList(List<string[]> rows, string title, IReadOnlyList<CellProblem> problems)
    {
        if (problems.Count > 0)
        {
            rows.Add([title, "单元格", "哪一项", "问题", "怎样改"]);
            rows.AddRange(problems.Select(one => new[] { one.Sheet, one.Cell, one.Problem.Label ?? "", one.Problem.Message.Zh, one.Problem.Help.Zh }));
            rows.Add([]);
        }
    }

    private static Cell Written(string text, int row, int column)
    {
        var cell = new Cell { CellReference = FormulaText.Address((row, column)) };
        FormCells.Put(cell, Workbooks.ExcelText.ForCell(text));
        return cell;
    }

    // Names and views count sheets from the first, and one sheet alone is chosen: what is typed while two are goes into both.
    private static void AddFirst(WorkbookPart book, Sheets sheets)
    {
        var part = book.AddNewPart<WorksheetPart>();
        sheets.InsertAt(new Sheet { Name = FormSheet.ResultSheet, SheetId = sheets.Elements<Sheet>().Max(sheet => sheet.SheetId?.Value ?? 0) + 1, Id = book.GetIdOfPart(part) }, 0);
        foreach (var name in book.Workbook!.DefinedNames?.Elements<DefinedName>() ?? [])
        {
            name.LocalSheetId = name.LocalSheetId is null ? null : name.LocalSheetId.Value + 1;
        }

        foreach (var view in book.Workbook.BookViews?.Elements<WorkbookView>() ?? [])
        {
            (view.ActiveTab, view.FirstSheet) = (0, 0);
        }

        foreach (var other in book.WorksheetParts.Where(other => other != part && other.Worksheet is not null))
        {
            var chosen = other.Worksheet!.Descendants<SheetView>().Where(view => view.TabSelected?.Value == true).ToList();
            chosen.ForEach(view => view.TabSelected = false);
            if (chosen.Count > 0)
            {
                other.Worksheet.Save();
            }
        }
    }
}
