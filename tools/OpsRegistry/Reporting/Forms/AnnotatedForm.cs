using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Intake;
using OpsRegistry.Verifying.Workbooks;
using Text = OpsRegistry.Text;

namespace OpsRegistry.Reporting.Forms;

/// <summary>
/// A form as it goes back to whoever filled it in: the person's own file, in which the cells to mend are coloured and say why in a comment, each filed row bears the name
/// of its record, and a first sheet says what became of all of it. Other parts keep their bytes; marks of an earlier answer are taken away.
/// </summary>
internal sealed class AnnotatedForm
{
    private const string Author = "ops-registry";
    private const string MarkColour = "FFFFC7CF"; // by this very colour a mark is known again
    private const int LongestComment = 2000;

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml", Excel = "urn:schemas-microsoft-com:office:excel", Office = "urn:schemas-microsoft-com:office:office";

    private readonly WorkbookPart book;
    private readonly Dictionary<uint, uint> marked = [];
    private readonly Dictionary<uint, uint> plain = [];

    private AnnotatedForm(WorkbookPart book)
    {
        this.book = book;
    }

    /// <summary>Writes the answer into a copy of the file.</summary>
    /// <param name="file">The person's file, an .xlsx.</param>
    /// <param name="isWritten">True where the records were written and not only tried: then rows bear their names.</param>
    public static byte[] Write(byte[] file, ImportResult result, bool isWritten)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            new AnnotatedForm(document.WorkbookPart!).Annotate(result, isWritten);
        }

        return stream.ToArray();
    }

    private void Annotate(ImportResult result, bool isWritten)
    {
        var said = result.Complaints.Where(one => one.Cell.Length > 0).ToLookup(one => one.Sheet);
        var names = result.Rows.Where(row => (isWritten && !result.IsRefused && row.Outcome is not FormOutcome.Refused) || row.Outcome is FormOutcome.AlreadyFiled).ToLookup(row => row.Row.Sheet);
        foreach (var sheet in book.Workbook!.Descendants<Sheet>().ToList())
        {
            if (sheet.Id?.Value is { } id && book.GetPartById(id) is WorksheetPart part && sheet.Name?.Value is { } name)
            {
                Clean(part);
                if (said[name].Any())
                {
                    Comment(part, said[name].GroupBy(one => one.Cell).ToDictionary(cell => cell.Key, cell => string.Join("\n", cell.Select(one => Sentence(one.Problem)).Distinct(StringComparer.Ordinal)), StringComparer.Ordinal));
                }

                if (names[name].Any())
                {
                    Name(part, names[name].Select(row => (row.Row, row.Outcome.RecordName!)).ToList());
                }
            }
        }

        Summarise(result, isWritten);
        book.WorkbookStylesPart?.Stylesheet?.Save();
        book.Workbook.Save();
    }

    private static string Sentence(FormProblem problem) => $"{problem.Message.Zh}。{problem.Help.Zh}。";

    // ---- the marks of an earlier answer

    private void Clean(WorksheetPart part)
    {
        var sheet = part.Worksheet!;
        foreach (var cell in sheet.Descendants<Cell>().Where(cell => cell.StyleIndex is not null && IsMark(cell.StyleIndex.Value)))
        {
            cell.StyleIndex = Style(cell.StyleIndex!.Value, plain, isMark: false);
        }

        if (part.WorksheetCommentsPart?.Comments is { } comments && comments.Authors?.Elements<Author>().ToList() is { } authors && authors.FindIndex(one => one.Text == Author) is >= 0 and var own)
        {
            var gone = comments.CommentList!.Elements<Comment>().Where(comment => comment.AuthorId?.Value == (uint)own).ToList();
            var cells = gone.Select(comment => FormulaText.Place(comment.Reference!.Value!)).ToHashSet();
            gone.ForEach(comment => comment.Remove());
            comments.Save();
            Shapes(part, shapes => shapes.Elements(Vml + "shape").Where(shape => cells.Contains(PlaceOf(shape))).ToList().ForEach(shape => shape.Remove()));
        }
    }

    private static (int, int) PlaceOf(XElement shape) =>
        (Number(shape.Descendants(Excel + "Row").FirstOrDefault()) + 1, Number(shape.Descendants(Excel + "Column").FirstOrDefault()) + 1);

    private static int Number(XElement? element) => int.TryParse(element?.Value, CultureInfo.InvariantCulture, out var number) ? number : -2;

    // ---- colour

    private Stylesheet Styles => (book.WorkbookStylesPart ?? AddStyles()).Stylesheet!;

    private WorkbookStylesPart AddStyles()
    {
        var part = book.AddNewPart<WorkbookStylesPart>();
        part.Stylesheet = new(
            new Fonts(new Font()), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()), new CellFormats(new CellFormat()));
        return part;
    }

    private bool IsMark(uint style) => Formats().ElementAtOrDefault((int)style)?.FillId?.Value is { } fill && FillAt(fill)?.PatternFill?.ForegroundColor?.Rgb?.Value == MarkColour;

    private IEnumerable<CellFormat> Formats() => Styles.CellFormats!.Elements<CellFormat>();

    private Fill? FillAt(uint fill) => Styles.Fills!.Elements<Fill>().ElementAtOrDefault((int)fill);

    private uint Style(uint style, Dictionary<uint, uint> made, bool isMark)
    {
        if (!made.TryGetValue(style, out var other))
        {
            var format = (CellFormat)(Formats().ElementAtOrDefault((int)style) ?? new CellFormat()).CloneNode(true);
            format.FillId = isMark ? MarkFill() : 0;
            format.ApplyFill = isMark;
            Styles.CellFormats!.Append(format);
            made[style] = other = (uint)Formats().Count() - 1;
            Styles.CellFormats.Count = other + 1;
        }

        return other;
    }

    private uint MarkFill()
    {
        var fills = Styles.Fills!;
        var known = fills.Elements<Fill>().ToList().FindIndex(fill => fill.PatternFill?.ForegroundColor?.Rgb?.Value == MarkColour);
        if (known < 0)
        {
            fills.Append(new Fill(new PatternFill { PatternType = PatternValues.Solid, ForegroundColor = new() { Rgb = MarkColour }, BackgroundColor = new() { Indexed = 64 } }));
            known = fills.Elements<Fill>().Count() - 1;
            fills.Count = (uint)known + 1;
        }

        return (uint)known;
    }

    // ---- comments

    private void Comment(WorksheetPart part, Dictionary<string, string> texts)
    {
        var comments = (part.WorksheetCommentsPart ?? part.AddNewPart<WorksheetCommentsPart>()) is var commentsPart && commentsPart.Comments is { } known ? known : commentsPart.Comments = new(new Authors(), new CommentList());
        var authors = comments.Authors!;
        var author = authors.Elements<Author>().ToList().FindIndex(one => one.Text == Author);
        if (author < 0)
        {
            authors.Append(new Author(Author));
            author = authors.Elements<Author>().Count() - 1;
        }

        foreach (var (address, text) in texts)
        {
            var cell = CellAt(part.Worksheet!, address);
            cell.StyleIndex = Style(cell.StyleIndex?.Value ?? 0, marked, isMark: true);
            var other = comments.CommentList!.Elements<Comment>().FirstOrDefault(comment => comment.Reference?.Value == address);
            var cut = text.Length <= LongestComment ? text : text[..LongestComment] + "…";
            other?.Remove();
            comments.CommentList.Append(new Comment(new CommentText(
                new Run(new DocumentFormat.OpenXml.Spreadsheet.Text((other is null ? "" : other.InnerText + "\n") + cut) { Space = SpaceProcessingModeValues.Preserve })))
            { Reference = address, AuthorId = (uint)author });
            if (other is null)
            {
                Shapes(part, shapes => shapes.Add(Shape(address, shapes.Elements(Vml + "shape").Count())));
            }
        }

        comments.Save();
    }

    /// <summary>Changes the drawing in which the boxes of comments stand; it is made where there is none.</summary>
    private static void Shapes(WorksheetPart part, Action<XElement> change)
    {
        var legacy = part.Worksheet!.GetFirstChild<LegacyDrawing>();
        var drawing = legacy?.Id?.Value is { } id ? (VmlDrawingPart)part.GetPartById(id) : part.AddNewPart<VmlDrawingPart>();
        XElement shapes;
        if (legacy is null)
        {
            shapes = new(
                "xml",
                new XAttribute(XNamespace.Xmlns + "v", Vml),
                new XAttribute(XNamespace.Xmlns + "o", Office),
                new XAttribute(XNamespace.Xmlns + "x", Excel),
                new XElement(
                    Vml + "shapetype",
                    new XAttribute("id", "_x0000_t202"),
                    new XAttribute("coordsize", "21600,21600"),
                    new XAttribute(Office + "spt", "202"),
                    new XAttribute("path", "m,l,21600r21600,l21600,xe"),
                    new XElement(Vml + "stroke", new XAttribute("joinstyle", "miter")),
                    new XElement(Vml + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect"))));
            part.Worksheet.AddChild(new LegacyDrawing { Id = part.GetIdOfPart(drawing) });
        }
        else
        {
            using var old = drawing.GetStream(FileMode.Open, FileAccess.Read);
            shapes = XElement.Load(old);
        }

        change(shapes);
        using var fresh = drawing.GetStream(FileMode.Create, FileAccess.Write);
        shapes.Save(fresh, SaveOptions.DisableFormatting);
    }

    private static XElement Shape(string address, int number)
    {
        var (row, column) = FormulaText.Place(address);
        return new(
            Vml + "shape",
            new XAttribute("id", $"_x0000_s{1025 + number}"),
            new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", "position:absolute;width:220pt;height:90pt;z-index:1;visibility:hidden"),
            new XAttribute("fillcolor", "#ffffe1"),
            new XAttribute(Office + "insetmode", "auto"),
            new XElement(Vml + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(Vml + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
            new XElement(Vml + "path", new XAttribute(Office + "connecttype", "none")),
            new XElement(Vml + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"))),
            new XElement(
                Excel + "ClientData",
                new XAttribute("ObjectType", "Note"),
                new XElement(Excel + "MoveWithCells"),
                new XElement(Excel + "SizeWithCells"),
                new XElement(Excel + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{column}, 15, {row}, 2, {column + 3}, 15, {row + 4}, 10")),
                new XElement(Excel + "AutoFill", "False"),
                new XElement(Excel + "Row", row - 1),
                new XElement(Excel + "Column", column - 1)));
    }

    // ---- the names of records

    private static void Name(WorksheetPart part, IReadOnlyList<(FilledRow Row, string Name)> rows)
    {
        var sheet = part.Worksheet!;
        var known = rows[0].Row.Cells.GetValueOrDefault(FormSheet.RecordLabel);
        var letters = known?.TrimEnd([.. "0123456789"]);
        if (letters is null)
        {
            // A form of the first version has no such column: it comes behind the last.
            var last = rows[0].Row.Cells.Values.Max(cell => FormulaText.Place(cell).Column);
            letters = FormulaText.Letters(last + 1);
            var labels = sheet.Descendants<Row>().Where(row => row.RowIndex?.Value < (uint)rows.Min(row => row.Row.Row)).MaxBy(row => row.Elements<Cell>().Count());
            var head = CellAt(sheet, $"{letters}{labels?.RowIndex?.Value ?? FormSheet.LabelRow}");
            head.StyleIndex ??= labels?.Elements<Cell>().LastOrDefault(cell => cell != head)?.StyleIndex;
            Put(head, FormSheet.RecordLabel);
        }

        foreach (var (row, name) in rows)
        {
            Put(CellAt(sheet, $"{letters}{row.Row}"), name);
        }
    }

    private static void Put(Cell cell, string text) => (cell.DataType, cell.CellValue, cell.CellFormula, cell.InlineString) =
        (CellValues.InlineString, null, null, new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static Cell CellAt(Worksheet sheet, string address)
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

    // ---- the first sheet

    private void Summarise(ImportResult result, bool isWritten)
    {
        var sheets = book.Workbook!.Sheets!;
        var own = sheets.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == FormSheet.ResultSheet);
        if (own is null)
        {
            AddFirst(sheets);
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
        Put(cell, Workbooks.ExcelText.ForCell(text));
        return cell;
    }

    // Names and views count sheets from the first, and one sheet alone is chosen: what is typed while two are goes into both.
    private void AddFirst(Sheets sheets)
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

        foreach (var view in book.WorksheetParts.Where(other => other != part).SelectMany(other => other.Worksheet?.Descendants<SheetView>() ?? []))
        {
            view.TabSelected = view.TabSelected is null ? null : false;
        }
    }
}
