using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Tables;

/// <summary>One column of a table, for all renderings: its key never changes, its title is for people.</summary>
/// <param name="Key">A stable English name, which formulas, JSON and CSV use.</param>
/// <param name="Title">What stands over it.</param>
/// <param name="Kind">What its values are.</param>
internal abstract record TableColumn(string Key, Text Title, ValueKind Kind)
{
    /// <summary>What stands under it.</summary>
    public ColumnTotal Total { get; init; }

    /// <summary>The name by which a whole workbook knows its total; null where it has none.</summary>
    public string? TotalName { get; init; }

    /// <summary>When a cell must not be overlooked, as a formula of a workbook over the cell's own address; null where none must.</summary>
    public Func<string, string>? CellMark { get; init; }

    /// <summary>The width on paper, in half-width characters.</summary>
    public double Width { get; init; } = 12;

    /// <summary>False for what a narrow screen can do without.</summary>
    public bool IsEssential { get; init; } = true;

    /// <summary>True for what only paper needs: elsewhere a link says it.</summary>
    public bool IsForPaper { get; init; }

    /// <summary>True for what stands again on the further rows that paper gives a row with several records.</summary>
    public bool Repeats { get; init; }

    /// <summary>True where rows of one group share one cell, which stands at the first.</summary>
    public bool IsOfGroup { get; init; }

    /// <summary>The column that its values stand under, smaller, where columns are dear; null for one of its own everywhere.</summary>
    public string? Under { get; init; }

    /// <summary>What more than nought of it means to a reader; counts with such a meaning, one of them good, are the parts of one whole. Null for nothing.</summary>
    public Tone? Tone { get; init; }

    /// <summary>Whether its values stand on the right, as figures do.</summary>
    public bool IsFigure => Kind is ValueKind.Points or ValueKind.Yuan or ValueKind.Count or ValueKind.Length or ValueKind.Share;
}

/// <summary>A column with what it takes from a row.</summary>
/// <param name="Key">A stable English name.</param>
/// <param name="Title">What stands over it.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="ValueOf">A row's value.</param>
internal sealed record Column<TRow>(string Key, Text Title, ValueKind Kind, Func<TRow, Value> ValueOf) : TableColumn(Key, Title, Kind)
{
    /// <summary>The live formula of a row's cell, over cells by their columns' keys; null where a workbook has none.</summary>
    public Func<TRow, IFormulaCells, Formula?>? Formula { get; init; }

    /// <summary>The name by which the whole workbook knows a row's cell; null where it has none.</summary>
    public Func<TRow, string?>? NameOf { get; init; }

    public static Column<TRow> Words(string key, Text title, Func<TRow, Text> words) => new(key, title, ValueKind.Words, row => new Value.Words(words(row)));

    public static Column<TRow> Label(string key, Text title, Func<TRow, Text> words) => new(key, title, ValueKind.Label, row => new Value.Words(words(row)));

    public static Column<TRow> Code(string key, Text title, Func<TRow, string?> id) => new(key, title, ValueKind.Code, row => id(row) is { } known ? new Value.Code(known) : Value.None);

    /// <summary>Points; null is unknown.</summary>
    public static Column<TRow> Points(string key, Text title, Func<TRow, decimal?> points) => new(key, title, ValueKind.Points, row => Value.PointsOf(points(row)));

    /// <summary>Money; null is unknown.</summary>
    public static Column<TRow> Yuan(string key, Text title, Func<TRow, decimal?> amount) => new(key, title, ValueKind.Yuan, row => Value.YuanOf(amount(row)));

    /// <summary>How many; null is nothing to count.</summary>
    public static Column<TRow> Count(string key, Text title, Func<TRow, decimal?> count) => new(key, title, ValueKind.Count, row => count(row) is { } known ? new Value.Count(known) : Value.None);

    public static Column<TRow> Moment(string key, Text title, Func<TRow, Instant?> moment, bool isEnd = false) =>
        new(key, title, ValueKind.Moment, row => moment(row) is { } known ? new Value.Moment(known, isEnd) : Value.None);

    public static Column<TRow> Day(string key, Text title, Func<TRow, LocalDate?> day) => new(key, title, ValueKind.Day, row => day(row) is { } known ? new Value.Day(known) : Value.None);

    public static Column<TRow> Days(string key, Text title, Func<TRow, DateSpan> days) => new(key, title, ValueKind.Day, row => new Value.Days(days(row)));

    public static Column<TRow> State(string key, Text title, Func<TRow, Value.State> state) => new(key, title, ValueKind.State, state);

    public static Column<TRow> Clauses(string key, Text title, Func<TRow, IReadOnlyList<string>> clauses) => new(key, title, ValueKind.Clauses, row => new Value.Clauses(clauses(row)));
}
