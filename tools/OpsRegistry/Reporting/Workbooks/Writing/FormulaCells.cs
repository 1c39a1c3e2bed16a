using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Writing;

/// <summary>The cells that a formula of one row can name.</summary>
internal sealed class FormulaCells(BookLayout book, TableLayout layout, int row, int group, Language language) : IFormulaCells
{
    public string this[string column] => $"${A1.Write(row, layout.ColumnOf(column))}";

    public string Column(string column) => layout.Range(column, layout.First, layout.Last);

    public string Above(string column) => $"{A1.Fixed(layout.Header, layout.ColumnOf(column))}:${A1.Write(row - 1, layout.ColumnOf(column))}";

    public string Group(string column) => layout.Range(column, group, row - 1);

    public string Subtotals(string column)
    {
        var rows = Enumerable.Range(0, layout.Lines.Count).Where(line => layout.Table.IsSubtotal(layout.Lines[line].Row)).Select(line => A1.Write(layout.First + line, layout.ColumnOf(column))).ToList();
        return rows.Count == 0 ? "0" : string.Join("+", rows);
    }

    public string Column(string table, string column) => $"{book[table].Sheet.InFormula}!{book[table].Range(column, book[table].First, book[table].Last)}";

    public string Cell(string table, string column, int row) => $"{book[table].Sheet.InFormula}!{A1.Fixed(book[table].LineOf(row), book[table].ColumnOf(column))}";

    public string Title(string column) => A1.Fixed(layout.Header, layout.ColumnOf(column));

    public string Block(string table, string first, string last) =>
        $"{book[table].Sheet.InFormula}!{A1.FixedBlock(book[table].First, book[table].ColumnOf(first), book[table].Last, book[table].ColumnOf(last))}";

    public string Quoted(Text words) => CellWriter.Quoted(words.In(language));
}
