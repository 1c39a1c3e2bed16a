namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The rows in the order of the file: those that stand already, and those of long tables, made one by one and forgotten.</summary>
internal sealed partial class SheetDraft
{
    private readonly List<RowBlock> blocks = [];

    /// <summary>
    /// Keeps rows for a table whose rows are made only when the file is written, so that a table of any length needs the room of one row.
    /// </summary>
    /// <param name="fill">Writes the cells of a row, given its place in the table from 0; called once for each, in order.</param>
    public void Later(int firstRow, int count, Action<int> fill) => blocks.Add(new(firstRow, count, fill));

    /// <summary>Every row in order, its height known; a row of a long table is gone when the next one is asked for.</summary>
    internal IEnumerable<RowDraft> RowsInOrder()
    {
        var standing = rows.Keys.Order().ToList();
        var next = 0;
        foreach (var block in blocks.OrderBy(block => block.FirstRow).Append(new(int.MaxValue, 0, _ => { })))
        {
            for (; next < standing.Count && standing[next] < block.FirstRow; next++)
            {
                yield return Fitted(rows[standing[next]]);
            }

            for (var index = 0; index < block.Count; index++)
            {
                block.Fill(index);
                var row = block.FirstRow + index;
                yield return Fitted(Row(row));
                rows.Remove(row);
            }
        }
    }

    /// <summary>Gives a row the height of its texts: what reads the file does so for some rows only, each reader for others.</summary>
    private RowDraft Fitted(RowDraft row)
    {
        var lines = 1;
        foreach (var (column, content) in row.Cells)
        {
            if (content is { Text: { Length: > 0 } text } && Styles[content.Style] is { Wraps: true } style && !merged.Contains((row.Number, column)))
            {
                lines = Math.Max(lines, ExcelText.Lines(text, WidthOf(column) - (2 * style.Indent)));
            }
        }

        row.Height = Math.Min(HighestRow, Math.Max(row.Height, (lines * WorkbookTheme.LineHeight) + WorkbookTheme.RowAir));
        return row;
    }

    /// <summary>Rows of a table that are made when the file is written.</summary>
    private sealed record RowBlock(int FirstRow, int Count, Action<int> Fill);
}
