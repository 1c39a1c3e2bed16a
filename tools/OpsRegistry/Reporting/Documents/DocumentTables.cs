using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace OpsRegistry.Reporting.Documents;

/// <summary>What a table of a document is: a list with a head, or, where the head is empty, a form whose odd columns are labels.</summary>
internal static class DocumentTables
{
    /// <summary>True for a form.</summary>
    public static bool IsForm(Table table) => table.FirstOrDefault() is TableRow { IsHeader: true } head && head.Cast<TableCell>().All(IsEmpty);

    /// <summary>True for a cell of a form that labels the cell after it.</summary>
    public static bool IsLabel(int column) => column % 2 == 0;

    /// <summary>True for a cell without words.</summary>
    public static bool IsEmpty(TableCell cell) => cell.Count == 0 || (cell.Count == 1 && cell[0] is ParagraphBlock { Inline.FirstChild: null });

    /// <summary>The rows that are shown: a form's empty head is not.</summary>
    public static IEnumerable<TableRow> Rows(Table table) => table.Cast<TableRow>().Skip(IsForm(table) ? 1 : 0);

    /// <summary>Each column's share of the width, by the dashes under the head; equal where they say nothing.</summary>
    public static IReadOnlyList<double> Shares(Table table)
    {
        var count = Math.Max(1, table.Cast<TableRow>().Max(row => row.Count));
        var widths = table.ColumnDefinitions.Take(count).Select(column => (double)column.Width).ToList();
        var sum = widths.Sum();
        return sum > 0 && widths.Count == count ? widths.Select(width => width / sum).ToList() : Enumerable.Repeat(1.0 / count, count).ToList();
    }

    /// <summary>How a column is aligned.</summary>
    public static TableColumnAlign? Alignment(Table table, int column) => column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
}
