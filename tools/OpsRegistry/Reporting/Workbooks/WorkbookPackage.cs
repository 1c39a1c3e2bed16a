using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The parts of a workbook and how they hang together.</summary>
internal static class WorkbookPackage
{
    /// <summary>The relationship of a sheet to its drawing.</summary>
    public const string DrawingOfSheet = "rId1";

    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Writes a workbook to a stream that can seek and be read.</summary>
    public static void Write(Stream file, WorkbookDraft draft)
    {
        using (var package = new ReproduciblePackage(file))
        {
            package.ContentTypes(ContentTypes(draft));
            package.Relationships("",
            [
                ("rId1", Relations + "officeDocument", "xl/workbook.xml"),
                ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", Relations + "extended-properties", "docProps/app.xml"),
                ("rId4", Relations + "custom-properties", "docProps/custom.xml"),
            ]);
            var sheets = draft.Sheets.Select((sheet, index) => (sheet, Number: index + 1)).ToList();
            package.Relationships("xl/workbook.xml",
            [
                .. sheets.Select(pair => (Id(pair.Number), Relations + "worksheet", Invariant($"worksheets/sheet{pair.Number}.xml"))),
                (Id(sheets.Count + 1), Relations + "styles", "styles.xml"),
            ]);
            foreach (var (sheet, number) in sheets)
            {
                package.PlainPart(Invariant($"xl/worksheets/sheet{number}.xml"), part => SheetWriter.Write(part, sheet, sheet == draft.Shown));
            }

            Drawings(package, draft);
            // After the sheets: rows that are made late bring styles and names of their own.
            package.Part("xl/styles.xml", part => Root(part, draft.Styles.ToStylesheet()));
            package.Part("xl/workbook.xml", part => Root(part, BookOf(draft)));
            package.Part("docProps/app.xml", part => PropertyParts.Application(part, draft.Properties));
            package.Part("docProps/core.xml", part => PropertyParts.Core(part, draft.Properties));
            package.Part("docProps/custom.xml", part => PropertyParts.Custom(part, draft.Properties));
        }
    }

    private static void Drawings(ReproduciblePackage package, WorkbookDraft draft)
    {
        var (drawing, chart) = (0, 0);
        foreach (var (sheet, number) in draft.Sheets.Select((sheet, index) => (sheet, index + 1)).Where(pair => pair.sheet.Charts.Count > 0))
        {
            drawing++;
            package.Relationships(Invariant($"xl/worksheets/sheet{number}.xml"), [(DrawingOfSheet, Relations + "drawing", Invariant($"../drawings/drawing{drawing}.xml"))]);
            package.Relationships(Invariant($"xl/drawings/drawing{drawing}.xml"),
                [.. sheet.Charts.Select((_, index) => (Id(index + 1), Relations + "chart", Invariant($"../charts/chart{chart + index + 1}.xml")))]);
            package.Part(Invariant($"xl/drawings/drawing{drawing}.xml"), part => Root(part, DrawingElements.Build(sheet.Charts)));
            foreach (var drawn in sheet.Charts)
            {
                package.Part(Invariant($"xl/charts/chart{++chart}.xml"), part => Root(part, ChartElements.Build(drawn)));
            }
        }
    }

    private static List<(string Path, string Type)> ContentTypes(WorkbookDraft draft)
    {
        var charted = draft.Sheets.Where(sheet => sheet.Charts.Count > 0).ToList();
        return
        [
            ("docProps/app.xml", Office + "extended-properties+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/custom.xml", Office + "custom-properties+xml"),
            ("xl/workbook.xml", Office + "spreadsheetml.sheet.main+xml"),
            .. draft.Sheets.Select((_, index) => (Invariant($"xl/worksheets/sheet{index + 1}.xml"), Office + "spreadsheetml.worksheet+xml")),
            .. charted.Select((_, index) => (Invariant($"xl/drawings/drawing{index + 1}.xml"), Office + "drawing+xml")),
            .. charted.SelectMany(sheet => sheet.Charts).Select((_, index) => (Invariant($"xl/charts/chart{index + 1}.xml"), Office + "drawingml.chart+xml")),
            ("xl/styles.xml", Office + "spreadsheetml.styles+xml"),
        ];
    }

    private static Workbook BookOf(WorkbookDraft draft)
    {
        var names = NamesOf(draft).ToList();
        var shown = (uint)draft.Sheets.ToList().IndexOf(draft.Shown);
        var book = new Workbook(
            new DocumentFormat.OpenXml.Spreadsheet.WorkbookProperties(),
            new BookViews(new WorkbookView { ActiveTab = shown, FirstSheet = 0 }),
            new DocumentFormat.OpenXml.Spreadsheet.Sheets(draft.Sheets.Select((sheet, index) => new Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)index + 1,
                Id = Id(index + 1),
                State = sheet.IsHidden ? SheetStateValues.Hidden : null,
            })));
        if (names.Count > 0)
        {
            book.Append(new DefinedNames(names));
        }

        // The file's reader calculates again and must find the same: the values are a claim, the formulas its proof.
        book.Append(new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        return book;
    }

    private static IEnumerable<DefinedName> NamesOf(WorkbookDraft draft)
    {
        foreach (var (sheet, index) in draft.Sheets.Select((sheet, index) => (sheet, (uint)index)))
        {
            if (sheet.FilteredRange is { } filtered)
            {
                yield return new DefinedName($"{sheet.InFormula}!{filtered}") { Name = "_xlnm._FilterDatabase", LocalSheetId = index, Hidden = true };
            }

            if (sheet.Page.RepeatedRows is var (first, last))
            {
                yield return new DefinedName(Invariant($"{sheet.InFormula}!${first}:${last}")) { Name = "_xlnm.Print_Titles", LocalSheetId = index };
            }
        }

        foreach (var (name, target) in draft.Names)
        {
            yield return new DefinedName(target) { Name = name };
        }
    }

    private static void Root(Stream part, OpenXmlElement root)
    {
        using var writer = SheetWriter.Begin(part);
        writer.WriteElement(root);
    }

    private static string Id(int number) => Invariant($"rId{number}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
