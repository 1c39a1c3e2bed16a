using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Verifying.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>What is said of a workbook that is not the one that was made: each difference with its rule, place and words, and no other.</summary>
public sealed class GoldenWorkbookEditTests
{
    private static readonly ReaderCell[] Readers =
    [
        new("Page", "A5", new("姓名", "name"), ReaderKind.Name), new("Page", "B5", new("日期", "day"), ReaderKind.Day), new("Page", "C5", new("意见", "opinion"), ReaderKind.Opinion), new("Page", "A6", new("试算", "trial"), ReaderKind.Trial),
        new("Other", "A1", new("盖章", "seal"), ReaderKind.Seal),
    ];

    private static readonly string Long = new('x', 81), Longest = new('长', 201);

    private static readonly Dictionary<string, byte[]> Books = new(StringComparer.Ordinal)
    {
        ["saved again"] = Page(),
        ["a value"] = Page(a1: "<v>13</v>"),
        ["the same value written otherwise"] = Page(a1: "<v>12.0</v>"),
        ["a value that differs by rounding"] = Page(a1: "<v>12.00000001</v>"),
        ["a value that differs beyond rounding"] = Page(a1: "<v>12.0000001</v>"),
        ["a text for a number"] = Page(a1: "<v>12</v>", a1Type: "str"),
        ["an error for a number"] = Page(a1: "<v>#N/A</v>", a1Type: "e"),
        ["no value"] = Page(a1: ""),
        ["a long text"] = Page(b1: Long),
        ["a text of eighty letters"] = Page(b1: Long[1..]),
        ["another formula"] = Page(c1: "<f>A1*3</f><v>24</v>"),
        ["a formula's value"] = Page(c1: "<f>A1*2</f><v>25</v>"),
        ["a value in a formula's place"] = Page(c1: "<v>24</v>"),
        ["a formula in a value's place"] = Page(a1: "<f>6*2</f><v>12</v>"),
        ["a cell more"] = Page(more: "<row r=\"9\"><c r=\"B9\"><v>7</v></c></row>"),
        ["other looks"] = Page(style: 1),
        ["letters of another look"] = Page(b1Runs: "<r><rPr><b/></rPr><t>wor</t></r><r><rPr><b/></rPr><t>ds</t></r>"),
        ["a blank that looks like something"] = Page(more: "<row r=\"9\"><c r=\"B9\" s=\"1\"/></row>"),
        ["a blank that looks otherwise"] = Page(blank: 0),
        ["a row higher"] = Page(height: 22),
        ["a row higher within the air"] = Page(height: 21.9),
        ["a row that nobody reads"] = Page(height: 0.9),
        ["an empty row higher"] = Page(emptyHeight: 23),
        ["an empty row much higher"] = Page(emptyHeight: 23.5),
        ["an empty row lower"] = Page(emptyHeight: 6.5),
        ["a row of readers higher"] = Page(readerHeight: 90),
        ["a row of readers lower"] = Page(readerHeight: 5),
        ["a column wider"] = Page(width: 21.96),
        ["a column wider within the air"] = Page(width: 21.9),
        ["a hidden column"] = Page(width: 0),
        ["a column right of what stands there"] = Page(columns: "<col min=\"4\" max=\"9\" width=\"40\"/>"),
        ["a name and a day"] = Page(a5: "张工", b5: "<v>46357</v>", c5: "同意"),
        ["a day before all days"] = Page(b5: "<v>0</v>"),
        ["the first day"] = Page(b5: "<v>1</v>"),
        ["a day after all days"] = Page(b5: "<v>2958466</v>"),
        ["a day in words"] = Page(b5: "<is><t>明天</t></is>", b5Type: "inlineStr"),
        ["a long opinion"] = Page(c5: Longest),
        ["an opinion of two hundred letters"] = Page(c5: Longest[1..]),
        ["a formula for a name"] = Page(a5Formula: "<f>1+1</f>"),
        ["a number to try"] = Page(a6: "<v>3</v>"),
        ["words to try"] = Page(a6: "<is><t>三</t></is>", a6Type: "inlineStr"),
        ["nothing to try"] = Page(a6: ""),
        ["a hidden sheet"] = Page(state: "hidden"),
        ["a sheet of another name"] = Page(name: "Paper"),
        ["another property"] = Page(others: ("docProps/custom.xml", """<Properties><property name="opsreg.contract"><v>example-2027</v></property><property name="other"><v>1</v></property></Properties>""")),
        ["no zeros and something unknown"] = Page(before: "<sheetViews><sheetView showZeros=\"0\" showOdd=\"1\"/></sheetViews>"),
        ["a program with a long name"] = Page(others: ("docProps/app.xml", $"<Properties><Application>{new string('p', 61)}</Application></Properties>")),
        ["a program with a name of sixty letters"] = Page(others: ("docProps/app.xml", $"<Properties><Application>{new string('p', 60)}</Application></Properties>")),
        ["a part that nothing leads to"] = Page(others: ("xl/macros.bin", "macro")),
    };

    private const string Styles = """
        <fonts><font><sz val="11"/></font><font><b/><sz val="12"/></font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEE"/></patternFill></fill></fills>
        <borders><border/><border><top style="thin"/></border></borders><cellXfs><xf/><xf numFmtId="2" fontId="1" fillId="1" borderId="1"><alignment horizontal="center"/></xf></cellXfs>
        """;

    public static TheoryData<string> Names => [.. Books.Keys];

    [Theory, MemberData(nameof(Names))]
    public void What_is_edited_is_told_in_these_words(string name)
    {
        var compared = WorkbookComparison.Compare("a.xlsx", new(Made, Readers), Books[name]);
        Golden.Matches($"expected/workbooks/edit-{name.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal)}.txt", Told(compared));
    }

    [Fact]
    public void The_very_bytes_differ_in_nothing() => Assert.Equal("IsSigned: false\n", InFull.Of(WorkbookComparison.Compare("a.xlsx", new(Made, Readers), Made)));

    /// <summary>Where a reader tries a number, the sheet is the one that was calculated with it: other figures, the same formulas.</summary>
    [Theory]
    [InlineData("tried", "<f>A1*2</f><v>30</v>")]
    [InlineData("tried and not calculated", "<f>A1*2</f><v>24</v>")]
    [InlineData("tried with another formula", "<f>A1*3</f><v>30</v>")]
    public void A_number_that_is_tried_is_calculated_through(string name, string c1)
    {
        var compared = WorkbookComparison.Compare("a.xlsx", new(Made, Readers) { Tried = Page(c1: "<f>A1*2</f><v>30</v>", a6: "<v>3</v>") }, Page(c1: c1, a6: "<v>3</v>"));
        Golden.Matches($"expected/workbooks/edit-{name.Replace(' ', '-')}.txt", Told(compared));
    }

    /// <summary>A package may be as large as is read, and not a byte larger.</summary>
    [Fact]
    public void A_package_may_be_as_large_as_is_read()
    {
        var size = new WorkbookEdit(Made).Parts.Values.Sum(part => (long)part.Length);
        Assert.NotEmpty(WorkbookPackage.Open(Made, size).Names);
        Assert.EndsWith("is too large when unpacked", Assert.Throws<NotAWorkbookException>(() => WorkbookPackage.Open(Made, size - 1)).Words.En, StringComparison.Ordinal);
    }

    /// <summary>A row of a point is the lowest that anybody sees.</summary>
    [Theory]
    [InlineData(1, 5, "LookEdited")]
    [InlineData(5, 1, "LookEdited")]
    [InlineData(0.9, 5, "ShownOtherwise")]
    [InlineData(5, 0.9, "ShownOtherwise")]
    [InlineData(0.9, 1, "ShownOtherwise")]
    [InlineData(1, 0.9, "ShownOtherwise")]
    [InlineData(0.9, 0, "SavedAgain")]
    [InlineData(1, 1, "SavedAgain")]
    public void A_row_lower_than_a_point_is_hidden(double made, double found, string rule) =>
        Assert.Equal(rule, Assert.Single(WorkbookComparison.Compare("a.xlsx", new(Page(height: made, saved: ""), Readers), Page(height: found)).Findings).Rule.Name);

    [Theory]
    [InlineData("a drawing moved a little", 0.2, 0.2, 0)]
    [InlineData("a drawing moved", 0.4, 0.4, 0)]
    [InlineData("a drawing made smaller", 0, 0.4, 0)]
    [InlineData("a drawing more", 0, 0, 1)]
    public void Drawings_stand_where_they_stood(string name, double top, double bottom, int more)
    {
        var compared = WorkbookComparison.Compare("a.xlsx", new(Drawn(0, 0, 0), []), Drawn(top, bottom, more));
        Golden.Matches($"expected/workbooks/edit-{name.Replace(' ', '-')}.txt", Told(compared));
    }

    [Fact]
    public void Letters_of_a_chart_that_were_not_there_are_told()
    {
        var compared = WorkbookComparison.Compare("a.xlsx", new(Lettered("900", "FF0000"), []), Lettered("800", "FFFFFF"));
        Golden.Matches("expected/workbooks/edit-other-letters-of-a-chart.txt", Told(compared));
    }

    /// <summary>What is refused before anything is compared.</summary>
    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_no_workbook_of_ours_is_refused_in_these_words(string name, string words)
    {
        var refused = Assert.Throws<NotAWorkbookException>(() => WorkbookContent.Read(WorkbookPackage.Open(Refused[name])));
        Assert.Equal(words, refused.Words.En);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "a row twice", "row 2 is misnamed or stands twice" },
        { "a row before all", "row 0 is misnamed or stands twice" },
        { "a row after all", "row 1048577 is misnamed or stands twice" },
        { "a cell twice", "cell A1 is misnamed or stands twice" },
        { "a blank twice", "cell A1 is misnamed or stands twice" },
        { "a cell of another row", "cell A2 is misnamed or stands twice" },
        { "a cell without a number", "cell A is misnamed or stands twice" },
        { "a text that is not there", "the text of cell A1 is not in the file" },
        { "a text before all", "the text of cell A1 is not in the file" },
        { "columns before all", "columns 0 to 1 are misnamed" },
        { "columns after all", "columns 1 to 16385 are misnamed" },
        { "columns backwards", "columns 2 to 1 are misnamed" },
        { "more columns than there are", "more than 16384 descriptions of columns" },
        { "a sheet with an odd trait", "a sheet has an unknown odd" },
        { "a sheet that leads nowhere", "a sheet has no content" },
        { "days from 1904", "the workbook counts days from 1904, which shifts dates by four years" },
        { "another root", "the package holds no Excel workbook" },
        { "a property twice", "the property opsreg.period stands twice" },
        { "two kinds of one part", "what 'xl/workbook.xml' is stands twice" },
        { "two links of one id", "_rels/.rels has rId1 twice" },
        { "a link to nothing", "_rels/.rels leads to xl/other.xml, which is not in the file" },
        { "two lists of texts", "'xl/workbook.xml' has 2 relationships of the kind sharedStrings" },
        { "no list of parts", "the package does not say what its parts are" },
        { "no XML", "part xl/workbook.xml is not readable XML" },
        { "more drawings than anybody looks at", "xl/drawings/drawing1.xml has more than 500 drawings" },
    };

    private static readonly Dictionary<string, byte[]> Refused = new(StringComparer.Ordinal)
    {
        ["a row twice"] = HandmadeBook.OfSheet("<sheetData><row/><row/><row r=\"2\"/></sheetData>"),
        ["a row before all"] = HandmadeBook.OfSheet("<sheetData><row r=\"0\"/></sheetData>"),
        ["a row after all"] = HandmadeBook.OfSheet("<sheetData><row r=\"1048577\"/></sheetData>"),
        ["a cell twice"] = HandmadeBook.OfSheet("<sheetData><row><c><v>1</v></c><c r=\"A1\"><v>1</v></c></row></sheetData>"),
        ["a blank twice"] = HandmadeBook.OfSheet("<sheetData><row><c s=\"1\"/><c r=\"A1\" s=\"1\"/></row></sheetData>", HandmadeBook.Looks(Styles)),
        ["a cell of another row"] = HandmadeBook.OfSheet("<sheetData><row r=\"1\"><c r=\"A2\"><v>1</v></c></row></sheetData>"),
        ["a cell without a number"] = HandmadeBook.OfSheet("<sheetData><row r=\"1\"><c r=\"A\"><v>1</v></c></row></sheetData>"),
        ["a text that is not there"] = HandmadeBook.OfSheet("<sheetData><row><c t=\"s\"><v>2</v></c></row></sheetData>"),
        ["a text before all"] = HandmadeBook.OfSheet("<sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData>"),
        ["columns before all"] = HandmadeBook.OfSheet("<cols><col min=\"0\" max=\"1\"/></cols><sheetData/>"),
        ["columns after all"] = HandmadeBook.OfSheet("<cols><col min=\"1\" max=\"16385\"/></cols><sheetData/>"),
        ["columns backwards"] = HandmadeBook.OfSheet("<cols><col min=\"2\" max=\"1\"/></cols><sheetData/>"),
        ["more columns than there are"] = HandmadeBook.OfSheet($"<cols>{string.Concat(Enumerable.Repeat("<col min=\"1\" max=\"1\"/>", 16385))}</cols><sheetData/>"),
        ["a sheet with an odd trait"] = HandmadeBook.With(HandmadeBook.Whole("""<sheets><sheet name="Page" r:id="rId1" odd="1"/></sheets>""")),
        ["a sheet that leads nowhere"] = HandmadeBook.With(HandmadeBook.Whole("""<sheets><sheet name="Page" r:id="rId2"/></sheets>""")),
        ["days from 1904"] = HandmadeBook.With(HandmadeBook.Whole("<workbookPr date1904=\"true\"/>")),
        ["another root"] = HandmadeBook.With((HandmadeBook.Book, "<workbook/>")),
        ["a property twice"] = HandmadeBook.With(("docProps/custom.xml", """<Properties><property name="opsreg.period"><v>P1</v></property><property name="opsreg.period"><v>P2</v></property></Properties>""")),
        ["two kinds of one part"] = HandmadeBook.With(("[Content_Types].xml", """<Types><Override PartName="/xl/workbook.xml"/><Override PartName="xl/Workbook.xml"/></Types>""".Replace("Workbook", "workbook", StringComparison.Ordinal))),
        ["two links of one id"] = HandmadeBook.With(("_rels/.rels", HandmadeBook.Links(("rId1", "a", "docProps/app.xml"), ("rId1", "b", "docProps/custom.xml")))),
        ["a link to nothing"] = HandmadeBook.With(("_rels/.rels", HandmadeBook.Links(("rId1", "a", "xl/other.xml")))),
        ["two lists of texts"] = HandmadeBook.With(("xl/_rels/workbook.xml.rels", HandmadeBook.Links(("rId1", Office + "worksheet", "worksheets/sheet1.xml"), ("rId2", Office + "sharedStrings", "sharedStrings.xml"), ("rId3", Office + "sharedStrings", "styles.xml")))),
        ["no list of parts"] = Without("[Content_Types].xml"),
        ["no XML"] = HandmadeBook.With((HandmadeBook.Book, "workbook")),
        ["more drawings than anybody looks at"] = HandmadeBook.Drawn(string.Concat(Enumerable.Repeat("<xdr:oneCellAnchor/>", 501)), null),
    };

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static byte[] Made => Page(saved: "");

    private static string Told(ComparedWorkbook compared) => InFull.Of(compared);

    private static byte[] Without(string part)
    {
        var edit = new WorkbookEdit(HandmadeBook.With());
        edit.Parts.Remove(part);
        return edit.ToBytes();
    }

    private static byte[] Page(
        string a1 = "<v>12</v>", string? a1Type = null, string b1 = "words", string? b1Runs = null, string c1 = "<f>A1*2</f><v>24</v>", string more = "", int style = 0, int blank = 1,
        double height = 20, double emptyHeight = 15, double readerHeight = 15, double width = 20, string columns = "", string? a5 = null, string a5Formula = "", string b5 = "", string? b5Type = null, string? c5 = null,
        string a6 = "<v>0</v>", string? a6Type = null, string state = "visible", string name = "Page", string before = "", string saved = "<?saved again?>", params (string, string)[] others)
    {
        FormattableString page = $"""
            {before}<cols><col min="1" max="1" width="{width}"/>{columns}</cols><sheetData>
            <row r="1" ht="{height}"><c r="A1" s="{style}"{Typed(a1Type)}>{a1}</c><c r="B1" t="inlineStr"><is>{b1Runs ?? $"<t>{b1}</t>"}</is></c><c r="C1">{c1}</c></row>
            <row r="2" ht="{emptyHeight}"/><row r="3"><c r="A3" s="{blank}"/></row>
            <row r="5" ht="{readerHeight}"><c r="A5" t="inlineStr">{a5Formula}<is><t>{a5}</t></is></c><c r="B5"{Typed(b5Type)}>{b5}</c><c r="C5" t="inlineStr"><is><t>{c5}</t></is></c></row>
            <row r="6"><c r="A6"{Typed(a6Type)}>{a6}</c></row>{more}</sheetData>{saved}
            """;
        return HandmadeBook.OfSheet(
            FormattableString.Invariant(page),
            [HandmadeBook.Looks(Styles), HandmadeBook.Whole($"""<sheets><sheet name="{name}" sheetId="1" r:id="rId1" state="{state}"/></sheets>"""), .. others]);
    }

    private static string Typed(string? type) => type is null ? "" : $" t=\"{type}\"";

    /// <summary>A box of five rows and three columns, and further ones on it.</summary>
    private static byte[] Drawn(double top, double bottom, int more)
    {
        static string Corner(string name, int column, int row, double share) => FormattableString.Invariant($"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:row>{row}</xdr:row><xdr:rowOff>{(int)(share * 15 * 12700)}</xdr:rowOff></xdr:{name}>");
        var box = $"<xdr:twoCellAnchor>{Corner("from", 1, 2, top)}{Corner("to", 4, 7, bottom)}</xdr:twoCellAnchor>";
        return HandmadeBook.Drawn(string.Concat(Enumerable.Repeat(box, 1 + more)), null, """<sheetData><row r="1"><c><v>1</v></c></row></sheetData>""");
    }

    private static byte[] Lettered(string size, string colour) => HandmadeBook.Drawn(
        """<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:row>7</xdr:row></xdr:to><xdr:graphicFrame macro=""><a:graphic><a:graphicData uri="c"><c:chart r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:twoCellAnchor>""",
        $"""<c:chart><c:title><c:txPr><a:p><a:pPr><a:defRPr sz="{size}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:defRPr></a:pPr></a:p></c:txPr></c:title></c:chart>""");
}
