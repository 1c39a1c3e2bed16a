using OpsRegistry.Loading;
using System.Xml.Linq;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Intake;

/// <summary>A workbook that somebody filled in, as far as a form needs it: what stands in cells, whatever program saved it. Looks, drawings and names are passed over.</summary>
/// <param name="Tables">Its sheets in order.</param>
/// <param name="CountsFrom1904">True where days are counted from 1904, as old Macs do.</param>
internal sealed record FormBook(IReadOnlyList<FormTable> Tables, bool CountsFrom1904)
{
    /// <summary>The most filled cells of all sheets together.</summary>
    public const int MostCells = 200_000;

    /// <summary>The most blocks of merged cells of all sheets together.</summary>
    public const int MostBlocks = 2_000;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Reads a file.</summary>
    /// <exception cref="NotAWorkbookException">It is no workbook.</exception>
    public static FormBook Read(byte[] bytes, long largestWhole)
    {
        var package = WorkbookPackage.Open(bytes, largestWhole).WithoutStrictNames();
        var links = new PackageLinks(package);
        var path = links.One("", "officeDocument");
        if (package.Xml(path) is not { } book || book.Name != Main + "workbook")
        {
            throw new NotAWorkbookException(new("压缩包里没有 Excel 工作簿", "the package holds no Excel workbook"));
        }

        var texts = (package.Xml(links.One(path!, "sharedStrings"))?.Elements(Main + "si") ?? []).Select(item => SharedText.Of(item, Ignore)).ToList();
        var looks = new CellLooks(package.Xml(links.One(path!, "styles")), Ignore);
        var tables =
            from sheet in book.Element(Main + "sheets")?.Elements(Main + "sheet") ?? []
            let id = (string?)sheet.Attribute(Ids + "id")
            let part = links.Of(path!).FirstOrDefault(link => link.Id == id && link.Kind == "worksheet" && !link.IsExternal)?.Target
            where part is not null
            select TableOf(package, links, part, sheet, texts, looks);
        return new(Bounded(tables).ToList(), book.Element(Main + "workbookPr")?.Attribute("date1904")?.Value is "1" or "true");
    }

    // What is done with each cell must not be done with millions of them.
    private static IEnumerable<FormTable> Bounded(IEnumerable<FormTable> tables)
    {
        var (cells, blocks) = (0, 0);
        foreach (var table in tables)
        {
            (cells, blocks) = (cells + table.Cells.Count, blocks + table.Merged.Count);
            yield return cells <= MostCells && blocks <= MostBlocks ? table : throw new NotAWorkbookException(new(
                $"填了超过 {MostCells} 格，或合并了超过 {MostBlocks} 处", $"more than {MostCells} cells are filled, or more than {MostBlocks} blocks of them merged"));
        }
    }

    private static FormTable TableOf(WorkbookPackage package, PackageLinks links, string part, XElement sheet, IReadOnlyList<SharedText> texts, CellLooks looks)
    {
        var content = package.Xml(part) ?? throw new NotAWorkbookException(new("有工作表找不到内容", "a sheet has no content"));
        var grid = new SheetReader(texts, looks, Ignore).Read(content);
        var cells =
            from cell in grid.Cells
            let place = FormulaText.Place(cell.Key)
            orderby place.Row, place.Column
            let filled = new FormCell(cell.Key, place.Row, place.Column, cell.Value)
            where filled.HasNoValue || !string.IsNullOrWhiteSpace(WrittenTime.HalfWidth(cell.Value.Value))
            select filled;
        return new(
            (string?)sheet.Attribute("name") ?? "",
            (string?)sheet.Attribute("state") is null or "visible",
            cells.ToList(),
            (content.Element(Main + "mergeCells")?.Elements(Main + "mergeCell") ?? []).Select(merge => (string?)merge.Attribute("ref") ?? "").Select(CellBlock.Parse).OfType<CellBlock>().ToList(),
            links.Of(part).Where(link => link.Kind == "drawing" && !link.IsExternal).Sum(drawing => links.Of(drawing.Target).Count(link => link.Kind == "image")),
            grid.Heights.Where(row => row.Value == 0).Select(row => row.Key).ToHashSet());
    }

    private static void Ignore(string unknown)
    {
    }
}

/// <summary>A sheet.</summary>
/// <param name="Cells">The cells that say anything, row by row.</param>
/// <param name="Merged">Blocks of cells that were made one.</param>
/// <param name="Pictures">How many pictures lie on it.</param>
/// <param name="HiddenRows">The rows that are out of sight.</param>
internal sealed record FormTable(string Name, bool IsVisible, IReadOnlyList<FormCell> Cells, IReadOnlyList<CellBlock> Merged, int Pictures, IReadOnlySet<int> HiddenRows);

/// <summary>A cell that says anything.</summary>
internal sealed record FormCell(string Address, int Row, int Column, CellContent Content)
{
    /// <summary>True where a formula failed or its result was not saved.</summary>
    public bool HasNoValue => Content is { Type: 'e' } or { Value: "", Formula: not null };

    /// <summary>True for a picture in a cell, which WPS writes as a formula.</summary>
    public bool IsPicture => (Content.Formula ?? Content.Value).Contains("DISPIMG(", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands there, without blanks around it.</summary>
    public string Text => Content.Value.ReplaceLineEndings("\n").Trim();
}

/// <summary>A block of cells.</summary>
internal sealed record CellBlock(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>As formulas name it.</summary>
    public override string ToString() => $"{FormulaText.Address((FirstRow, FirstColumn))}:{FormulaText.Address((LastRow, LastColumn))}";

    /// <summary>Reads <c>B4:B6</c>; null for anything else.</summary>
    public static CellBlock? Parse(string text) => text.Split(':') is [var first, var last] && (FormulaText.Place(first), FormulaText.Place(last)) is var (start, end)
        ? new(start.Row, start.Column, end.Row, end.Column)
        : null;
}
