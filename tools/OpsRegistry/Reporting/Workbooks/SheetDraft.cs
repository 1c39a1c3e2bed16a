using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>A sheet being written: cells, blocks, tables and the page.</summary>
internal sealed partial class SheetDraft
{
    /// <summary>Excel's limit, in points.</summary>
    private const double HighestRow = 409;

    /// <summary>The width of a column that nobody gave one.</summary>
    private const double UsualWidth = 9;

    private readonly Dictionary<int, RowDraft> rows = [];
    private readonly SortedDictionary<int, double> widths = [];
    private readonly HashSet<(int Row, int Column)> merged = [];
    private RowDraft? latest;

    internal SheetDraft(string name, StyleTable styles, SortedDictionary<string, string> names)
    {
        (Name, Styles, Names) = (name, styles, names);
        InFormula = ExcelText.SheetInFormula(name);
    }

    /// <summary>The tab's name.</summary>
    public string Name { get; }

    /// <summary>The tab's name as formulas and links need it.</summary>
    public string InFormula { get; }

    /// <summary>How the sheet goes to paper.</summary>
    internal PrintedPage Page { get; set; } = new();

    /// <summary>The cells that the whole workbook knows by name.</summary>
    internal SortedDictionary<string, string> Names { get; }

    internal StyleTable Styles { get; }

    internal List<CellLink> Links { get; } = [];

    internal List<string> Merges { get; } = [];

    internal List<(string Range, string Formula)> Marks { get; } = [];

    internal List<ChartDraft> Charts { get; } = [];

    /// <summary>The lists from which cells are filled.</summary>
    internal List<PickList> PickLists { get; } = [];

    /// <summary>The cells that are the reader's to fill.</summary>
    internal List<ReaderCell> ReaderCells { get; } = [];

    /// <summary>True for a sheet that programs read and people do not.</summary>
    internal bool IsHidden { get; set; }

    /// <summary>True where only open cells may be written on (<see cref="CellStyle.IsOpen"/>).</summary>
    internal bool IsProtected { get; set; }

    /// <summary>The first row that grows with what people write into it.</summary>
    internal int GrowsFrom { get; set; } = int.MaxValue;

    internal string? FilteredRange { get; private set; }

    internal (int Rows, int Columns) Frozen { get; private set; }

    internal IReadOnlyDictionary<int, double> Widths => widths;

    /// <summary>A cell by row and column, both from 1.</summary>
    public CellDraft this[int row, int column] => new(this, row, column);

    /// <summary>A cell by its address, e.g. <c>B3</c>.</summary>
    public CellDraft this[string address] => A1.Parse(address) is var (row, column) ? new(this, row, column) : default;

    /// <summary>Sets the columns' widths from A on, in half-width characters: a Chinese character takes two.</summary>
    public SheetDraft Columns(params ReadOnlySpan<double> widthsFromA)
    {
        for (var column = 1; column <= widthsFromA.Length; column++)
        {
            widths[column] = widthsFromA[column - 1];
        }

        return this;
    }

    /// <summary>Writes a row of column headers from a cell on, leftmost first.</summary>
    public SheetDraft Headers(int row, int firstColumn, params ReadOnlySpan<string> names)
    {
        for (var index = 0; index < names.Length; index++)
        {
            this[row, firstColumn + index].Text(names[index]).As(Look.Header);
        }

        return AtLeast(row, WorkbookTheme.LineHeight + 6);
    }

    /// <summary>
    /// Writes one text over several columns and makes the row high enough, which neither Excel nor LibreOffice does for merged cells.
    /// </summary>
    public CellDraft Across(int row, int firstColumn, int lastColumn, string text, Look look)
    {
        Merge(row, firstColumn, row, lastColumn).Paint(row, firstColumn, row, lastColumn, look);
        var cell = this[row, firstColumn].Text(text);
        Fit(cell, lastColumn, text);
        return cell;
    }

    /// <summary>Makes a row high enough for the words of a cell that is merged with those up to a column.</summary>
    internal void Fit(CellDraft cell, int lastColumn, string text)
    {
        var width = Enumerable.Range(cell.Column, lastColumn - cell.Column + 1).Sum(WidthOf);
        var style = cell.Style;
        var lines = ExcelText.Lines(ExcelText.ForCell(text), (width * WorkbookTheme.BodySize / style.Size) - (2 * style.Indent));
        AtLeast(cell.Row, (lines * style.Size * WorkbookTheme.LineHeight / WorkbookTheme.BodySize) + WorkbookTheme.RowAir);
    }

    /// <summary>Makes one cell of a block; its text stands in the first.</summary>
    public SheetDraft Merge(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        if (firstRow == lastRow && firstColumn == lastColumn)
        {
            return this;
        }

        Merges.Add(A1.Block(firstRow, firstColumn, lastRow, lastColumn));
        merged.UnionWith(Block(firstRow, firstColumn, lastRow, lastColumn));
        return this;
    }

    /// <summary>Gives a look to a block of cells, the empty ones too.</summary>
    public SheetDraft Paint(int firstRow, int firstColumn, int lastRow, int lastColumn, Look look)
    {
        foreach (var (row, column) in Block(firstRow, firstColumn, lastRow, lastColumn))
        {
            this[row, column].As(look);
        }

        return this;
    }

    /// <summary>Keeps the rows above and the columns before in sight; 0 keeps none.</summary>
    public SheetDraft Freeze(int rows, int columns = 0)
    {
        Frozen = (rows, columns);
        return this;
    }

    /// <summary>Puts filter arrows on a table whose first row is its headers.</summary>
    public SheetDraft Filter(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        FilteredRange = A1.FixedBlock(firstRow, firstColumn, lastRow, lastColumn);
        return this;
    }

    /// <summary>
    /// Marks cells while a formula holds: heavy type on a light ground, so that a black-and-white print shows it as well.
    /// </summary>
    /// <param name="range">The cells, e.g. <c>D5:D20</c>.</param>
    /// <param name="formula">As for the range's first cell, relative addresses moving along, e.g. <c>$D5="未达标"</c>.</param>
    public SheetDraft Mark(string range, string formula)
    {
        Marks.Add((range, formula));
        return this;
    }

    /// <summary>Draws a chart.</summary>
    public SheetDraft Draw(ChartDraft chart)
    {
        Charts.Add(chart);
        return this;
    }

    /// <summary>Makes a row at least so high, in points. Rows without this are as high as their texts need.</summary>
    public SheetDraft AtLeast(int row, double height)
    {
        var draft = Row(row);
        draft.Height = Math.Min(HighestRow, Math.Max(height, draft.Height));
        return this;
    }

    /// <summary>Changes traits of a cell's style and of those merged with it in its row.</summary>
    internal void Restyle(int row, int column, Func<CellStyle, CellStyle> change)
    {
        var block = Merges.FirstOrDefault(range => range.StartsWith(A1.Write(row, column) + ":", StringComparison.Ordinal));
        var (lastRow, lastColumn) = block is null ? (row, column) : A1.Parse(block[(block.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        foreach (var (r, c) in Block(row, column, lastRow, lastColumn))
        {
            var content = Content(r, c);
            content.Style = Styles.NumberOf(change(Styles[content.Style]));
        }
    }

    internal CellContent Content(int row, int column) => Row(row)[column];

    private RowDraft Row(int row)
    {
        if (latest?.Number != row)
        {
            if (!rows.TryGetValue(row, out latest))
            {
                rows[row] = latest = new RowDraft(row);
            }
        }

        return latest;
    }

    private double WidthOf(int column) => widths.GetValueOrDefault(column, UsualWidth);

    private static IEnumerable<(int Row, int Column)> Block(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        from row in Enumerable.Range(firstRow, lastRow - firstRow + 1)
        from column in Enumerable.Range(firstColumn, lastColumn - firstColumn + 1)
        select (row, column);
}

/// <summary>A cell that leads to another.</summary>
internal readonly record struct CellLink(int Row, int Column, CellDraft Target);

/// <summary>Cells that are filled from a list.</summary>
/// <param name="Range">The cells.</param>
/// <param name="Source">Where the list stands, with its sheet.</param>
/// <param name="IsStrict">True where nothing else may be written.</param>
internal sealed record PickList(string Range, string Source, bool IsStrict);
