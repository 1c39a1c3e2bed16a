using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>Charts over the cells of their tables.</summary>
internal static class ChartLayout
{
    private const double RowHeight = 19;

    private const int Rows = 12, FewestBars = 8, RowsBesideBars = 3;

    /// <summary>How many rows a chart covers.</summary>
    public static int RowsOf(FigureChart chart) => chart.Form == ChartForm.Bars ? Math.Max(FewestBars, RowsBesideBars + chart.Categories.Count) : Rows;

    /// <summary>Draws a chart from a row on, over the whole width.</summary>
    public static void Draw(SheetDraft sheet, int row, FigureChart chart, BookLayout book, Language language)
    {
        var (table, names) = chart.Over ?? throw new ArgumentException($"chart '{chart.Id}' has no table to be drawn from", nameof(chart));
        var (layout, rows) = (book[table], RowsOf(chart));
        for (var line = row; line < row + rows; line++)
        {
            sheet.AtLeast(line, RowHeight);
        }

        string Cells(string column) => $"{layout.Sheet.InFormula}!{layout.Range(column, layout.First, layout.Last)}";
        sheet.Draw(new(
            chart.Title.In(language),
            KindOf(chart.Form),
            new(Cells(names), chart.Categories.Select(category => category.Title.In(language)).ToList()),
            chart.Series.Select(series => new ChartSeries(series.Title.In(language), Cells(series.Key), series.Figures)).ToList(),
            new(row, 1, row + rows - 1, sheet.Widths.Keys.Max()))
        {
            Format = CellWriter.FormatOf(chart.Kind),
            Largest = chart.Largest,
            Description = chart.Description.In(language),
        });
    }

    private static ChartKind KindOf(ChartForm form) => form switch
    {
        ChartForm.Columns or ChartForm.Line => ChartKind.Columns,
        ChartForm.StackedColumns => ChartKind.StackedColumns,
        ChartForm.Bars => ChartKind.Bars,
    };
}
