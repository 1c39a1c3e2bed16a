using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Verifying.Workbooks;
using Text = OpsRegistry.Text;

namespace OpsRegistry.Reporting.Forms;

/// <summary>
/// A form as it goes back to whoever filled it in: the person's own file, in which the cells to mend are coloured and say why in a comment, each filed row bears the name
/// of its record, and a first sheet says what became of all of it. Other parts keep their bytes; marks of an earlier answer are taken away.
/// </summary>
internal sealed class AnnotatedForm
{
    private const string MarkColour = "FFFFC7CF"; // by this very colour a mark is known again

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
    /// <returns>The file's bytes; null for one into which no marks can be written: it could not be read as a form, or the library of the format refuses what reading passed over.</returns>
    public static byte[]? Write(byte[] file, ImportResult result, bool isWritten)
    {
        if (!result.CanBearComments)
        {
            return null;
        }

        try
        {
            return StageGuard.Run(() => Marked(file, result, isWritten), _ => { });
        }
        catch (Exception refused) when (refused is OpenXmlPackageException or XmlException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static byte[] Marked(byte[] file, ImportResult result, bool isWritten)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        // What is looked at is not written again: a part that nothing changes keeps its bytes.
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true, new OpenSettings { AutoSave = false }))
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
                var changed = Clean(part) | CellComments.Clean(part);
                if (said[name].Any())
                {
                    var texts = said[name].GroupBy(one => one.Cell).ToDictionary(cell => cell.Key, cell => string.Join("\n", cell.Select(one => Sentence(one.Problem)).Distinct(StringComparer.Ordinal)), StringComparer.Ordinal);
                    Colour(part, texts.Keys);
                    CellComments.Add(part, texts);
                    changed = true;
                }

                if (names[name].Any())
                {
                    Name(part, names[name].First().Row, names[name].SelectMany(row => row.Row.Rows.Select(number => (number, row.Outcome.RecordName!))).ToList());
                    changed = true;
                }

                if (changed)
                {
                    part.Worksheet!.Save();
                }
            }
        }

        FormResultSheet.Write(book, result, isWritten);
        book.WorkbookStylesPart?.Stylesheet?.Save();
        book.Workbook.Save();
    }

    private static string Sentence(FormProblem problem) => $"{problem.Message.Zh}。{problem.Help.Zh}。";

    // ---- the marks of an earlier answer

    private bool Clean(WorksheetPart part)
    {
        var coloured = part.Worksheet!.Descendants<Cell>().Where(cell => cell.StyleIndex is not null && IsMark(cell.StyleIndex.Value)).ToList();
        coloured.ForEach(cell => cell.StyleIndex = Style(cell.StyleIndex!.Value, plain, isMark: false));
        return coloured.Count > 0;
    }

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

    private void Colour(WorksheetPart part, IEnumerable<string> addresses)
    {
        foreach (var cell in addresses.Select(address => FormCells.CellAt(part.Worksheet!, address)))
        {
            cell.StyleIndex = Style(cell.StyleIndex?.Value ?? 0, marked, isMark: true);
        }
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

    // ---- the names of records

    private static void Name(WorksheetPart part, FilledRow first, IReadOnlyList<(int Row, string Name)> rows)
    {
        var sheet = part.Worksheet!;
        var known = first.Cells.GetValueOrDefault(FormSheet.RecordLabel);
        var letters = known?.TrimEnd([.. "0123456789"]);
        if (letters is null)
        {
            // A form of the first version has no such column: it comes behind the last.
            var last = first.Cells.Values.Max(cell => FormulaText.Place(cell).Column);
            letters = FormulaText.Letters(last + 1);
            var labels = sheet.Descendants<Row>().Where(row => row.RowIndex?.Value < (uint)rows.Min(row => row.Row)).MaxBy(row => row.Elements<Cell>().Count());
            var head = FormCells.CellAt(sheet, $"{letters}{labels?.RowIndex?.Value ?? FormSheet.LabelRow}");
            head.StyleIndex ??= labels?.Elements<Cell>().LastOrDefault(cell => cell != head)?.StyleIndex;
            FormCells.Put(head, FormSheet.RecordLabel);
        }

        foreach (var (row, name) in rows)
        {
            FormCells.Put(FormCells.CellAt(sheet, $"{letters}{row}"), name);
        }
    }
}
