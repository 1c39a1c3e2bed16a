namespace OpsRegistry.Reporting.Tables;

/// <summary>A table as every writer sees it: columns by key, values by kind; no writer knows one by name.</summary>
/// <param name="Id">A stable English name.</param>
/// <param name="Title">What it lists.</param>
internal abstract record Table(string Id, Text Title)
{
    /// <summary>The columns, leftmost first.</summary>
    public abstract IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public abstract int RowCount { get; }

    /// <summary>What stands in its place where it has no rows.</summary>
    public Text WhenEmpty { get; init; } = new("没有。", "None.");

    /// <summary>Rows under the table: sums, checks, what follows from them.</summary>
    public IReadOnlyList<FootRow> Foot { get; init; } = [];

    /// <summary>Small print under the table.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>When a row must not be overlooked, as a formula of a workbook; null where none must.</summary>
    public Func<IFormulaCells, string>? MarkFormula { get; init; }

    /// <summary>True for long lists, which readers filter.</summary>
    public bool IsList { get; init; }

    /// <summary>What a list can be narrowed to: the word that rows bear, and its title.</summary>
    public IReadOnlyList<(string Word, Text Title)> Filters { get; init; } = [];

    /// <summary>True where a row reads as a sentence: a format in which columns are dear makes an item of a list of it.</summary>
    public bool ReadsAsList { get; init; }

    /// <summary>True where readers hold its columns, but for the first, against each other.</summary>
    public bool IsCompared { get; init; }

    /// <summary>So many rows stand on a page of a site; the others on further ones.</summary>
    public int RowsPerPage { get; init; } = 30;

    public abstract Value Cell(int row, int column);

    /// <summary>A cell's live formula; null for none.</summary>
    public abstract Formula? FormulaOf(int row, int column, IFormulaCells cells);

    /// <summary>The name of a cell; null for none.</summary>
    public abstract string? NameOf(int row, int column);

    /// <summary>What can link to a row.</summary>
    public abstract IEnumerable<Anchor> AnchorsOf(int row);

    /// <summary>Whether a row must not be overlooked.</summary>
    public abstract bool IsMarked(int row);

    /// <summary>The group of a row; null where rows have none.</summary>
    public abstract string? GroupOf(int row);

    /// <summary>Whether a row sums up its group.</summary>
    public abstract bool IsSubtotal(int row);

    /// <summary>The words by which a list is narrowed.</summary>
    public abstract IEnumerable<string> KeywordsOf(int row);

    /// <summary>What only some readers want to see of a row, where a format can fold; null for nothing.</summary>
    public abstract Blocks.Block.Details? DetailsOf(int row);

    /// <summary>Whether a row of totals stands under the rows.</summary>
    public bool HasTotals => RowCount > 0 && Columns.Any(column => column.Total != ColumnTotal.None);

    /// <summary>The rows under the table, the totals of its columns first.</summary>
    public IEnumerable<FootRow> FootRows => (HasTotals ? [Totals] : Array.Empty<FootRow>()).Concat(Foot);

    private FootRow Totals => new(new("合计", "Total"), Columns.Select((column, index) => (column, index)).Where(pair => pair.column.Total != ColumnTotal.None).Select(pair => new FootCell(pair.column.Key, TotalOf(pair.index))
    {
        Formula = cells => TotalFormula(pair.column, pair.index, cells.Column(pair.column.Key)),
        Names = pair.column.TotalName is { } name ? [name] : [],
    }).ToList());

    /// <summary>A sum that is undetermined while any figure is; what has no figure does not count.</summary>
    private Formula TotalFormula(TableColumn column, int index, string range)
    {
        var figures = Enumerable.Range(0, RowCount).Count(row => Cell(row, index) is not Value.Nothing);
        return column.Total == ColumnTotal.Count
            ? $"COUNTA({range})"
            : Formula.Guarded(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"IF(COUNT({range})<{figures},NA(),SUM({range}))"));
    }

    /// <summary>The sum of a column, or how many there are; unknown where one of its figures is.</summary>
    public Value TotalOf(int column)
    {
        var values = Enumerable.Range(0, RowCount).Where(row => !IsSubtotal(row)).Select(row => Cell(row, column)).ToList();
        return Columns[column].Total switch
        {
            ColumnTotal.None => Value.None,
            ColumnTotal.Count => new Value.Count(values.Count(value => value is not Value.Nothing)),
            ColumnTotal.Sum when values.Any(value => value is Value.Undetermined) => Value.Unknown,
            ColumnTotal.Sum => Columns[column].Kind switch
            {
                ValueKind.Points => new Value.Points(values.Sum(value => value is Value.Points points ? points.Number : 0)),
                ValueKind.Yuan => new Value.Yuan(values.Sum(value => value is Value.Yuan yuan ? yuan.Amount : 0)),
                ValueKind.Count => new Value.Count(values.Sum(value => value is Value.Count count ? count.Number : 0)),
                ValueKind.Words or ValueKind.Label or ValueKind.Code or ValueKind.Moment or ValueKind.Day or ValueKind.Length or ValueKind.Share or ValueKind.State or ValueKind.Record or ValueKind.Clauses =>
                    throw new System.Diagnostics.UnreachableException($"{Columns[column].Kind} has no sum"),
            },
        };
    }
}

/// <summary>A table of rows of one kind.</summary>
/// <param name="Id">A stable English name.</param>
/// <param name="Title">What it lists.</param>
/// <param name="All">The columns.</param>
internal sealed record Table<TRow>(string Id, Text Title, IReadOnlyList<Column<TRow>> All, IReadOnlyList<TRow> Rows) : Table(Id, Title)
{
    /// <summary>What can link to a row.</summary>
    public Func<TRow, IEnumerable<Anchor>> Anchors { get; init; } = _ => [];

    /// <summary>Whether a row must not be overlooked.</summary>
    public Func<TRow, bool> Mark { get; init; } = _ => false;

    /// <summary>The group of a row.</summary>
    public Func<TRow, string?> Group { get; init; } = _ => null;

    /// <summary>Whether a row sums up its group.</summary>
    public Func<TRow, bool> Subtotal { get; init; } = _ => false;

    public Func<TRow, IEnumerable<string>> Keywords { get; init; } = _ => [];

    public Func<TRow, Blocks.Block.Details?> Details { get; init; } = _ => null;

    public override IReadOnlyList<TableColumn> Columns => All;

    public override int RowCount => Rows.Count;

    /// <summary>The same table without some of its columns.</summary>
    public Table<TRow> Without(params IReadOnlyList<string> keys) => this with { All = All.Where(column => !keys.Contains(column.Key, StringComparer.Ordinal)).ToList() };

    /// <summary>The same table with only these columns, in this order; none of them can be done without.</summary>
    public Table<TRow> Only(params IReadOnlyList<string> keys) => this with { All = keys.Select(key => All.First(column => column.Key == key) with { IsEssential = true }).ToList() };

    public override Value Cell(int row, int column) => All[column].ValueOf(Rows[row]);

    public override Formula? FormulaOf(int row, int column, IFormulaCells cells) => All[column].Formula?.Invoke(Rows[row], cells);

    public override string? NameOf(int row, int column) => All[column].NameOf?.Invoke(Rows[row]);

    public override IEnumerable<Anchor> AnchorsOf(int row) => Anchors(Rows[row]);

    public override bool IsMarked(int row) => Mark(Rows[row]);

    public override string? GroupOf(int row) => Group(Rows[row]);

    public override bool IsSubtotal(int row) => Subtotal(Rows[row]);

    public override IEnumerable<string> KeywordsOf(int row) => Keywords(Rows[row]);

    public override Blocks.Block.Details? DetailsOf(int row) => Details(Rows[row]);
}

/// <summary>A row under a table.</summary>
/// <param name="Title">What its figures are.</param>
/// <param name="Cells">The figures, each under its column.</param>
internal sealed record FootRow(Text Title, params IReadOnlyList<FootCell> Cells)
{
    /// <summary>True for what only a workbook can show, e.g. that two of its sheets agree.</summary>
    public bool IsForPaper { get; init; }
}

/// <summary>A figure under a column.</summary>
/// <param name="Column">The column's key.</param>
/// <param name="Value">The figure.</param>
internal sealed record FootCell(string Column, Value Value)
{
    /// <summary>Its live formula; null for none.</summary>
    public Func<IFormulaCells, Formula>? Formula { get; init; }

    /// <summary>The names by which the whole workbook knows the cell.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
