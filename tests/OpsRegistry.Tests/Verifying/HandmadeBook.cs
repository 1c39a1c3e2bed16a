using System.Text;

namespace OpsRegistry.Tests.Verifying;

/// <summary>A workbook of one sheet, written part by part: small enough that what is read of it can be told whole.</summary>
internal static class HandmadeBook
{
    public const string Sheet = "xl/worksheets/sheet1.xml", Book = "xl/workbook.xml", Styles = "xl/styles.xml", Texts = "xl/sharedStrings.xml", Drawing = "xl/drawings/drawing1.xml", Chart = "xl/charts/chart1.xml";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private const string Kind = Office + "relationships/", Type = "application/vnd.openxmlformats-officedocument.";

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/{Book}" ContentType="{Type}spreadsheetml.sheet.main+xml"/><Override PartName="/{Sheet}" ContentType="{Type}spreadsheetml.worksheet+xml"/>
            <Override PartName="/{Styles}" ContentType="{Type}spreadsheetml.styles+xml"/><Override PartName="/{Texts}" ContentType="{Type}spreadsheetml.sharedStrings+xml"/>
            <Override PartName="/{Drawing}" ContentType="{Type}drawing+xml"/><Override PartName="/{Chart}" ContentType="{Type}drawingml.chart+xml"/>
            <Override PartName="/docProps/app.xml" ContentType="{Type}extended-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="{Type}custom-properties+xml"/></Types>
            """,
        ["_rels/.rels"] = Links(("rId1", Kind + "officeDocument", Book), ("rId2", Kind + "extended-properties", "docProps/app.xml"), ("rId3", Kind + "custom-properties", "docProps/custom.xml")),
        ["xl/_rels/workbook.xml.rels"] = Links(("rId1", Kind + "worksheet", "worksheets/sheet1.xml"), ("rId2", Kind + "styles", "styles.xml"), ("rId3", Kind + "sharedStrings", "/xl/sharedStrings.xml")),
        ["docProps/app.xml"] = "<Properties><Application>By hand</Application></Properties>",
        ["docProps/custom.xml"] = """<Properties><property name="opsreg.contract"><v>example-2026</v></property><property name="opsreg.period"><v>P1</v></property></Properties>""",
        [Book] = $"""<workbook xmlns="{Main}" xmlns:r="{Office}relationships"><sheets><sheet name="Page" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        [Styles] = $"""<styleSheet xmlns="{Main}"><fonts><font><sz val="11"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders><cellXfs><xf/></cellXfs></styleSheet>""",
        [Texts] = $"""<sst xmlns="{Main}"><si><t>first</t></si><si><t>second</t></si></sst>""",
        [Sheet] = $"""<worksheet xmlns="{Main}" xmlns:r="{Office}relationships"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>""",
    };

    /// <summary>The workbook with other parts in the place of its own.</summary>
    public static byte[] With(params (string Part, string Content)[] others) => Edit(others).ToBytes();

    /// <summary>The workbook with what a sheet holds inside its root.</summary>
    public static byte[] OfSheet(string inside, params (string Part, string Content)[] others) => With([(Sheet, Page(inside)), .. others]);

    /// <summary>A sheet with a drawing on it, whose content is given, and with a chart where that is given too.</summary>
    public static byte[] Drawn(string anchors, string? chart, string inside = "<sheetData/>")
    {
        (string, string)[] drawn =
        [
            ("xl/worksheets/_rels/sheet1.xml.rels", Links(("rId1", Kind + "drawing", "../drawings/drawing1.xml"))),
            (Drawing, $"""<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{Office}relationships">{anchors}</xdr:wsDr>"""),
        ];
        (string, string)[] charted = chart is null ? [] :
        [
            ("xl/drawings/_rels/drawing1.xml.rels", Links(("rId1", Kind + "chart", "../charts/chart1.xml"))),
            (Chart, $"""<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{chart}</c:chartSpace>"""),
        ];
        return OfSheet(inside + """<drawing r:id="rId1"/>""", [.. drawn, .. charted]);
    }

    /// <summary>The styles of a workbook, from what stands inside their root.</summary>
    public static (string Part, string Content) Looks(string inside) => (Styles, $"""<styleSheet xmlns="{Main}">{inside}</styleSheet>""");

    /// <summary>The workbook's own part, from what stands inside its root.</summary>
    public static (string Part, string Content) Whole(string inside, string attributes = "") => (Book, $"""<workbook xmlns="{Main}" xmlns:r="{Office}relationships" {attributes}>{inside}</workbook>""");

    /// <summary>The texts that cells share.</summary>
    public static (string Part, string Content) Shared(string inside) => (Texts, $"""<sst xmlns="{Main}">{inside}</sst>""");

    /// <summary>A list of relationships.</summary>
    public static string Links(params (string Id, string Kind, string Target)[] links) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(links.Select(link => $"""<Relationship Id="{link.Id}" Type="{link.Kind}" Target="{link.Target}"/>"""))}</Relationships>""";

    private static string Page(string inside) => $"""<worksheet xmlns="{Main}" xmlns:r="{Office}relationships">{inside}</worksheet>""";

    private static WorkbookEdit Edit(IEnumerable<(string Part, string Content)> others)
    {
        var edit = new WorkbookEdit(Empty());
        foreach (var (part, content) in Parts.Select(part => (part.Key, part.Value)).Concat(others))
        {
            edit.Parts[part] = Encoding.UTF8.GetBytes(content);
        }

        return edit;
    }

    private static byte[] Empty()
    {
        using var file = new MemoryStream();
        new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true).Dispose();
        return file.ToArray();
    }
}
