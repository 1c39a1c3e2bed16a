using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>What a reader of a workbook sees: sheets, cells, names; and what else the package holds.</summary>
/// <param name="Sheets">The sheets in order.</param>
/// <param name="Names">Defined names with what they mean, print settings left out.</param>
/// <param name="Parts">The names of all parts.</param>
/// <param name="Application">The program that saved it last, as it says itself; empty where it says nothing.</param>
/// <param name="Properties">The custom properties.</param>
internal sealed record WorkbookContent(
    IReadOnlyList<SheetContent> Sheets,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<string> Parts,
    string Application,
    IReadOnlyDictionary<string, string> Properties)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Reads a package.</summary>
    /// <exception cref="NotAWorkbookException">It is no workbook.</exception>
    public static WorkbookContent Of(WorkbookPackage package)
    {
        var workbook = package.Xml("xl/workbook.xml");
        if (workbook is null || workbook.Name != Main + "workbook")
        {
            throw new NotAWorkbookException(new("压缩包里没有 Excel 工作簿", "the package holds no Excel workbook"));
        }

        if (workbook.Element(Main + "workbookPr")?.Attribute("date1904")?.Value is "1" or "true")
        {
            throw new NotAWorkbookException(new("工作簿的日期从 1904 年算起，会差四年", "the workbook counts days from 1904, which shifts dates by four years"));
        }

        var targets = TargetsOf(package, "xl/_rels/workbook.xml.rels");
        var texts = (package.Xml("xl/sharedStrings.xml")?.Elements(Main + "si") ?? []).Select(TextOf).ToList();
        var formats = FormatsOf(package.Xml("xl/styles.xml"));
        var sheets = workbook.Element(Main + "sheets")?.Elements(Main + "sheet").Select(sheet => new SheetContent(
            (string?)sheet.Attribute("name") ?? "",
            (string?)sheet.Attribute("state") ?? "visible",
            package.Xml(PathOf(targets.GetValueOrDefault((string?)sheet.Attribute(Links + "id") ?? "", ""))) is { } part
                ? SheetReader.Read(part, texts, formats)
                : throw new NotAWorkbookException(new("有工作表找不到内容", "a sheet has no content"))));
        return new(
            sheets?.ToList() ?? [],
            NamesOf(workbook),
            package.Names.ToList(),
            package.Xml("docProps/app.xml")?.Elements().FirstOrDefault(element => element.Name.LocalName == "Application")?.Value ?? "",
            PropertiesOf(package.Xml("docProps/custom.xml")));
    }

    private static Dictionary<string, string> NamesOf(XElement workbook)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in workbook.Element(Main + "definedNames")?.Elements(Main + "definedName") ?? [])
        {
            var key = (string?)name.Attribute("name") ?? "";
            if (!key.StartsWith("_xlnm.", StringComparison.Ordinal))
            {
                names[name.Attribute("localSheetId") is { } sheet ? $"{key}@{sheet.Value}" : key] = FormulaText.Normal(name.Value);
            }
        }

        return names;
    }

    private static Dictionary<string, string> PropertiesOf(XElement? custom)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in custom?.Elements() ?? [])
        {
            properties.TryAdd((string?)property.Attribute("name") ?? "", property.Value);
        }

        return properties;
    }

    private static Dictionary<string, string> TargetsOf(WorkbookPackage package, string name)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in package.Xml(name)?.Elements() ?? [])
        {
            targets[(string?)link.Attribute("Id") ?? ""] = (string?)link.Attribute("Target") ?? "";
        }

        return targets;
    }

    private static string PathOf(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    /// <summary>The number format of each cell style, by index.</summary>
    private static List<string> FormatsOf(XElement? styles)
    {
        var codes = new Dictionary<int, string>();
        foreach (var format in styles?.Element(Main + "numFmts")?.Elements(Main + "numFmt") ?? [])
        {
            codes[Number(format.Attribute("numFmtId"))] = (string?)format.Attribute("formatCode") ?? "";
        }

        return (styles?.Element(Main + "cellXfs")?.Elements(Main + "xf") ?? [])
            .Select(style => NumberFormats.Normal(Number(style.Attribute("numFmtId")) is var id && codes.TryGetValue(id, out var code) ? code : NumberFormats.BuiltIn(id)))
            .ToList();
    }

    /// <summary>The text of a shared or inline string: its runs, without phonetic guides.</summary>
    internal static string TextOf(XElement item) =>
        CellText.Unescaped(string.Concat(item.Elements().Where(part => part.Name == Main + "t" || part.Name == Main + "r")
            .Select(part => part.Name == Main + "t" ? part.Value : part.Element(Main + "t")?.Value ?? "")));

    internal static int Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>A sheet.</summary>
/// <param name="State"><c>visible</c>, <c>hidden</c> or <c>veryHidden</c>.</param>
/// <param name="Grid">Its cells.</param>
internal sealed record SheetContent(string Name, string State, SheetGrid Grid);

/// <summary>The cells of a sheet.</summary>
/// <param name="Cells">The filled cells by address.</param>
/// <param name="HiddenRows">The numbers of rows that are not shown.</param>
/// <param name="HiddenColumns">The numbers of columns that are not shown.</param>
/// <param name="Formats">The number format of each filled cell.</param>
internal sealed record SheetGrid(
    IReadOnlyDictionary<string, CellContent> Cells, IReadOnlySet<int> HiddenRows, IReadOnlySet<int> HiddenColumns, IReadOnlyDictionary<string, string> Formats);

/// <summary>A filled cell.</summary>
/// <param name="Type"><c>n</c> for a number, <c>s</c> for a text, <c>b</c> for a truth, <c>e</c> for an error.</param>
/// <param name="Formula">The formula in its normal form; null for none.</param>
internal sealed record CellContent(char Type, string Value, string? Formula);
