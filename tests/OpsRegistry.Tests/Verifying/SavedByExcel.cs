using System.Xml.Linq;
using static OpsRegistry.Tests.Verifying.WorkbookEdit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>A workbook as Excel writes one again: texts in a list, spans, number formats by their own numbers, a theme, identifiers, notes to itself.</summary>
internal static class SavedByExcel
{
    private static readonly XNamespace Revision = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision";
    private static readonly XNamespace Drawn = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac";
    private static readonly XNamespace Later = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac";
    private static readonly Dictionary<string, int> BuiltIn = new(StringComparer.Ordinal) { ["0.00"] = 2, ["#,##0"] = 3, ["#,##0.00"] = 4, ["0.00%"] = 10, ["@"] = 49 };

    public static byte[] Of(byte[] workbook)
    {
        var edit = new WorkbookEdit(workbook);
        var texts = new List<string>();
        foreach (var part in edit.Parts.Keys.Where(part => part.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
        {
            edit.Xml(part, sheet => Sheet(sheet, texts));
        }

        edit.Link("xl/workbook.xml", "sharedStrings", "xl/sharedStrings.xml", new XElement(Main + "sst", texts.Select(text =>
            new XElement(Main + "si", new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text), new XElement(Main + "phoneticPr", new XAttribute("fontId", 1), new XAttribute("type", "noConversion"))))).ToString(SaveOptions.DisableFormatting),
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml");
        edit.Xml("xl/_rels/workbook.xml.rels", links => links.Elements().First(link => (string?)link.Attribute("Id") == "rIdX").SetAttributeValue("Id", "rId900"));
        edit.Link("xl/workbook.xml", "theme", "xl/theme/theme1.xml", type: "application/vnd.openxmlformats-officedocument.theme+xml");
        edit.Workbook(Book).Styles(Styles).Xml("docProps/app.xml", root => root.Elements().First().Value = "Microsoft Excel");
        return edit.ToBytes();
    }

    private static void Sheet(XElement sheet, List<string> texts)
    {
        sheet.Add(new XAttribute(Compatibility + "Ignorable", "x14ac xr"), new XAttribute(Revision + "uid", "{00000000-0001-0000-0000-000000000000}"));
        sheet.Element(Main + "sheetViews")!.AddBeforeSelf(new XElement(Main + "dimension", new XAttribute("ref", "A1:H40")));
        sheet.Descendants(Main + "sheetView").First().SetAttributeValue("zoomScaleNormal", 100);
        sheet.Element(Main + "sheetFormatPr")!.SetAttributeValue(Drawn + "dyDescent", 0.15);
        foreach (var row in sheet.Descendants(Main + "row"))
        {
            row.Add(new XAttribute("spans", "1:8"), new XAttribute(Drawn + "dyDescent", 0.2));
            foreach (var cell in row.Elements(Main + "c").Where(cell => (string?)cell.Attribute("t") == "inlineStr"))
            {
                texts.Add(string.Concat(cell.Descendants(Main + "t").Select(text => text.Value)));
                cell.SetAttributeValue("t", "s");
                cell.ReplaceNodes(new XElement(Main + "v", texts.Count - 1));
            }
        }

        sheet.Element(Main + "printOptions")!.AddBeforeSelf(new XElement(Main + "phoneticPr", new XAttribute("fontId", 1), new XAttribute("type", "noConversion")));
    }

    private static void Book(XElement book)
    {
        book.AddFirst(
            new XElement(Main + "fileVersion", new XAttribute("appName", "xl"), new XAttribute("lastEdited", 7)),
            new XElement(Compatibility + "AlternateContent", new XElement(Compatibility + "Choice", new XAttribute("Requires", "x15"), new XElement(Later + "absPath", new XAttribute("url", "C:\\Users\\")))),
            new XElement(Revision + "revisionPtr", new XAttribute("revIDLastSave", 0)));
        book.Element(Main + "workbookPr")!.SetAttributeValue("defaultThemeVersion", 166925);
        book.Descendants(Main + "workbookView").First().SetAttributeValue("windowWidth", 28800);
        book.Add(new XElement(Main + "extLst", new XElement(Main + "ext", new XAttribute("uri", "{140A7094-0E35-4892-8432-C4D2E57EDEB5}"))));
    }

    private static void Styles(XElement styles)
    {
        var formats = styles.Element(Main + "numFmts")!.Elements().ToDictionary(format => (string)format.Attribute("numFmtId")!, format => (string)format.Attribute("formatCode")!, StringComparer.Ordinal);
        foreach (var style in styles.Element(Main + "cellXfs")!.Elements())
        {
            if (formats.GetValueOrDefault((string)style.Attribute("numFmtId")!, "") is var code && BuiltIn.TryGetValue(code, out var id))
            {
                style.SetAttributeValue("numFmtId", id);
            }
        }

        foreach (var format in styles.Element(Main + "numFmts")!.Elements().ToList())
        {
            var code = (string)format.Attribute("formatCode")!;
            format.SetAttributeValue("formatCode", code.Replace("-mm-", "\\-mm\\-", StringComparison.Ordinal));
        }

        styles.Descendants(Main + "font").ToList().ForEach(font => font.Add(new XElement(Main + "family", new XAttribute("val", 3))));
    }
}
