namespace OpsRegistry.Reporting;

/// <summary>Rows whose columns line up on a terminal, Chinese and Latin letters alike. What cannot be seen is shown as its number.</summary>
/// <param name="columns">How each column is aligned.</param>
public sealed class TextTable(params ColumnAlignment[] columns)
{
    private const string Gap = "  ";

    private readonly List<string[]> rows = [];

    /// <summary>Adds a row; missing cells are empty.</summary>
    public void Add(params string[] cells) =>
        rows.Add(columns.Select((_, index) => index < cells.Length ? VisibleText.Of(cells[index]) : "").ToArray());

    /// <summary>Writes all rows, without spaces at the ends of lines.</summary>
    public void Write(TextWriter output, string indent = "")
    {
        var widths = columns.Select((_, index) => rows.Select(row => DisplayWidth.Of(row[index])).DefaultIfEmpty(0).Max()).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, index) => Padded(cell, widths[index], columns[index]));
            output.WriteLine((indent + string.Join(Gap, cells)).TrimEnd());
        }
    }

    private static string Padded(string cell, int width, ColumnAlignment alignment)
    {
        var space = new string(' ', width - DisplayWidth.Of(cell));
        return alignment == ColumnAlignment.Left ? cell + space : space + cell;
    }
}

/// <summary>On which side a column's cells stand.</summary>
public enum ColumnAlignment
{
    /// <summary>Words.</summary>
    Left,

    /// <summary>Figures.</summary>
    Right,
}
