namespace OpsRegistry.Reporting.Workbooks;

/// <summary>A chart over cells of the workbook: Excel draws it again when the cells change.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Kind">How.</param>
/// <param name="Categories">What stands along the axis.</param>
/// <param name="Series">The rows of figures; told apart by pattern as well as by colour.</param>
/// <param name="Place">Where it lies on its sheet.</param>
internal sealed record ChartDraft(string Title, ChartKind Kind, ChartCategories Categories, IReadOnlyList<ChartSeries> Series, ChartPlace Place)
{
    /// <summary>The number format of the figures.</summary>
    public string Format { get; init; } = WorkbookTheme.Count;

    /// <summary>The largest figure that can be; null where there is none, and the axis counts by ones.</summary>
    public decimal? Largest { get; init; }

    /// <summary>What the chart says to who cannot see it.</summary>
    public string Description { get; init; } = "";
}

/// <summary>How a chart shows its figures.</summary>
internal enum ChartKind
{
    /// <summary>Upright columns, side by side.</summary>
    Columns,

    /// <summary>Upright columns, on top of each other.</summary>
    StackedColumns,

    /// <summary>Lying bars, for categories with long names.</summary>
    Bars,
}

/// <summary>The names along an axis.</summary>
/// <param name="Reference">The cells that hold them, with their sheet.</param>
/// <param name="Texts">What the cells hold.</param>
internal sealed record ChartCategories(string Reference, IReadOnlyList<string> Texts);

/// <summary>A row of figures.</summary>
/// <param name="Reference">The cells that hold it, with their sheet.</param>
/// <param name="Values">What the cells hold; null where a cell holds no number.</param>
internal sealed record ChartSeries(string Name, string Reference, IReadOnlyList<decimal?> Values);

/// <summary>The cells that a chart covers, all from 1, the last ones included.</summary>
internal sealed record ChartPlace(int FirstRow, int FirstColumn, int LastRow, int LastColumn);
