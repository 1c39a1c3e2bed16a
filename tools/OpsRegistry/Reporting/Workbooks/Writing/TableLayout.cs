using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>Where a table stands: its rows, and the columns of the sheet that each of its columns takes.</summary>
/// <param name="Header">The row of the titles.</param>
/// <param name="Spans">The first and last column of the sheet, by column of the table.</param>
internal sealed record TableLayout(SheetDraft Sheet, Table Table, int Header, IReadOnlyList<(int First, int Last)> Spans)
{
    private readonly Dictionary<string, int> columns = Table.Columns.Select((column, index) => (column.Key, index)).ToDictionary(pair => pair.Key, pair => pair.index, StringComparer.Ordinal);

    /// <summary>The rows on paper: the table's row, and which of its records; a row with several records takes one for each.</summary>
    public IReadOnlyList<(int Row, int Part)> Lines { get; } = LinesOf(Table);

    /// <summary>The first row under the titles.</summary>
    public int First => Header + 1;

    /// <summary>The last row; an empty table has one, so that formulas over it hold.</summary>
    public int Last => Header + Math.Max(1, Lines.Count);

    /// <summary>The rows under the table.</summary>
    public int Foot => Last + 1;

    /// <summary>How many rows of totals and sums there are.</summary>
    public int FootCount => Table.Foot.Count + (Table.HasTotals ? 1 : 0);

    /// <summary>The first row after table, sums and notes.</summary>
    public int Next => Foot + FootCount + Table.Notes.Count;

    /// <summary>The last column of the sheet that it takes.</summary>
    public int LastColumn => Spans[^1].Last;

    /// <summary>A column's place in the table.</summary>
    public int IndexOf(string key) => columns.TryGetValue(key, out var index) ? index : throw new ArgumentException($"table '{Table.Id}' has no column '{key}'", nameof(key));

    /// <summary>The column of the sheet in which a column's cells stand.</summary>
    public int ColumnOf(string key) => Spans[IndexOf(key)].First;

    /// <summary>A column's cells from one row to another, not moving along.</summary>
    public string Range(string key, int first, int last) => A1.FixedBlock(first, ColumnOf(key), last, ColumnOf(key));

    /// <summary>The line on paper on which a row begins.</summary>
    public int LineOf(int row) => First + (Lines.Count == Table.RowCount ? row : Lines.ToList().FindIndex(line => line.Row == row));

    /// <summary>How many lines a row takes.</summary>
    private static int PartsOf(Table table, int row) => table.Columns
        .Select((column, index) => column.Kind is ValueKind.Record or ValueKind.Code && table.Cell(row, index) is Value.Many many ? many.All.Count : 1)
        .Max();

    private static IReadOnlyList<(int Row, int Part)> LinesOf(Table table) => table.Columns.Any(column => column.Repeats)
        ? Enumerable.Range(0, table.RowCount).SelectMany(row => Enumerable.Range(0, Math.Max(1, PartsOf(table, row))).Select(part => (row, part))).ToList()
        : new OneByOne(table.RowCount);

    /// <summary>A line for each row, whatever their number.</summary>
    private sealed class OneByOne(int count) : IReadOnlyList<(int Row, int Part)>
    {
        public int Count => count;

        public (int Row, int Part) this[int index] => (index, 0);

        public IEnumerator<(int Row, int Part)> GetEnumerator() => Enumerable.Range(0, count).Select(row => (row, 0)).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
