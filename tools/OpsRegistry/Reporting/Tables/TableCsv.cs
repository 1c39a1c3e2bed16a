using OpsRegistry.Reporting.Clocks;

namespace OpsRegistry.Reporting.Tables;

/// <summary>
/// Any tables of one kind as CSV (RFC 4180): the columns' keys, then the rows of all of them, each after the names of what it belongs to. Moments, days,
/// lengths and figures are as in JSON; what is undetermined is empty; no text can be taken for a formula.
/// </summary>
internal static class TableCsv
{
    /// <summary>Writes tables with the same columns under one head.</summary>
    /// <param name="owners">The keys of what tables belong to, e.g. contract and period.</param>
    /// <param name="tables">The tables, each with the names of what it belongs to.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> owners, IReadOnlyList<(IReadOnlyList<string> Owners, Table Table)> tables, Language language)
    {
        var isHeaded = false;
        foreach (var (names, table) in tables)
        {
            var shown = Enumerable.Range(0, table.Columns.Count).Where(column => !table.Columns[column].IsForPaper).ToList();
            if (!isHeaded)
            {
                WriteLine(output, owners.Concat(shown.Select(column => table.Columns[column].Key)));
                isHeaded = true;
            }

            for (var row = 0; row < table.RowCount; row++)
            {
                WriteLine(output, names.Select(Safe).Concat(shown.Select(column => Show(table.Cell(row, column), language))));
            }
        }
    }

    /// <summary>Writes one line, each field in quotes where it needs them.</summary>
    public static void WriteLine(TextWriter output, IEnumerable<string> fields) => output.Write(string.Join(',', fields.Select(Quoted)) + "\r\n");

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Show(Value value, Language language) => value switch
    {
        Value.Nothing or Value.Undetermined => "",
        Value.Points points => Assessing.Points.Plain(points.Number),
        Value.Yuan yuan => Settling.Yuan.Plain(yuan.Amount),
        Value.Count count => Assessing.Points.Plain(count.Number),
        Value.Moment moment => Moment.Rfc3339(moment.Instant),
        Value.Day day => Moment.Show(day.Date),
        Value.Days days => $"{Moment.Show(days.Span.Start)}/{Moment.Show(days.Span.End.PlusDays(-1))}",
        Value.Length length => Time.Amount.FromDuration(length.Time).ToString(),
        Value.Limit limit => limit.Amount.ToString(),
        Value.Share share => Assessing.Points.Plain(share.Part),
        Value.Record record => Safe(string.Create(CultureInfo.InvariantCulture, $"{record.Path}:{record.Line}")),
        Value.Many many => string.Join("; ", many.All.Select(one => Show(one, language))),
        Value.Series or Value.Change or Value.Words or Value.Code or Value.State or Value.Link or Value.Clauses => Safe(ValueText.Show(value, language)),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    /// <summary>A text as a field: spreadsheets take one that begins like a formula for a formula, and with an apostrophe before it for a text.</summary>
    public static string Safe(string text)
    {
        var visible = VisibleText.OnPaper(text);
        return visible is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? "'" + visible : visible;
    }
}
