namespace OpsRegistry.Reporting.Tables;

/// <summary>Any table for the terminal: what a narrow screen keeps, figures on the right, outcomes in their tone, nothing where a column is empty.</summary>
internal static class TableText
{
    private static readonly Text Total = new("合计", "total");

    /// <summary>Writes a table; where it has no rows, the words for that.</summary>
    /// <param name="indent">What stands before each line.</param>
    public static void Write(TextWriter output, Table table, Language language, string indent = "  ")
    {
        if (table.RowCount == 0)
        {
            output.WriteLine(Tone.Faint, indent + table.WhenEmpty.In(language));
            return;
        }

        var shown = Enumerable.Range(0, table.Columns.Count).Where(column => IsShown(table, column)).ToList();
        var text = new TextTable(shown.Select(column => table.Columns[column].IsFigure ? ColumnAlignment.Right : ColumnAlignment.Left).ToArray());
        text.Head(shown.Select(column => table.Columns[column].Title.In(language)).ToArray());
        for (var row = 0; row < table.RowCount; row++)
        {
            text.Add(shown.Select(column => CellOf(table.Cell(row, column), language)).ToArray());
        }

        if (table.RowCount > 1 && table.HasTotals)
        {
            text.Add(shown.Select((column, index) => index == 0 && table.TotalOf(column) is Value.Nothing ? new(Total.In(language)) : CellOf(table.TotalOf(column), language)).ToArray());
        }

        text.Write(output, indent);
        foreach (var row in table.Foot)
        {
            output.WriteLine($"{indent}{row.Title.In(language)}  {string.Join("  ", row.Cells.Select(cell => ValueText.Show(cell.Value, language)))}");
        }

        foreach (var note in table.Notes)
        {
            output.WriteLine(Tone.Faint, indent + note.In(language));
        }
    }

    private static bool IsShown(Table table, int column) =>
        table.Columns[column] is { IsEssential: true, IsForPaper: false } && Enumerable.Range(0, table.RowCount).Any(row => table.Cell(row, column) is not (Value.Nothing or Value.Words { Text.En: "" }));

    private static TonedCell CellOf(Value value, Language language) => new(
        ValueText.Show(value, language),
        value is Value.State state ? state.Tone : value is Value.Undetermined ? Tone.Warning : Tone.Plain);
}
