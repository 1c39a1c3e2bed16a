using System.Xml.Linq;
using OpsRegistry.Loading;
using OpsRegistry.Verifying.Workbooks;
using static OpsRegistry.Tests.Verifying.WorkbookEdit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Ways to make an honest workbook show something else, each with the rule that finds it; and what may change, because it shows nothing.</summary>
internal static class WorkbookAttacks
{
    private const string Cover = "封面", Scores = "评分表", Deductions = "扣分明细", Settlement = "结算", Duties = "履约";

    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>Every edit; null for what is passed over.</summary>
    public static IReadOnlyDictionary<string, (RuleInfo? Rule, Action<WorkbookEdit> Edit)> All { get; } = new Dictionary<string, (RuleInfo?, Action<WorkbookEdit>)>(StringComparer.Ordinal)
    {
        // What cells hold.
        ["a value"] = (WorkbookRules.ValueEdited, edit => edit.Sheet(Cover, sheet => Cell(sheet, "B6").Element(Main + "v")!.Value = "97")),
        ["a text for a number"] = (WorkbookRules.ValueEdited, edit => edit.Sheet(Cover, sheet => Cell(sheet, "B6").SetAttributeValue("t", "str"))),
        ["a text"] = (WorkbookRules.ValueEdited, edit => edit.Fill(Cover, "B8", "人民币零元整")),
        ["a formula's place taken by a value"] = (WorkbookRules.FormulaEdited, edit => edit.Sheet(Cover, sheet => Cell(sheet, "B6").Element(Main + "f")!.Remove())),
        ["another formula"] = (WorkbookRules.FormulaEdited, edit => edit.Sheet(Cover, sheet => Cell(sheet, "B6").Element(Main + "f")!.Value = "97")),
        ["an array formula"] = (WorkbookRules.FormulaEdited, edit => edit.Sheet(Cover, sheet => Cell(sheet, "B6").Element(Main + "f")!.Add(new XAttribute("t", "array"), new XAttribute("ref", "B6")))),
        ["a cell more"] = (WorkbookRules.ValueEdited, edit => edit.Sheet(Cover, sheet => sheet.Element(Main + "sheetData")!.Add(
            new XElement(Main + "row", new XAttribute("r", 900), new XElement(Main + "c", new XAttribute("r", "A900"), new XElement(Main + "v", 1)))))),
        ["readings above the signs"] = (WorkbookRules.NotCompared, edit => Text(edit, "B8", text => text.AddFirst(new XElement(Main + "rPh", new XElement(Main + "t", "98"))))),
        ["a cell that shows readings"] = (WorkbookRules.NotCompared, edit => edit.Sheet(Cover, sheet => Cell(sheet, "B6").SetAttributeValue("ph", "1"))),
        ["rich values behind a cell"] = (WorkbookRules.NotCompared, edit => edit.Sheet(Cover, sheet => Cell(sheet, "B6").SetAttributeValue("vm", "1"))),
        ["white letters in a part of a text"] = (WorkbookRules.LookEdited, edit => Text(edit, "B8", text => text.ReplaceNodes(
            new XElement(Main + "r", new XElement(Main + "rPr", new XElement(Main + "color", new XAttribute("rgb", "FFFFFFFF"))), new XElement(Main + "t", text.Value))))),
        ["a hyperlink that leads elsewhere"] = (WorkbookRules.LookEdited, edit => edit.Sheet(Scores, sheet => sheet.Descendants(Main + "hyperlink").First().SetAttributeValue("location", "结算!A1"))),
        ["words under the mouse"] = (WorkbookRules.LookEdited, edit => edit.Sheet(Scores, sheet => sheet.Descendants(Main + "hyperlink").First().SetAttributeValue("tooltip", "98"))),
        ["a note that pops up"] = (WorkbookRules.NotCompared, edit => edit.Sheet(Cover, sheet => sheet.Element(Main + "printOptions")!.AddBeforeSelf(
            new XElement(Main + "dataValidations", new XElement(Main + "dataValidation", new XAttribute("sqref", "B6"), new XAttribute("prompt", "98")))))),

        // How they look.
        ["a dot in quotation marks"] = (WorkbookRules.FormatEdited, edit => Format(edit, "#,##0.00", "#,##0\\.00")),
        ["a digit before the number"] = (WorkbookRules.FormatEdited, edit => Format(edit, "0.00", "[$1]0.00")),
        ["other words for a text"] = (WorkbookRules.FormatEdited, edit => edit.Styles(styles => Own(styles, edit, "B8", "numFmtId", Add(styles, "numFmts", new XElement(Main + "numFmt", new XAttribute("numFmtId", 900), new XAttribute("formatCode", ";;;\"95 分及以上\"")), 900)))),
        ["white letters"] = (WorkbookRules.LookEdited, edit => Font(edit, font => font.Element(Main + "color")!.SetAttributeValue("rgb", "FFFFFFFF"))),
        ["a colour of the theme"] = (WorkbookRules.LookEdited, edit => Font(edit, font => font.Element(Main + "color")!.ReplaceAttributes(new XAttribute("theme", 0)))),
        ["a face of pictures"] = (WorkbookRules.LookEdited, edit => Font(edit, font => font.Element(Main + "name")!.SetAttributeValue("val", "Wingdings"))),
        ["a face from the theme"] = (WorkbookRules.LookEdited, edit => Font(edit, font => font.Add(new XElement(Main + "scheme", new XAttribute("val", "minor"))))),
        ["letters too small to read"] = (WorkbookRules.LookEdited, edit => Font(edit, font => font.Element(Main + "sz")!.SetAttributeValue("val", 1))),
        ["letters crossed out"] = (WorkbookRules.LookEdited, edit => Font(edit, font => font.AddFirst(new XElement(Main + "strike")))),
        ["black ground"] = (WorkbookRules.LookEdited, edit => edit.Styles(styles => Own(styles, edit, "B6", "fillId", Add(styles, "fills",
            new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", "solid"), new XElement(Main + "fgColor", new XAttribute("rgb", "FF1A1A1A")))), -1)))),
        ["letters that stand on their heads"] = (WorkbookRules.LookEdited, edit => edit.Styles(styles => Style(styles, edit, "B6").Element(Main + "alignment")!.SetAttributeValue("textRotation", 180))),
        ["letters that shrink"] = (WorkbookRules.LookEdited, edit => edit.Styles(styles => Style(styles, edit, "B6").Element(Main + "alignment")!.SetAttributeValue("shrinkToFit", 1))),
        ["no lines"] = (WorkbookRules.LookEdited, edit => edit.Styles(styles => Own(styles, edit, "B6", "borderId", Add(styles, "borders", new XElement(Main + "border"), -1)))),
        ["cells merged over a figure"] = (WorkbookRules.LookEdited, edit => edit.Sheet(Cover, sheet => sheet.Element(Main + "mergeCells")!.Add(new XElement(Main + "mergeCell", new XAttribute("ref", "A6:B6"))))),
        ["cells no longer merged"] = (WorkbookRules.LookEdited, edit => edit.Sheet(Cover, sheet => sheet.Descendants(Main + "mergeCell").First().Remove())),
        ["a condition with a format of its own"] = (WorkbookRules.LookEdited, edit =>
        {
            edit.Styles(styles => Add(styles, "dxfs", new XElement(Main + "dxf", new XElement(Main + "numFmt", new XAttribute("numFmtId", 901), new XAttribute("formatCode", "\"98.00\""))), -1));
            edit.Sheet(Cover, sheet => sheet.Element(Main + "printOptions")!.AddBeforeSelf(new XElement(Main + "conditionalFormatting", new XAttribute("sqref", "B6"),
                new XElement(Main + "cfRule", new XAttribute("type", "expression"), new XAttribute("dxfId", 1), new XAttribute("priority", 9), new XElement(Main + "formula", "TRUE")))));
        }
        ),
        ["another look of a condition"] = (WorkbookRules.LookEdited, edit => edit.Styles(styles => styles.Descendants(Main + "dxf").First().Element(Main + "font")!.Element(Main + "color")!.SetAttributeValue("rgb", "FFFFFFFF"))),
        ["conditions of a later version"] = (WorkbookRules.NotCompared, edit => edit.Sheet(Cover, sheet => sheet.Add(new XElement(Main + "extLst", new XElement(Main + "ext", new XAttribute("uri", "{78C0D931-6437-407d-A8EE-F0AAD7539E65}")))))),
        ["something only some programs read"] = (WorkbookRules.NotCompared, edit => edit.Sheet(Cover, sheet => sheet.Add(new XElement(Compatibility + "AlternateContent", new XElement(Compatibility + "Choice", new XAttribute("Requires", "x14")))))),

        // What of them is shown.
        ["a hidden row"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Deductions, sheet => Row(sheet, 5).SetAttributeValue("hidden", 1))),
        ["a row of no height"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Deductions, sheet => Row(sheet, 5).SetAttributeValue("ht", 0.5))),
        ["a row of one point"] = (WorkbookRules.LookEdited, edit => edit.Sheet(Deductions, sheet => Row(sheet, 5).SetAttributeValue("ht", 1))),
        ["rows hidden by default"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Element(Main + "sheetFormatPr")!.SetAttributeValue("zeroHeight", 1))),
        ["a hidden column"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Deductions, sheet => sheet.Descendants(Main + "col").First().SetAttributeValue("hidden", 1))),
        ["a column of no width"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Deductions, sheet => sheet.Descendants(Main + "col").First().SetAttributeValue("width", 0))),
        ["a column too narrow to read"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Deductions, sheet => sheet.Descendants(Main + "col").First().SetAttributeValue("width", 0.2))),
        ["a narrower column"] = (WorkbookRules.LookEdited, edit => edit.Sheet(Deductions, sheet => sheet.Descendants(Main + "col").First().SetAttributeValue("width", 3))),
        ["a hidden sheet"] = (WorkbookRules.ShownOtherwise, edit => edit.Workbook(book => Sheet(book, Settlement).SetAttributeValue("state", "hidden"))),
        ["a sheet hidden from menus"] = (WorkbookRules.ShownOtherwise, edit => edit.Workbook(book => Sheet(book, Settlement).SetAttributeValue("state", "veryHidden"))),
        ["a renamed sheet"] = (WorkbookRules.SheetsDiffer, edit => edit.Workbook(book => Sheet(book, Settlement).SetAttributeValue("name", "结算二"))),
        ["sheets in another order"] = (WorkbookRules.SheetsDiffer, edit => edit.Workbook(book => Move(Sheet(book, Settlement)))),
        ["no tabs"] = (WorkbookRules.ShownOtherwise, edit => edit.Workbook(book => book.Descendants(Main + "workbookView").First().SetAttributeValue("showSheetTabs", 0))),
        ["a hidden window"] = (WorkbookRules.ShownOtherwise, edit => edit.Workbook(book => book.Descendants(Main + "workbookView").First().SetAttributeValue("visibility", "hidden"))),
        ["no charts on the screen"] = (WorkbookRules.ShownOtherwise, edit => edit.Workbook(book => book.Element(Main + "workbookPr")!.SetAttributeValue("showObjects", "none"))),
        ["formulas shown for values"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Descendants(Main + "sheetView").First().SetAttributeValue("showFormulas", 1))),
        ["no zeros"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Descendants(Main + "sheetView").First().SetAttributeValue("showZeros", 0))),
        ["columns from the right"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Descendants(Main + "sheetView").First().SetAttributeValue("rightToLeft", 1))),
        ["rows above those that stay in sight"] = (WorkbookRules.ShownOtherwise, edit => edit.Sheet(Duties, sheet =>
        {
            var view = sheet.Descendants(Main + "sheetView").First();
            view.SetAttributeValue("topLeftCell", "A9");
            view.Elements(Main + "pane").Remove();
            view.AddFirst(new XElement(Main + "pane", new XAttribute("ySplit", 4), new XAttribute("state", "frozen")));
        })),
        ["a filter that is on"] = (WorkbookRules.NotCompared, edit => edit.Sheet(Deductions, sheet => sheet.Element(Main + "autoFilter")!.Add(new XElement(Main + "filterColumn", new XAttribute("colId", 0))))),

        // Names and calculation.
        ["a name that means another cell"] = (WorkbookRules.NamesDiffer, edit => edit.Workbook(book => Name(book, "Score").Value = "结算!$A$1")),
        ["a name more"] = (WorkbookRules.NamesDiffer, edit => edit.Workbook(book => book.Element(Main + "definedNames")!.Add(new XElement(Main + "definedName", new XAttribute("name", "Other"), "1")))),
        ["a name of one sheet before that of all"] = (WorkbookRules.NamesDiffer, edit => edit.Workbook(book => book.Element(Main + "definedNames")!.Add(new XElement(Main + "definedName", new XAttribute("name", "Score"), new XAttribute("localSheetId", 0), "98")))),
        ["a name hidden from people"] = (WorkbookRules.NamesDiffer, edit => edit.Workbook(book => Name(book, "Score").SetAttributeValue("hidden", 1))),
        ["a print area"] = (WorkbookRules.NamesDiffer, edit => edit.Workbook(book => book.Element(Main + "definedNames")!.Add(new XElement(Main + "definedName", new XAttribute("name", "_xlnm.Print_Area"), new XAttribute("localSheetId", 2), "扣分明细!$A$1")))),
        ["calculation by hand"] = (WorkbookRules.ShownOtherwise, edit => edit.Workbook(book => book.Element(Main + "calcPr")!.SetAttributeValue("calcMode", "manual"))),
        ["figures as precise as shown"] = (WorkbookRules.ShownOtherwise, edit => edit.Workbook(book => book.Element(Main + "calcPr")!.SetAttributeValue("fullPrecision", 0))),

        // On paper.
        ["another commit at the foot"] = (WorkbookRules.PrintedOtherwise, edit => edit.Sheet(Cover, sheet => Foot(sheet).Value = Foot(sheet).Value.Replace("0123456789ab", "ba9876543210", StringComparison.Ordinal))),
        ["a foot too small to read"] = (WorkbookRules.PrintedOtherwise, edit => edit.Sheet(Cover, sheet => Foot(sheet).Value = Foot(sheet).Value.Replace("&9", "&1", StringComparison.Ordinal))),
        ["another first page"] = (WorkbookRules.PrintedOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Element(Main + "headerFooter")!.SetAttributeValue("differentFirst", 1))),
        ["paper turned round"] = (WorkbookRules.PrintedOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Element(Main + "pageSetup")!.SetAttributeValue("orientation", "landscape"))),
        ["margins wider than the paper"] = (WorkbookRules.PrintedOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Element(Main + "pageMargins")!.SetAttributeValue("left", 7))),
        ["not fitted to the page"] = (WorkbookRules.PrintedOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Descendants(Main + "pageSetUpPr").Remove())),
        ["errors printed as blanks"] = (WorkbookRules.PrintedOtherwise, edit => edit.Sheet(Cover, sheet => sheet.Element(Main + "pageSetup")!.SetAttributeValue("errors", "blank"))),
        ["pages broken elsewhere"] = (WorkbookRules.NotCompared, edit => edit.Sheet(Deductions, sheet => sheet.Element(Main + "headerFooter")!.AddAfterSelf(new XElement(Main + "rowBreaks", new XElement(Main + "brk", new XAttribute("id", 5)))))),

        // Charts and what is laid over.
        ["another bar"] = (WorkbookRules.DrawingEdited, edit => edit.Chart(chart => chart.Descendants(Charts + "val").First().Descendants(Charts + "v").First().Value = "98")),
        ["bars of other cells"] = (WorkbookRules.DrawingEdited, edit => edit.Chart(chart => chart.Descendants(Charts + "val").First().Descendants(Charts + "f").First().Value = "图表!$C$6")),
        ["an axis that begins at eighty"] = (WorkbookRules.DrawingEdited, edit => edit.Chart(chart => chart.Descendants(Charts + "min").First().SetAttributeValue("val", 80))),
        ["an axis by powers of ten"] = (WorkbookRules.NotCompared, edit => edit.Chart(chart => chart.Descendants(Charts + "scaling").Last().AddFirst(new XElement(Charts + "logBase", new XAttribute("val", 10))))),
        ["another title"] = (WorkbookRules.DrawingEdited, edit => edit.Chart(chart => chart.Descendants(Drawing + "t").First().Value = "得分 98")),
        ["bars nobody sees"] = (WorkbookRules.DrawingEdited, edit => edit.Chart(chart => chart.Descendants(Charts + "ser").First().Element(Charts + "spPr")!.Element(Drawing + "solidFill")!.ReplaceWith(new XElement(Drawing + "noFill")))),
        ["white letters of a chart"] = (WorkbookRules.DrawingEdited, edit => edit.Chart(chart => chart.Descendants(Drawing + "rPr").First().Descendants(Drawing + "srgbClr").First().SetAttributeValue("val", "FFFFFF"))),
        ["a label of one's own"] = (WorkbookRules.NotCompared, edit => edit.Chart(chart => chart.Descendants(Charts + "dLbls").First().AddFirst(new XElement(Charts + "dLbl", new XElement(Charts + "idx", new XAttribute("val", 0)))))),
        ["labels of another format"] = (WorkbookRules.DrawingEdited, edit => edit.Chart(chart => chart.Descendants(Charts + "dLbls").First().Element(Charts + "numFmt")!.SetAttributeValue("formatCode", "\"98\""))),
        ["shapes in a chart"] = (WorkbookRules.NotCompared, edit => edit.Chart(chart => chart.Add(new XElement(Charts + "userShapes", new XAttribute(Ids + "id", "rId1"))))),
        ["a chart laid out by hand"] = (WorkbookRules.DrawingEdited, edit => edit.Chart(chart =>
        {
            chart.Descendants(Charts + "plotArea").First().Elements(Charts + "layout").Remove();
            chart.Descendants(Charts + "plotArea").First().AddFirst(new XElement(Charts + "layout", new XElement(Charts + "manualLayout")));
        })),
        ["a chart moved over a table"] = (WorkbookRules.DrawingEdited, edit => edit.Drawing(drawing => drawing.Descendants(Drawn + "from").First().Element(Drawn + "row")!.Value = "2")),
        ["a chart that is not printed"] = (WorkbookRules.DrawingEdited, edit => edit.Drawing(drawing => drawing.Descendants(Drawn + "clientData").First().SetAttributeValue("fPrintsWithSheet", 0))),
        ["a chart taken away"] = (WorkbookRules.DrawingEdited, edit => edit.Drawing(drawing => drawing.Elements().Last().Remove())),
        ["a box of text over the cells"] = (WorkbookRules.NotCompared, edit => edit.Drawing(drawing => drawing.Add(new XElement(Drawn + "twoCellAnchor",
            drawing.Descendants(Drawn + "from").First(), drawing.Descendants(Drawn + "to").First(), new XElement(Drawn + "sp", new XElement(Drawn + "txBody", "93.00")), new XElement(Drawn + "clientData"))))),
        ["a picture over the cells"] = (WorkbookRules.ForeignPart, edit => edit.Link(edit.DrawingPart, "image", "xl/media/image1.png")),
        ["a picture that lies anywhere"] = (WorkbookRules.NotCompared, edit => edit.Drawing(drawing => drawing.Add(new XElement(Drawn + "absoluteAnchor", new XElement(Drawn + "pic"))))),

        // Parts.
        ["a macro"] = (WorkbookRules.ForeignPart, edit => edit.Link("xl/workbook.xml", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "xl/vbaProject.bin")),
        ["a workbook with macros by its type"] = (WorkbookRules.ForeignPart, edit => edit.Xml("[Content_Types].xml", types => types.Elements().First(type => (string?)type.Attribute("PartName") == "/xl/workbook.xml")
            .SetAttributeValue("ContentType", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))),
        ["another workbook"] = (WorkbookRules.ForeignPart, edit => edit.Link("xl/workbook.xml", "externalLink", "xl/externalLinks/externalLink1.xml")),
        ["references to it"] = (WorkbookRules.NotCompared, edit => edit.Workbook(book => book.Element(Main + "sheets")!.AddAfterSelf(new XElement(Main + "externalReferences")))),
        ["a link out of the file"] = (WorkbookRules.ForeignPart, edit => edit.Link(edit.PartOf(Cover), "hyperlink", "file://example.invalid/x", isExternal: true)),
        ["comments"] = (WorkbookRules.ForeignPart, edit => edit.Link(edit.PartOf(Cover), "comments", "xl/comments1.xml")),
        ["shapes of an old kind"] = (WorkbookRules.ForeignPart, edit => edit.Link(edit.PartOf(Cover), "vmlDrawing", "xl/drawings/vmlDrawing1.vml")),
        ["a picture behind the sheet"] = (WorkbookRules.ForeignPart, edit => edit.Link(edit.PartOf(Cover), "image", "xl/media/image1.png")),
        ["data of programs"] = (WorkbookRules.ForeignPart, edit => edit.Link("xl/workbook.xml", "customXml", "customXml/item1.xml")),
        ["a part that nothing leads to"] = (WorkbookRules.ForeignPart, edit => edit.Parts["xl/worksheets/sheet99.xml"] = "<a/>"u8.ToArray()),
        ["a sheet in no list"] = (WorkbookRules.NotCompared, edit => edit.Link("xl/workbook.xml", "worksheet", "xl/worksheets/sheet99.xml", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")),
        ["a second workbook that programs open"] = (WorkbookRules.ForeignPart, SecondBook),
        ["another cut-off in the properties"] = (WorkbookRules.OriginEdited, edit => edit.Xml("docProps/custom.xml", root => root.Elements().First(property => (string?)property.Attribute("name") == "opsreg.readings").Elements().First().Value = "x=y")),

        // What shows nothing.
        ["passed over: the sheet that was open"] = (null, edit => edit.Workbook(book => book.Descendants(Main + "workbookView").First().SetAttributeValue("activeTab", 3))),
        ["passed over: how large it was on the screen"] = (null, edit => edit.Sheet(Cover, sheet => sheet.Descendants(Main + "sheetView").First().SetAttributeValue("zoomScale", 80))),
        ["passed over: protection"] = (null, edit => edit.Sheet(Cover, sheet => sheet.Elements(Main + "sheetProtection").Remove())),
        ["passed over: the theme"] = (null, edit => edit.Link("xl/workbook.xml", "theme", "xl/theme/theme1.xml", type: "application/vnd.openxmlformats-officedocument.theme+xml")),
        ["passed over: the order of calculation"] = (null, edit => edit.Link("xl/workbook.xml", "calcChain", "xl/calcChain.xml", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml")),
        ["passed over: the printer's settings"] = (null, edit => edit.Link(edit.PartOf(Cover), "printerSettings", "xl/printerSettings/printerSettings1.bin", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings")),
        ["passed over: properties of other programs"] = (null, edit => edit.Xml("docProps/custom.xml", root => root.Add(new XElement(root.Name.Namespace + "property", new XAttribute("name", "KSOProductBuildVer"), "2052-12.1.0")))),
    };

    private static XElement Row(XElement sheet, int number) => sheet.Descendants(Main + "row").First(row => (int?)row.Attribute("r") == number);

    private static XElement Sheet(XElement book, string name) => book.Descendants(Main + "sheet").First(sheet => (string?)sheet.Attribute("name") == name);

    private static XElement Name(XElement book, string name) => book.Descendants(Main + "definedName").First(one => (string?)one.Attribute("name") == name);

    private static XElement Foot(XElement sheet) => sheet.Descendants(Main + "oddFooter").First();

    private static void Move(XElement sheet)
    {
        var list = sheet.Parent!;
        sheet.Remove();
        list.AddFirst(sheet);
    }

    /// <summary>Edits the text of a cell of the cover, which stands in its cell from then on.</summary>
    private static void Text(WorkbookEdit edit, string address, Action<XElement> change) =>
        edit.Fill(Cover, address, Words(edit, address)).Sheet(Cover, sheet => change(Cell(sheet, address).Element(Main + "is")!));

    private static string Words(WorkbookEdit edit, string address)
    {
        var cell = Cell(edit.Read(edit.PartOf(Cover)), address);
        return (string?)cell.Attribute("t") == "s"
            ? string.Concat(edit.Read("xl/sharedStrings.xml").Elements().ElementAt((int)cell.Element(Main + "v")!).Descendants(Main + "t").Select(text => text.Value))
            : string.Concat(cell.Descendants(Main + "t").Select(text => text.Value));
    }

    private static XElement Style(XElement styles, WorkbookEdit edit, string address) =>
        styles.Element(Main + "cellXfs")!.Elements().ElementAt((int)Cell(edit.Read(edit.PartOf(Cover)), address).Attribute("s")!);

    private static void Own(XElement styles, WorkbookEdit edit, string address, string trait, int number) => Style(styles, edit, address).SetAttributeValue(trait, number);

    /// <summary>Adds to a list of styles; gives its number there, or the id that it was given.</summary>
    private static int Add(XElement styles, string list, XElement element, int id)
    {
        var all = styles.Element(Main + list)!;
        all.Add(element);
        return id >= 0 ? id : all.Elements().Count() - 1;
    }

    private static void Format(WorkbookEdit edit, string code, string other) => edit.Styles(styles =>
        styles.Descendants(Main + "numFmt").Where(format => (string?)format.Attribute("formatCode") == code).ToList().ForEach(format => format.SetAttributeValue("formatCode", other)));

    private static void Font(WorkbookEdit edit, Action<XElement> change) => edit.Styles(styles =>
        change(styles.Element(Main + "fonts")!.Elements().ElementAt((int)Style(styles, edit, "B6").Attribute("fontId")!)));

    /// <summary>The workbook as it was stays where a reader of names would look; programs open another one.</summary>
    private static void SecondBook(WorkbookEdit edit)
    {
        var cover = edit.PartOf(Cover);
        edit.Parts["xl/worksheets/first.xml"] = edit.Parts[cover];
        edit.Xml("xl/worksheets/first.xml", sheet => Cell(sheet, "B6").Element(Main + "v")!.Value = "98");
        edit.Parts["xl/book.xml"] = edit.Parts["xl/workbook.xml"];
        edit.Parts["xl/_rels/book.xml.rels"] = edit.Parts["xl/_rels/workbook.xml.rels"];
        edit.Xml("xl/_rels/book.xml.rels", links => links.Elements().First(link => "xl/" + (string?)link.Attribute("Target") == cover).SetAttributeValue("Target", "worksheets/first.xml"));
        edit.Xml("_rels/.rels", links => links.Elements().First(link => (string?)link.Attribute("Target") == "xl/workbook.xml").SetAttributeValue("Target", "xl/book.xml"));
        edit.Xml("[Content_Types].xml", types => types.Add(
            new XElement(Types + "Override", new XAttribute("PartName", "/xl/book.xml"), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
            new XElement(Types + "Override", new XAttribute("PartName", "/xl/worksheets/first.xml"), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"))));
    }
}
