using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Markdown;

/// <summary>A table whose rows read as sentences, as items of a list: figures with their unit, what moved or must be seen in bold, the rows of a group below what they share.</summary>
/// <param name="show">Shows a value as in a cell.</param>
internal sealed class ListMarkdown(TextWriter output, Language language, MarkdownDialect dialect, Func<Value, string> show)
{
    private const string Gap = "　";

    /// <summary>How many are left out.</summary>
    public static Text More(int count) => new($"另有 {count} 项", $"and {count} more");

    /// <summary>Writes the items.</summary>
    public void Write(Table table)
    {
        var most = Math.Min(table.RowCount, dialect.MostRows);
        for (var row = 0; row < most; row++)
        {
            if (table.GroupOf(row) is not { } group)
            {
                Item(table, row, "- ", _ => true);
                continue;
            }

            if (row == 0 || table.GroupOf(row - 1) != group)
            {
                Item(table, row, "- ", column => column.IsOfGroup);
            }

            Item(table, row, "  - ", column => !column.IsOfGroup);
        }

        if (table.RowCount > most)
        {
            output.WriteLine($"- {More(table.RowCount - most).In(language)}");
        }
    }

    private void Item(Table table, int row, string mark, Func<TableColumn, bool> isAsked)
    {
        var parts = table.Columns.Select((column, index) => (Column: column, Words: Part(column, table.Cell(row, index)))).Where(part => isAsked(part.Column) && !part.Column.IsForPaper && part.Words.Length > 0).ToList();
        if (parts.Count == 0)
        {
            return;
        }

        var below = parts.Where(part => part.Column.Under is not null).Select(part => $"  \n  {part.Words}");
        output.WriteLine($"{mark}{string.Join(Gap, parts.Where(part => part.Column.Under is null).Select(part => part.Words))}{string.Concat(below)}");
    }

    private string Part(TableColumn column, Value value)
    {
        var words = value is Value.Many many ? string.Join(Gap, many.All.Take(dialect.MostParts).Select(one => Part(column, one))) : show(value);
        return words.Length == 0 ? ""
            : value is Value.Points points ? Bold($"{words}{(language == Language.Zh ? " 分" : " points")}", points.IsDifference)
            : value is Value.Yuan yuan ? Bold($"¥ {words}", yuan.IsDifference)
            : value is Value.Undetermined ? Bold(dialect.Escape(What(column).In(language)) + (language == Language.Zh ? "" : " ") + words)
            : value is Value.State ? Bold(words)
            : value is Value.Clauses ? $"〔{words}〕"
            : words;
    }

    // What is not known yet; other figures say it by their unit.
    private static Text What(TableColumn column) =>
        column.Kind == ValueKind.Points ? new("分数", "points") : column.Kind == ValueKind.Yuan ? new("金额", "amount") : column.Title;

    private static string Bold(string words, bool isBold = true) => isBold ? $"**{words}**" : words;
}
