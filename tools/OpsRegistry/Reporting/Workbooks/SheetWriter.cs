using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>Writes a sheet's part from top to bottom, a row at a time, in the order that the format asks for.</summary>
internal static class SheetWriter
{
    private const string Rows = "<sheetData />";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes one sheet. Its rows are text as they come: with elements of the library made for each cell the whole file took nearly twice as long (bench/README.md).</summary>
    /// <param name="isShown">True for the sheet that is shown when the file is opened.</param>
    public static void Write(Stream part, SheetDraft sheet, bool isShown)
    {
        using var text = new StreamWriter(part, Utf8, 1 << 16, leaveOpen: true);
        var head = Around(writer => Above(writer, sheet, isShown), _ => { });
        text.Write(head.AsSpan(0, head.IndexOf(Rows, StringComparison.Ordinal)));
        WriteRows(text, sheet);
        // After the rows, which bring links of their own.
        var tail = Around(_ => { }, writer => Below(writer, sheet));
        text.Write(tail.AsSpan(tail.IndexOf(Rows, StringComparison.Ordinal) + Rows.Length));
    }

    /// <summary>A sheet without rows, by the library.</summary>
    private static string Around(Action<OpenXmlWriter> above, Action<OpenXmlWriter> below) => ReproduciblePackage.Plainly(part =>
    {
        using var writer = Begin(part);
        writer.WriteStartElement(new Worksheet());
        above(writer);
        writer.WriteElement(new SheetData());
        below(writer);
        writer.WriteEndElement();
    });

    private static void Above(OpenXmlWriter writer, SheetDraft sheet, bool isShown)
    {
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(sheet, isShown)));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = WorkbookTheme.LineHeight });
        if (sheet.Widths.Count > 0)
        {
            writer.WriteElement(new Columns(sheet.Widths.Select(width =>
                new Column { Min = (uint)width.Key, Max = (uint)width.Key, Width = width.Value, CustomWidth = true })));
        }
    }

    /// <summary>Begins a part's XML.</summary>
    public static OpenXmlWriter Begin(Stream part)
    {
        var writer = OpenXmlWriter.Create(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.WriteStartDocument(standalone: true);
        return writer;
    }

    private static SheetView View(SheetDraft sheet, bool isShown)
    {
        var view = new SheetView { ShowGridLines = false, WorkbookViewId = 0, TabSelected = isShown ? true : null };
        var (rows, columns) = sheet.Frozen;
        if (rows > 0 || columns > 0)
        {
            var pane = rows == 0 ? PaneValues.TopRight : columns == 0 ? PaneValues.BottomLeft : PaneValues.BottomRight;
            view.Append(
                new Pane
                {
                    HorizontalSplit = columns > 0 ? columns : null,
                    VerticalSplit = rows > 0 ? rows : null,
                    TopLeftCell = A1.Write(rows + 1, columns + 1),
                    ActivePane = pane,
                    State = PaneStateValues.Frozen,
                },
                new Selection { Pane = pane });
        }

        return view;
    }

    private static void WriteRows(StreamWriter text, SheetDraft sheet)
    {
        text.Write("<sheetData>");
        var letters = new List<string>();
        foreach (var row in sheet.RowsInOrder())
        {
            var number = row.Number.ToString(CultureInfo.InvariantCulture);
            text.Write("<row r=\"");
            text.Write(number);
            if (row.Number < sheet.GrowsFrom)
            {
                text.Write("\" ht=\"");
                text.Write(row.Height.ToString("R", CultureInfo.InvariantCulture));
                text.Write("\" customHeight=\"1");
            }

            text.Write("\">");
            foreach (var (column, content) in row.Cells)
            {
                while (letters.Count < column)
                {
                    letters.Add(A1.Letter(letters.Count + 1));
                }

                content.Write(text, number, letters[column - 1]);
            }

            text.Write("</row>");
        }

        text.Write("</sheetData>");
    }

    private static void Below(OpenXmlWriter writer, SheetDraft sheet)
    {
        if (sheet.IsProtected)
        {
            writer.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, AutoFilter = false, Sort = false });
        }

        if (sheet.FilteredRange is { } filtered)
        {
            writer.WriteElement(new AutoFilter { Reference = filtered.Replace("$", "", StringComparison.Ordinal) });
        }

        if (sheet.Merges.Count > 0)
        {
            writer.WriteElement(new MergeCells(sheet.Merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)sheet.Merges.Count });
        }

        foreach (var (mark, index) in sheet.Marks.Select((mark, index) => (mark, index)))
        {
            writer.WriteElement(new ConditionalFormatting(
                new ConditionalFormattingRule(new Formula(mark.Formula)) { Type = ConditionalFormatValues.Expression, FormatId = 0, Priority = index + 1 })
            {
                SequenceOfReferences = new ListValue<StringValue> { InnerText = mark.Range },
            });
        }

        Lists(writer, sheet);
        Links(writer, sheet);
        Paper(writer, sheet.Page);
        if (sheet.Charts.Count > 0)
        {
            writer.WriteElement(new Drawing { Id = WorkbookPackage.DrawingOfSheet });
        }
    }

    private static void Lists(OpenXmlWriter writer, SheetDraft sheet)
    {
        if (sheet.PickLists.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.PickLists.Select(list => new DataValidation(new Formula1(list.Source))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = list.IsStrict,
                ErrorTitle = "从列表里选",
                Error = list.IsStrict ? "请从列表里选一项。" : null,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = list.Range },
            }))
            {
                Count = (uint)sheet.PickLists.Count,
            });
        }
    }

    private static void Links(OpenXmlWriter writer, SheetDraft sheet)
    {
        if (sheet.Links.Count == 0)
        {
            return;
        }

        writer.WriteStartElement(new Hyperlinks());
        foreach (var link in sheet.Links)
        {
            writer.WriteElement(new Hyperlink { Reference = A1.Write(link.Row, link.Column), Location = link.Target.Reference });
        }

        writer.WriteEndElement();
    }

    private static void Paper(OpenXmlWriter writer, PrintedPage page)
    {
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        // Inches; the left side is wider for the binding.
        writer.WriteElement(new PageMargins { Left = 0.8, Right = 0.6, Top = 0.8, Bottom = 0.75, Header = 0.4, Footer = 0.4 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = 9,
            FitToWidth = 1,
            FitToHeight = page.IsOnePage ? 1u : 0u,
            Orientation = page.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
        });
        writer.WriteElement(new HeaderFooter(new OddHeader(page.Header), new OddFooter(page.Footer)));
    }
}
