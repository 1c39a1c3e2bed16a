using ClosedXML.Excel;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>A sheet being written: cells, blocks and the page. Anything not here is ClosedXML's, on <see cref="Sheet"/>.</summary>
public sealed class SheetDraft
{
    /// <summary>Excel's limit, in points.</summary>
    private const double HighestRow = 409;

    private readonly Dictionary<CellPlace, CachedValue> formulas;
    private readonly Dictionary<int, double> heights = [];
    private readonly Dictionary<int, double> widths = [];

    internal SheetDraft(IXLWorksheet sheet, Dictionary<CellPlace, CachedValue> formulas)
    {
        Sheet = sheet;
        this.formulas = formulas;
    }

    /// <summary>The sheet itself.</summary>
    public IXLWorksheet Sheet { get; }

    /// <summary>A cell by row and column, both from 1.</summary>
    public CellDraft this[int row, int column] => new(this, Sheet.Cell(row, column));

    /// <summary>A cell by its address, e.g. <c>B3</c>.</summary>
    public CellDraft this[string address] => new(this, Sheet.Cell(address));

    /// <summary>Sets the columns' widths from A on, in half-width characters: a Chinese character takes two.</summary>
    public SheetDraft Columns(params ReadOnlySpan<double> widths)
    {
        for (var column = 1; column <= widths.Length; column++)
        {
            Sheet.Column(column).Width = widths[column - 1];
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
        var range = Sheet.Range(row, firstColumn, row, lastColumn).Merge();
        WorkbookTheme.Apply(range.Style, look);
        var cell = this[row, firstColumn].Text(text);
        var width = Sheet.Columns(firstColumn, lastColumn).Sum(column => column.Width);
        var style = range.FirstCell().Style;
        var points = style.Font.FontSize;
        var lines = ExcelText.Lines(ExcelText.ForCell(text), (width * WorkbookTheme.BodySize / points) - (2 * style.Alignment.Indent));
        AtLeast(row, (lines * points * WorkbookTheme.LineHeight / WorkbookTheme.BodySize) + WorkbookTheme.RowAir);
        return cell;
    }

    /// <summary>Gives a look to a block of cells, the empty ones too.</summary>
    public SheetDraft Paint(int firstRow, int firstColumn, int lastRow, int lastColumn, Look look)
    {
        WorkbookTheme.Apply(Sheet.Range(firstRow, firstColumn, lastRow, lastColumn).Style, look);
        return this;
    }

    /// <summary>Keeps the rows above and the columns before in sight; 0 keeps none.</summary>
    public SheetDraft Freeze(int rows, int columns = 0)
    {
        Sheet.SheetView.Freeze(rows, columns);
        return this;
    }

    /// <summary>Puts filter arrows on a table whose first row is its headers.</summary>
    public SheetDraft Filter(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        Sheet.Range(firstRow, firstColumn, lastRow, lastColumn).SetAutoFilter();
        return this;
    }

    /// <summary>
    /// Marks cells while a formula holds: bold on grey, so that a black-and-white print shows it as well.
    /// </summary>
    /// <param name="range">The cells, e.g. <c>D5:D20</c>.</param>
    /// <param name="formula">As for the range's first cell, relative addresses moving along, e.g. <c>$D5="未达标"</c>.</param>
    public SheetDraft Mark(string range, string formula)
    {
        var style = Sheet.Range(range).AddConditionalFormat().WhenIsTrue(formula);
        style.Font.SetBold(true);
        style.Fill.SetBackgroundColor(WorkbookTheme.MarkFill);
        return this;
    }

    /// <summary>Makes a row at least so high, in points. Rows without this are as high as their texts need.</summary>
    public SheetDraft AtLeast(int row, double height)
    {
        heights[row] = Math.Min(HighestRow, Math.Max(height, heights.GetValueOrDefault(row)));
        return this;
    }

    /// <summary>Sets every row's height by its texts: what reads the file does so for some rows only, each reader for others.</summary>
    internal void FitRows()
    {
        // One pass over the sheet: asking each row for its cells, and each cell for its merge, costs the square of the rows.
        var merged = Sheet.MergedRanges
            .SelectMany(range => range.Cells().Select(cell => (cell.Address.RowNumber, cell.Address.ColumnNumber)))
            .ToHashSet();
        var lines = Sheet.CellsUsed(XLCellsUsedOptions.Contents)
            .Where(cell => !cell.HasFormula && cell.DataType == XLDataType.Text && !merged.Contains((cell.Address.RowNumber, cell.Address.ColumnNumber)))
            .GroupBy(cell => cell.Address.RowNumber)
            .ToDictionary(row => row.Key, row => row.Max(cell => LinesOf(cell, WidthOf(cell.Address.ColumnNumber))));
        foreach (var row in Sheet.CellsUsed(XLCellsUsedOptions.Contents | XLCellsUsedOptions.NormalFormats).Select(cell => cell.Address.RowNumber).Distinct().ToList())
        {
            AtLeast(row, (lines.GetValueOrDefault(row, 1) * WorkbookTheme.LineHeight) + WorkbookTheme.RowAir);
        }

        // In order: ClosedXML numbers styles as it meets them, and lists cells in no order of its own.
        foreach (var (row, height) in heights.OrderBy(row => row.Key))
        {
            Sheet.Row(row).Height = height;
        }
    }

    private static int LinesOf(IXLCell cell, double width) => cell.Style.Alignment.WrapText
        ? ExcelText.Lines(cell.GetString(), width - (2 * cell.Style.Alignment.Indent))
        : 1;

    /// <summary>A column's width, asked once: ClosedXML walks the whole sheet for a column.</summary>
    private double WidthOf(int column)
    {
        if (!widths.TryGetValue(column, out var width))
        {
            widths[column] = width = Sheet.Column(column).Width;
        }

        return width;
    }

    internal void Keep(IXLCell cell, string formula, CachedValue value)
    {
        cell.FormulaA1 = formula;
        formulas[CellPlace.Of(cell)] = value;
    }
}
