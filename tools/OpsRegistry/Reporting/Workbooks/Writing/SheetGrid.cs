using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>The columns of a sheet, which all its tables share: those of its longest list, and what wider tables need beside them.</summary>
internal static class SheetGrid
{
    /// <summary>How much narrower than wished a column may be.</summary>
    private const double Tolerance = 2.5;

    private static readonly IReadOnlyList<double> WithoutTable = [20, 20, 20, 20, 20];

    /// <summary>The widths of a sheet's columns.</summary>
    public static IReadOnlyList<double> WidthsOf(Sheet sheet)
    {
        var tables = sheet.Blocks.OfType<Block.TableBlock>().Select(block => block.Content).ToList();
        var main = sheet.Grid.Count > 0 ? sheet.Grid : (tables.LastOrDefault(table => table.IsList) ?? tables.MaxBy(table => table.Columns.Count))?.Columns.Select(column => column.Width).ToList() ?? WithoutTable;
        var widest = tables.MaxBy(table => table.Columns.Count)?.Columns ?? [];
        return [.. main, .. widest.Skip(main.Count).Select(column => column.Width)];
    }

    /// <summary>The columns of the sheet that each column of a table takes: as many as its width needs, and one at least for each that follows.</summary>
    public static IReadOnlyList<(int First, int Last)> SpansOf(Table table, IReadOnlyList<double> grid)
    {
        var spans = new List<(int First, int Last)>();
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var (column, first) = (table.Columns[index], index == 0 ? 1 : spans[^1].Last + 1);
            var free = grid.Count - (table.Columns.Count - index - 1);
            var last = first;
            for (var width = grid[first - 1]; width < column.Width - Tolerance && last < free; width += grid[last++])
            {
            }

            var takesRest = index == table.Columns.Count - 1 && column.Kind is ValueKind.Words or ValueKind.Clauses;
            spans.Add((first, takesRest ? free : last));
        }

        return spans;
    }
}
