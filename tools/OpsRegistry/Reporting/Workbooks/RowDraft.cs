namespace OpsRegistry.Reporting.Workbooks;

/// <summary>A row while it is being written.</summary>
/// <param name="number">Its number, from 1.</param>
internal sealed class RowDraft(int number)
{
    private readonly List<CellContent?> cells = [];

    public int Number => number;

    /// <summary>The least height in points; 0 where nobody asked for one.</summary>
    public double Height { get; set; }

    /// <summary>The cells that have something, with their columns from 1.</summary>
    public IEnumerable<(int Column, CellContent Content)> Cells
    {
        get
        {
            for (var column = 1; column <= cells.Count; column++)
            {
                if (cells[column - 1] is { } content)
                {
                    yield return (column, content);
                }
            }
        }
    }

    /// <summary>A cell by its column, from 1; made where there is none.</summary>
    public CellContent this[int column]
    {
        get
        {
            while (cells.Count < column)
            {
                cells.Add(null);
            }

            return cells[column - 1] ??= new CellContent();
        }
    }
}
