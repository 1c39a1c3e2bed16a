using System.Globalization;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>One column of a table.</summary>
/// <param name="Name">The header.</param>
/// <param name="Look">How its cells look.</param>
/// <param name="Write">Writes a row's cell; a cell left alone is empty and painted.</param>
internal sealed record Column<TRow>(string Name, Look Look, Action<CellDraft, TRow> Write)
{
    /// <summary>A column of texts.</summary>
    public static Column<TRow> Words(string name, Func<TRow, string> words, Look look = Look.Body) =>
        new(name, look, (cell, row) => cell.Text(words(row)));
}

/// <summary>Where a table's rows stand; never empty, so that formulas over it hold.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="FirstRow">The first row under the headers.</param>
/// <param name="LastRow">The last one.</param>
internal sealed record TableArea(SheetDraft Sheet, int FirstRow, int LastRow)
{
    /// <summary>The first row after the table.</summary>
    public int Next => LastRow + 1;

    /// <summary>A column for formulas of this sheet, e.g. <c>$B$6:$B$20</c>.</summary>
    public string Range(int column) =>
        string.Create(CultureInfo.InvariantCulture, $"${A1.Letter(column)}${FirstRow}:${A1.Letter(column)}${LastRow}");

    /// <summary>A column for formulas of other sheets.</summary>
    public string RangeFromAfar(int column) => $"{Sheet.InFormula}!{Range(column)}";
}

/// <summary>Writes tables and the few kinds of formula that every sheet uses.</summary>
internal static class Tables
{
    /// <summary>Writes headers and rows from column A on; with filter arrows where asked.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="row">The row of the headers.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="whyEmpty">What stands in the one row of an empty table.</param>
    public static TableArea Table<TRow>(this SheetDraft sheet, int row, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows, string whyEmpty)
    {
        sheet.Headers(row, 1, columns.Select(column => column.Name).ToArray());
        if (rows.Count == 0)
        {
            sheet.Across(row + 1, 1, columns.Count, whyEmpty, Look.Body);
            return new(sheet, row + 1, row + 1);
        }

        sheet.Later(row + 1, rows.Count, index =>
        {
            for (var column = 0; column < columns.Count; column++)
            {
                columns[column].Write(sheet[row + 1 + index, column + 1].As(columns[column].Look), rows[index]);
            }
        });
        return new(sheet, row + 1, row + rows.Count);
    }

    /// <summary>A text that leads to a cell where there is one.</summary>
    public static CellDraft LinkOrText(this CellDraft cell, string text, CellDraft? target) =>
        target is { } there ? cell.Link(text, there) : cell.Text(text);

    /// <summary>A formula whose value may be undetermined: any part that is not a number makes the whole so.</summary>
    public static CellDraft Figure(this CellDraft cell, string formula, decimal? value, string format)
    {
        var guarded = $"IFERROR({formula},{ExcelText.InFormula(Words.Undetermined)})";
        return value is { } known ? cell.Formula(guarded, known, format) : cell.Formula(guarded, Words.Undetermined);
    }

    /// <summary>A number, or the word for one that cannot be known yet.</summary>
    public static CellDraft NumberOrWord(this CellDraft cell, decimal? value, string format) =>
        value is { } known ? cell.Number(known, format) : cell.Text(Words.Undetermined);

    /// <summary>The formula of a sum that is undetermined while any of its parts is.</summary>
    public static string SumOf(string range) => $"IF(COUNT({range})<ROWS({range}),NA(),SUM({range}))";

    /// <summary>The cells of a table's rows, for <see cref="SheetDraft.Mark"/>.</summary>
    public static string MarkRange(this SheetDraft sheet, TableArea area, int columns) =>
        $"{sheet[area.FirstRow, 1].Address}:{sheet[area.LastRow, columns].Address}";
}
