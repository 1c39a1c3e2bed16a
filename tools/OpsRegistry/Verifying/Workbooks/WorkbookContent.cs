using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>What a reader of a workbook sees, found as office programs find it; and what nobody knows how it is shown.</summary>
/// <param name="Sheets">The sheets in order.</param>
/// <param name="Facts">What the workbook as a whole says: names, windows, how it calculates.</param>
/// <param name="Links">How its parts hang together.</param>
/// <param name="Application">The program that saved it last, as it says itself; empty where it says nothing.</param>
/// <param name="Properties">The custom properties.</param>
internal sealed record WorkbookContent(
    IReadOnlyList<SheetContent> Sheets,
    ShownFacts Facts,
    PackageLinks Links,
    string Application,
    IReadOnlyDictionary<string, string> Properties)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly string[] OfSheets = ["name", "sheetId", "state", "r:id", "xr:uid"];
    private static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Reads a package.</summary>
    /// <exception cref="NotAWorkbookException">It is no workbook.</exception>
    public static WorkbookContent Read(WorkbookPackage package)
    {
        var links = new PackageLinks(package);
        var path = links.One("", "officeDocument") ?? throw new NotAWorkbookException(new("压缩包里没有 Excel 工作簿", "the package holds no Excel workbook"));
        var workbook = package.Xml(path);
        if (workbook?.Name != Main + "workbook")
        {
            throw new NotAWorkbookException(new("压缩包里没有 Excel 工作簿", "the package holds no Excel workbook"));
        }

        if (workbook.Element(Main + "workbookPr")?.Attribute("date1904")?.Value is "1" or "true")
        {
            throw new NotAWorkbookException(new("工作簿的日期从 1904 年算起，会差四年", "the workbook counts days from 1904, which shifts dates by four years"));
        }

        var facts = new ShownFacts();
        BookGrammar.Book.Apply(workbook, facts, "sheets");
        var texts = (package.Xml(links.One(path, "sharedStrings"))?.Elements(Main + "si") ?? []).Select(item => SharedText.Of(item, facts.Unknown.Add)).ToList();
        var looks = new CellLooks(package.Xml(links.One(path, "styles")), unknown => facts.Unknown.Add($"styles {unknown}"));
        var sheets = (workbook.Element(Main + "sheets")?.Elements(Main + "sheet") ?? []).Select(sheet => SheetOf(package, links, path, sheet, (texts, looks))).ToList();
        facts.Unknown.AddRange((workbook.Element(Main + "sheets")?.Elements() ?? []).Where(one => one.Name != Main + "sheet" || one.HasElements).Select(one => $"sheets/{PartGrammar.NameOf(one.Name)}"));
        var orphans = links.Of(path).Where(link => link.Kind == "worksheet").Select(link => link.Target).Except(sheets.Select(sheet => sheet.Part), StringComparer.OrdinalIgnoreCase);
        facts.Unknown.AddRange(orphans.Select(part => $"{part}: a sheet in no list"));
        return new(
            sheets,
            facts,
            links,
            package.Xml(links.One("", "extended-properties"))?.Elements().FirstOrDefault(element => element.Name.LocalName == "Application")?.Value ?? "",
            PropertiesOf(package.Xml(links.One("", "custom-properties"))));
    }

    private static SheetContent SheetOf(WorkbookPackage package, PackageLinks links, string book, XElement sheet, (IReadOnlyList<SharedText> Texts, CellLooks Looks) shared)
    {
        foreach (var unknown in sheet.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !OfSheets.Contains(PartGrammar.NameOf(attribute.Name), StringComparer.Ordinal)))
        {
            throw new NotAWorkbookException(new($"工作表的 {unknown.Name.LocalName} 不明", $"a sheet has an unknown {unknown.Name.LocalName}"));
        }

        var id = (string?)sheet.Attribute(Ids + "id");
        var path = links.Of(book).FirstOrDefault(link => link.Id == id && link.Kind == "worksheet" && !link.IsExternal)?.Target;
        var part = package.Xml(path) ?? throw new NotAWorkbookException(new("有工作表找不到内容", "a sheet has no content"));
        var facts = new ShownFacts();
        BookGrammar.Sheet.Apply(part, facts, "sheetData", "cols", "drawing");
        Resolve(part, facts, shared.Looks);
        var grid = new SheetReader(shared.Texts, shared.Looks, facts.Unknown.Add).Read(part);
        var drawing = part.Elements(Main + "drawing").ToList() is { Count: > 0 } drawings ? links.Of(path!).FirstOrDefault(link => link.Id == (string?)drawings[0].Attribute(Ids + "id"))?.Target : null;
        if (drawing is null && part.Elements(Main + "drawing").Any())
        {
            facts.Unknown.Add("drawing@r:id");
        }

        return new((string?)sheet.Attribute("name") ?? "", (string?)sheet.Attribute("state") ?? "visible", path!, grid, facts)
        {
            Drawings = package.Xml(drawing) is { } drawn ? ShownDrawing.Of(package, links, drawing!, drawn, grid, facts.Unknown.Add) : [],
        };
    }

    /// <summary>What one attribute alone does not say: the look behind a condition's number, codes of headers, and what rows that stay in sight hide.</summary>
    private static void Resolve(XElement sheet, ShownFacts facts, CellLooks looks)
    {
        foreach (var (key, fact) in facts.Values.ToList())
        {
            facts.Values[key] = key.EndsWith("cfRule@dxfId", StringComparison.Ordinal) ? fact with { Value = looks.Conditional(fact.Value) }
                : key.EndsWith("/formula", StringComparison.Ordinal) ? fact with { Value = FormulaText.Normal(fact.Value) }
                : key.EndsWith("@location", StringComparison.Ordinal) ? fact with { Value = FormulaText.Normal(fact.Value) }
                : key.StartsWith("headerFooter/", StringComparison.Ordinal) ? fact with { Value = PrintedText.Normal(fact.Value) }
                : fact;
        }

        if (sheet.Descendants(Main + "pane").Any() && sheet.Descendants(Main + "sheetView").Attributes("topLeftCell").FirstOrDefault() is { Value: not "A1" } scrolled)
        {
            facts.Add("sheetViews/sheetView@topLeftCell", new(scrolled.Value, "A1", WorkbookRules.ShownOtherwise));
        }
    }

    private static Dictionary<string, string> PropertiesOf(XElement? custom)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in custom?.Elements() ?? [])
        {
            if (!properties.TryAdd((string?)property.Attribute("name") ?? "", property.Value))
            {
                throw new NotAWorkbookException(new($"属性 {(string?)property.Attribute("name")} 写了两次", $"the property {(string?)property.Attribute("name")} stands twice"));
            }
        }

        return properties;
    }

    internal static int Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>A sheet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>visible</c>, <c>hidden</c> or <c>veryHidden</c>.</param>
/// <param name="Part">Its part.</param>
/// <param name="Grid">Its cells.</param>
/// <param name="Facts">What else of it is shown or printed.</param>
internal sealed record SheetContent(string Name, string State, string Part, SheetGrid Grid, ShownFacts Facts)
{
    /// <summary>What is drawn over the cells, from top to bottom.</summary>
    public IReadOnlyList<ShownDrawing> Drawings { get; init; } = [];
}

/// <summary>The cells of a sheet.</summary>
/// <param name="Cells">The filled cells by address.</param>
/// <param name="Blanks">The looks of cells in which nothing stands, where they have any.</param>
internal sealed record SheetGrid(IReadOnlyDictionary<string, CellContent> Cells, IReadOnlyDictionary<string, CellLook> Blanks)
{
    /// <summary>The heights that rows were given, in points; 0 for a hidden one.</summary>
    public IReadOnlyDictionary<int, double> Heights { get; init; } = new Dictionary<int, double>();

    /// <summary>The height of other rows.</summary>
    public double UsualHeight { get; init; }

    /// <summary>The widths that columns were given.</summary>
    public IReadOnlyList<ColumnWidth> Columns { get; init; } = [];

    /// <summary>The width of other columns.</summary>
    public double UsualWidth { get; init; }

    public double HeightOf(int row) => Heights.GetValueOrDefault(row, UsualHeight);

    public double WidthOf(int column) => Columns.FirstOrDefault(given => given.First <= column && column <= given.Last)?.Width ?? UsualWidth;
}

/// <summary>Columns of one width, in characters; 0 for hidden ones.</summary>
internal sealed record ColumnWidth(int First, int Last, double Width);

/// <summary>A filled cell.</summary>
/// <param name="Type"><c>n</c> for a number, <c>s</c> for a text, <c>b</c> for a truth, <c>e</c> for an error.</param>
/// <param name="Value">The value.</param>
/// <param name="Formula">The formula in its normal form; null for none.</param>
internal sealed record CellContent(char Type, string Value, string? Formula)
{
    /// <summary>How it is shown.</summary>
    public CellLook Look { get; init; } = new("", "", "", "", "");

    /// <summary>How the letters of its parts look, where its text is written in parts.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];
}
