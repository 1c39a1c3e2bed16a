namespace OpsRegistry.Reporting;

/// <summary>Rows whose columns line up on a terminal, Chinese and Latin letters alike. What cannot be seen is shown as its number.</summary>
/// <param name="columns">How each column is aligned.</param>
internal sealed class TextTable(params ColumnAlignment[] columns)
{
    private const string Gap = "  ";

    private readonly List<IReadOnlyList<TonedCell>> rows = [];

    /// <summary>How each column is aligned.</summary>
    public IReadOnlyList<ColumnAlignment> Columns { get; } = columns;

    /// <summary>The rows, all of them as long as there are columns; the head first, where there is one.</summary>
    public IReadOnlyList<IReadOnlyList<TonedCell>> Rows => rows;

    /// <summary>True where the first row says what the columns are.</summary>
    public bool HasHead { get; private set; }

    /// <summary>Adds the first row, which says what the columns are.</summary>
    public void Head(params string[] cells)
    {
        HasHead = true;
        Add(cells);
    }

    /// <summary>Adds a row; missing cells are empty.</summary>
    public void Add(params string[] cells) => Add(cells.Select(cell => new TonedCell(cell)).ToArray());

    /// <summary>Adds a row; missing cells are empty.</summary>
    public void Add(params TonedCell[] cells) =>
        rows.Add(Columns.Select((_, index) => index < cells.Length ? cells[index] with { Words = VisibleText.Show(cells[index].Words) } : new("")).ToList());

    /// <summary>Writes all rows, without spaces at the ends of lines; a terminal draws them as a table of its own.</summary>
    public void Write(TextWriter output, string indent = "")
    {
        if (output is IStyledOutput styled)
        {
            styled.Write(this, indent.Length);
            return;
        }

        var widths = Columns.Select((_, index) => rows.Select(row => DisplayWidth.Measure(row[index].Words)).DefaultIfEmpty(0).Max()).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, index) => Padded(cell.Words, widths[index], Columns[index]));
            output.WriteLine((indent + string.Join(Gap, cells)).TrimEnd());
        }
    }

    private static string Padded(string cell, int width, ColumnAlignment alignment)
    {
        var space = new string(' ', width - DisplayWidth.Measure(cell));
        return alignment == ColumnAlignment.Left ? cell + space : space + cell;
    }
}

/// <summary>A cell's words and what they mean to a reader.</summary>
internal readonly record struct TonedCell(string Words, Tone Tone = Tone.Plain)
{
    /// <summary>Plain words.</summary>
    public static implicit operator TonedCell(string words) => new(words);
}

/// <summary>On which side a column's cells stand.</summary>
internal enum ColumnAlignment
{
    /// <summary>Words.</summary>
    Left,

    /// <summary>Figures.</summary>
    Right,
}
