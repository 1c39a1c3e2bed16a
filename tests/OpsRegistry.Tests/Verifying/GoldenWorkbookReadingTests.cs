using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Verifying.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>What is read of a workbook, told whole: each cell, look, size, drawing and fact, and each thing of which it is not known how it is shown.</summary>
public sealed class GoldenWorkbookReadingTests
{
    private const string Corners = "<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>95250</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>9999999</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>-5</xdr:rowOff></xdr:to>";
    private const string Frame = """<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart" descr="Scores"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>""";

    private static readonly Dictionary<string, Func<byte[]>> Books = new(StringComparer.Ordinal)
    {
        ["cells"] = () => HandmadeBook.OfSheet(
            """
            <sheetData>
            <row><c t="s"><v>0</v></c><c t="s"/><c t="inlineStr"><is><t>_x000D_one_x000A_two_x4e00_</t></is></c><c t="str"><v>words</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><v>2.50</v></c><c t="n"><v>3</v></c><c t="d"><v>4</v></c></row>
            <row><c r="B2"><f>SUM( A1 , 1 )</f><v>5</v></c><c><f t="shared" si="0" ref="C2:C4">A1*$B$2</f><v>6</v></c><c><f t="array" ref="D2:D3">A1:A2</f><v>7</v></c><c><f t="shared">A9</f></c><c><f ca="1" bx="1">NOW()</f></c></row>
            <row r="4" ht="30" hidden="0"><c r="C4"><f t="shared" si="0"/><v>8</v></c><c r="D4"><f t="shared" si="9"/><v>9</v></c><c r="F4" ph="1"><v>1</v><extLst/></c><c r="G4"><v><t/></v></c></row>
            <row r="5" hidden="1" ht="12"/><row r="6" customFormat="1" s="1"/><row r="7" customFormat="1" s="2" spans="1:2" colour="red"/><row r="8" s="2"/><row r="9" ht="many"/><row r="10" ht="0.4"/>
            <row r="11"><c r="A11" s="2"/><c r="B11" s="1"/><c r="C11" s="9"/><c r="D11" s="2"><f>1</f></c><c r="E11" t="s"><v>1</v></c></row>
            </sheetData>
            """,
            Grounds,
            HandmadeBook.Shared("<si><t>first</t></si><si><r><t>se</t></r><r><rPr><b/><rFont val=\"Arial\"/><sz val=\"9\"/></rPr><t>cond</t></r><r><rPr><rFont val=\"Wingdings\"/></rPr><t> third</t></r><phoneticPr fontId=\"1\"/><rPh><t>x</t></rPh></si><si><t>third<u/></t><r><x/></r></si>")),
        ["sizes"] = () => HandmadeBook.OfSheet(
            """
            <sheetFormatPr defaultRowHeight="18" defaultColWidth="9.5"/>
            <cols><col min="1" max="2" width="20"/><col min="3" max="3" width="5" hidden="1"/><col min="4" max="4" hidden="true"/><col min="5" max="16384" width="NaN" style="2" bestFit="1" odd="1"/><col min="6" max="6" style="1"><x/></col></cols>
            <sheetData><row r="2" ht="40"/><row r="1048576"/></sheetData>
            """,
            Grounds),
        ["rows hidden by default"] = () => HandmadeBook.OfSheet("""<sheetFormatPr zeroHeight="1" defaultRowHeight="18"/><sheetData><row r="2" ht="40"/><row r="3"/></sheetData>"""),
        ["rows of the usual height"] = () => HandmadeBook.OfSheet("""<sheetFormatPr zeroHeight="0"/><sheetData><row r="2"/></sheetData>"""),
        ["looks"] = () => HandmadeBook.OfSheet(
            $"<sheetData>{string.Concat(Enumerable.Range(0, 19).Select(style => $"<row r=\"{style + 1}\"><c r=\"A{style + 1}\" s=\"{style}\"><v>1</v></c></row>"))}</sheetData>",
            HandmadeBook.Looks(
                """
                <numFmts><numFmt numFmtId="164" formatCode="0.0\ &quot;x&quot;"/><numFmt numFmtId="164" formatCode="0"/><numFmt numFmtId="165"/></numFmts>
                <fonts><font><sz val="11"/><name val="宋体"/><color rgb="FF000000"/></font><font><b/><i val="0"/><u/><strike val="true"/><sz val="9"/><name val="Wingdings"/><color theme="1" tint="0.5"/></font><font><u val="double"/><vertAlign val="superscript"/><color rgb="ff00ff" tint="-0.2"/><scheme val="minor"/><outline/><shadow val="1"/><condense/><extend/></font><font><b val="false"/><u val="none"/><vertAlign/><color indexed="8"/><color rgb="1"/><family val="2"/><blur/></font></fonts>
                <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEE"/><bgColor rgb="FF111111"/></patternFill></fill><fill><gradientFill/></fill></fills>
                <borders><border/><border diagonalUp="1"><left style="thin"><color rgb="FF010203"/></left><right style="none"/><top/><bottom style="double"><color auto="1"/></bottom><diagonal/></border></borders>
                <cellStyleXfs><xf numFmtId="1" fontId="1" fillId="2" borderId="1"/><xf numFmtId="2"><alignment horizontal="center"/></xf></cellStyleXfs>
                <cellXfs><xf/><xf numFmtId="4" fontId="1"/><xf numFmtId="164" fontId="2" fillId="1"/><xf numFmtId="165" fontId="3" fillId="2"/><xf numFmtId="999" fontId="9" fillId="9" borderId="9"/><xf fontId="-1" fillId="-1" borderId="-1" numFmtId="-1"/>
                <xf borderId="1" fillId="3"/><xf><alignment horizontal="center" vertical="top" wrapText="1" textRotation="0" indent="2" shrinkToFit="true" readingOrder="1"/></xf><xf><alignment horizontal="general" vertical="bottom" other="1"/></xf>
                <xf xfId="0" applyFont="0"/><xf xfId="0" applyFont="false" fontId="1"/><xf xfId="0" applyFont="1"/><xf xfId="0" applyNumberFormat="0" applyFill="0" applyBorder="0"/><xf xfId="1" applyAlignment="0" applyNumberFormat="0" numFmtId="2"/><xf xfId="2" applyFont="0"/><xf xfId="-1" applyFont="0"/>
                <xf numFmtId="14"/><xf numFmtId="27"/></cellXfs>
                """)),
        ["the workbook's own facts"] = () => HandmadeBook.With(HandmadeBook.Whole(
            """
            <workbookPr date1904="0" showObjects="placeholders" backupFile="1" odd="1"/><bookViews><workbookView visibility="hidden" showSheetTabs="true" xWindow="3"/><workbookView visibility="visible"/></bookViews>
            <sheets><sheet name="Page" sheetId="1" r:id="rId1"/></sheets>
            <definedNames><definedName name="Score">Page!$A$1</definedName><definedName name="Score" localSheetId="0" hidden="1"> 'Page'!$B$1 </definedName><definedName name="Run" function="1" hidden="0">1</definedName><definedName name="Do" vbProcedure="true">2</definedName><definedName name="Old" xlm="1" hidden="true">3</definedName><definedName name="Score">4</definedName></definedNames>
            <calcPr calcMode="manual" fullPrecision="true" iterate="0"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"/><ext uri="{0}"/></extLst><webPublishing/>
            """, "conformance=\"strict\"")),
        ["the sheet's own facts"] = () => HandmadeBook.OfSheet(
            """
            <sheetPr filterMode="1"><pageSetUpPr fitToPage="1"/></sheetPr>
            <sheetViews><sheetView showFormulas="1" showZeros="0" topLeftCell="B9" zoomScale="50"><pane ySplit="4" state="frozen"/></sheetView></sheetViews>
            <sheetData/><autoFilter ref="A1:B2"/><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/><mergeCell ref="A2:B2"/></mergeCells>
            <conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="1" priority="1" stopIfTrue="1"><formula>'Page'!A1 = 1</formula></cfRule><cfRule type="expression" dxfId="0" priority="2"><formula>2</formula></cfRule></conditionalFormatting>
            <conditionalFormatting sqref="A2"><cfRule type="expression" dxfId="7" priority="3"/><cfRule type="expression" dxfId="-1" priority="4"/><cfRule type="expression" dxfId="x" priority="5"/></conditionalFormatting>
            <hyperlinks><hyperlink ref="A3" location="'Page'!A1" tooltip="there"/></hyperlinks>
            <printOptions headings="0" horizontalCentered="1"/><pageMargins left="0.7" right="0.70" top="0.123456789"/><pageSetup paperSize="9" orientation="default" fitToHeight="0" firstPageNumber="1"/>
            <headerFooter differentFirst="0"><oddHeader>&amp;"Arial,Regular"top</oddHeader><oddFooter>&amp;"Wingdings,Regular"foot</oddFooter><evenFooter>x</evenFooter></headerFooter>
            """,
            HandmadeBook.Looks("""<dxfs><dxf><font><b/></font></dxf><dxf><font><color rgb="FFFF0000"/></font><fill><patternFill><fgColor rgb="FF222222"/><bgColor rgb="FF00AA00"/></patternFill></fill><numFmt numFmtId="1" formatCode="0"/></dxf></dxfs>""")),
        ["a sheet scrolled without rows that stay"] = () => HandmadeBook.OfSheet("""<sheetViews><sheetView topLeftCell="B9"/></sheetViews><sheetData/>"""),
        ["a sheet whose rows stay from the first on"] = () => HandmadeBook.OfSheet("""<sheetViews><sheetView topLeftCell="A1"><pane ySplit="1" xSplit="2"/></sheetView></sheetViews><sheetData/>"""),
        ["sheets in no list"] = () => HandmadeBook.With(
            HandmadeBook.Whole("""<sheets><sheet name="Page" sheetId="1" r:id="rId1" state="hidden"/><other/><sheet sheetId="2" r:id="rId1"><x/></sheet></sheets>"""),
            ("xl/worksheets/sheet2.xml", "<worksheet/>"),
            ("xl/_rels/workbook.xml.rels", HandmadeBook.Links(("rId1", Office + "worksheet", "worksheets/sheet1.xml"), ("rId2", Office + "styles", "styles.xml"), ("rId3", Office + "sharedStrings", "sharedStrings.xml"), ("rId4", Office + "worksheet", "worksheets/sheet2.xml")))),
        ["a chart"] = () => HandmadeBook.Drawn($"<xdr:twoCellAnchor editAs=\"oneCell\">{Corners}{Frame}</xdr:twoCellAnchor>", WholeChart, """<sheetData><row r="3" ht="20"/></sheetData>"""),
        ["drawings"] = () => HandmadeBook.Drawn(
            $"""
            <xdr:twoCellAnchor>{Corners}<xdr:pic/></xdr:twoCellAnchor><xdr:oneCellAnchor/><xdr:twoCellAnchor><xdr:from/></xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:to/></xdr:twoCellAnchor>
            <xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>200000</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>95250</xdr:rowOff></xdr:to></xdr:twoCellAnchor>
            <xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row><xdr:rowOff>900</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:to>{Frame}</xdr:twoCellAnchor>
            """,
            null,
            """<cols><col min="1" max="1" width="0"/></cols><sheetData><row r="1" hidden="1"/></sheetData>"""),
        ["a drawing that leads nowhere"] = () => HandmadeBook.OfSheet("""<sheetData/><drawing r:id="rId1"/>"""),
    };

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static (string, string) Grounds => HandmadeBook.Looks("""
        <fonts><font><sz val="11"/></font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEE"/></patternFill></fill></fills><borders><border/></borders><cellXfs><xf/><xf fontId="0"/><xf fillId="1"/></cellXfs>
        """);

    private const string WholeChart = """
        <c:date1904 val="1"/><c:roundedCorners val="0"/><c:style val="2"/>
        <c:chart><c:title><c:tx><c:rich><a:bodyPr rot="1" vert="horz"/><a:p><a:r><a:rPr sz="900" b="1" strike="noStrike" u="none" spc="100"><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill><a:latin typeface="Arial" pitchFamily="34" charset="0" panose="1"/></a:rPr><a:t>Sco</a:t></a:r><a:r><a:rPr sz="1000" strike="sngStrike" u="sng" spc="-101"><a:noFill/><a:latin typeface="Wingdings"/></a:rPr><a:t>res</a:t></a:r></a:p></c:rich></c:tx><c:layout/><c:overlay val="1"/></c:title><c:autoTitleDeleted val="false"/>
        <c:plotArea><c:layout><c:manualLayout/></c:layout>
        <c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="1"/>
        <c:ser><c:idx val="0"/><c:order val="1"/><c:tx><c:strRef><c:f> Page!$A$1 </c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>one</c:v></c:pt></c:strCache></c:strRef></c:tx>
        <c:spPr><a:solidFill><a:srgbClr val="00aa00"/></a:solidFill><a:ln w="19051"><a:solidFill><a:srgbClr val="0000ff"/></a:solidFill></a:ln></c:spPr>
        <c:dLbls><c:numFmt formatCode="0.0;-0.0;0;&quot;x&quot;@" sourceLinked="1"/><c:spPr><a:noFill/><a:ln w="19050" cap="flat" cmpd="sng"><a:solidFill/><a:prstDash val="solid"/><a:miter lim="1"/></a:ln></c:spPr><c:showVal val="1"/></c:dLbls>
        <c:cat><c:strRef><c:f>Page!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>x</c:v></c:pt><c:pt idx="1"><c:v>y</c:v></c:pt></c:strCache></c:strRef></c:cat>
        <c:val><c:numRef><c:f>Page!$B$2:$B$3</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>1.50000001</c:v></c:pt><c:pt idx="1"><c:v>true</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>
        <c:ser><c:idx val="1"/><c:tx><c:strRef><c:f>"two"</c:f><c:strCache><c:pt idx="0"><c:v>two</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:pattFill prst="pct5"><a:fgClr><a:srgbClr val="aabbcc"/></a:fgClr><a:bgClr><a:srgbClr val="ffffff"/></a:bgClr></a:pattFill><a:ln><a:noFill/></a:ln></c:spPr>
        <c:dLbls><c:numFmt formatCode="0.0" sourceLinked="true"/></c:dLbls><c:cat/><c:val><c:numLit/></c:val></c:ser>
        <c:ser><c:tx><c:v>three</c:v></c:tx><c:spPr><a:gradFill/><a:ln w="x"/></c:spPr><c:dLbls><c:numFmt sourceLinked="0"/></c:dLbls><c:bubble/></c:ser><c:gapWidth val="150"/><c:overlap val="100"/></c:barChart>
        <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:spPr><a:solidFill><a:srgbClr val="00aa00"><a:alpha val="1"/></a:srgbClr></a:solidFill></c:spPr></c:catAx>
        <c:valAx><c:scaling><c:max val="100"/><c:min val="80.0"/></c:scaling><c:delete val="1"/><c:numFmt formatCode="General"/><c:majorUnit val="10"/></c:valAx></c:plotArea>
        <c:legend><c:legendPos val="b"/><c:txPr><a:p><a:pPr><a:defRPr sz="800" spc="99" u="dbl"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:ea typeface="宋体"/><a:cs typeface="O"/><a:sym/></a:defRPr></a:pPr></a:p></c:txPr></c:legend><c:plotVisOnly val="0"/></c:chart>
        """;

    public static TheoryData<string> Names => [.. Books.Keys];

    [Theory, MemberData(nameof(Names))]
    public void What_is_read_is_as_accepted(string name) =>
        Golden.Matches($"expected/workbooks/read-{name.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal)}.txt", InFull.Of(WorkbookContent.Read(WorkbookPackage.Open(Books[name]()))));
}
