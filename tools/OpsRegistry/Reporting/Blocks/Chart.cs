using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Blocks;

/// <summary>A chart by what it shows; a workbook draws it over the cells of its table, a page as lines and areas.</summary>
/// <param name="Id">A stable English name.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it says to who cannot see it.</param>
internal abstract record Chart(string Id, Text Title, Text Description)
{
    /// <summary>What the tones of its parts stand for.</summary>
    public IReadOnlyList<(Tone Tone, Text Title)> Legend { get; init; } = [];
}

/// <summary>Figures along an axis of names.</summary>
/// <param name="Id">A stable English name.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it says to who cannot see it.</param>
/// <param name="Form">How.</param>
/// <param name="Categories">The names along the axis.</param>
/// <param name="Series">The rows of figures, told apart by pattern as well as by colour.</param>
internal sealed record FigureChart(string Id, Text Title, Text Description, ChartForm Form, IReadOnlyList<ChartCategory> Categories, IReadOnlyList<Series> Series) : Chart(Id, Title, Description)
{
    /// <summary>What the figures are.</summary>
    public ValueKind Kind { get; init; } = ValueKind.Count;

    /// <summary>The largest figure that can be; null where there is none, and the axis counts by ones.</summary>
    public decimal? Largest { get; init; }

    /// <summary>What lies behind the figures: the bands of a scorecard, an agreed limit.</summary>
    public IReadOnlyList<ChartBand> Bands { get; init; } = [];

    /// <summary>The table whose cells a workbook draws: its id and the column of the names; the series name their own. Null where there is none.</summary>
    public (string Table, string Names)? Over { get; init; }
}

/// <summary>Spans of time on rows.</summary>
/// <param name="Id">A stable English name.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it says to who cannot see it.</param>
/// <param name="Whole">From where to where the axis goes.</param>
/// <param name="Lanes">The rows, topmost first.</param>
internal sealed record TimeChart(string Id, Text Title, Text Description, Interval Whole, IReadOnlyList<Lane> Lanes) : Chart(Id, Title, Description);

/// <summary>How figures stand along an axis.</summary>
internal enum ChartForm
{
    /// <summary>Upright columns, side by side.</summary>
    Columns,

    /// <summary>Upright columns, on top of each other.</summary>
    StackedColumns,

    /// <summary>Lying bars, for long names.</summary>
    Bars,

    /// <summary>Points joined by a line.</summary>
    Line,
}

/// <summary>A name along an axis.</summary>
/// <param name="Title">The name.</param>
/// <param name="To">Where it leads; null for nowhere.</param>
internal sealed record ChartCategory(Text Title, Anchor? To = null)
{
    /// <summary>What its figures mean to a reader; null for what their series means.</summary>
    public Tone? Tone { get; init; }
}

/// <summary>A row of figures.</summary>
/// <param name="Key">The key of its column.</param>
/// <param name="Title">Its name.</param>
/// <param name="Figures">One for each name along the axis; null where it is unknown.</param>
/// <param name="Tone">What it means to a reader.</param>
internal sealed record Series(string Key, Text Title, IReadOnlyList<decimal?> Figures, Tone Tone = Tone.Plain);

/// <summary>A range of figures with a meaning.</summary>
/// <param name="Title">The meaning.</param>
/// <param name="From">Its lower edge; null for none.</param>
/// <param name="Below">Its upper edge; null for none.</param>
/// <param name="Tone">What it means to a reader.</param>
internal sealed record ChartBand(Text Title, decimal? From, decimal? Below, Tone Tone);

/// <summary>A row of a chart of time.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Spans">The spans on it.</param>
/// <param name="Marks">The moments on it.</param>
internal sealed record Lane(Text Title, IReadOnlyList<LaneSpan> Spans, IReadOnlyList<LaneMark> Marks);

/// <summary>A span on a row.</summary>
/// <param name="Time">From when to when.</param>
/// <param name="Title">What it is.</param>
/// <param name="Tone">What it means to a reader.</param>
/// <param name="To">Where it leads; null for nowhere.</param>
internal sealed record LaneSpan(Interval Time, Text Title, Tone Tone, Anchor? To = null);

/// <summary>A moment on a row.</summary>
/// <param name="At">When.</param>
/// <param name="Title">What it is.</param>
/// <param name="Tone">What it means to a reader.</param>
internal sealed record LaneMark(Instant At, Text Title, Tone Tone);

/// <summary>A calendar with marked days.</summary>
internal sealed record DayChart(string Id, Text Title, Text Description, Time.DateSpan Days, IReadOnlyList<DayMark> Marks) : Chart(Id, Title, Description);

/// <summary>A day of a calendar.</summary>
internal sealed record DayMark(LocalDate Day, Text Title, Tone Tone);
