namespace OpsRegistry.Model;

/// <summary>What must be done again and again, whether or not anything goes wrong.</summary>
public sealed record Obligations : Spec
{
    /// <summary>The first day on which this version is in force; absent for the first version.</summary>
    public NodaTime.LocalDate? ValidFrom { get; init; }

    /// <summary>How many are due where a term is shorter than the span that the source counts in (K004-PRORATA).</summary>
    public ProRataReading ProRata { get; init; } = ProRataReading.Floor;

    /// <summary>The obligations.</summary>
    public required IReadOnlyList<Obligation> Items { get; init; }
}

/// <summary>One duty that falls due again and again.</summary>
public sealed record Obligation : Bound
{
    /// <summary>The obligation's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required Text Title { get; init; }

    /// <summary>When it falls due.</summary>
    public required Recurrence Recurrence { get; init; }

    /// <summary>The records that fulfil it; any one of several.</summary>
    public IReadOnlyList<RecordMatch> FulfilledBy { get; init; } = [];

    /// <summary>Where it takes several records at once: alternatives, of which one whole group is enough (K004-S17).</summary>
    public IReadOnlyList<MatchGroup> FulfilledByGroup { get; init; } = [];

    /// <summary>The roles of evidence that a fulfilling record must carry.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>Records that must all be there.</summary>
public sealed record MatchGroup : Bound
{
    /// <summary>One record for each of these.</summary>
    public required IReadOnlyList<RecordMatch> All { get; init; }
}

/// <summary>How many are due where a term is shorter than the span that the source counts in.</summary>
public enum ProRataReading
{
    /// <summary>The count × whole months of the term ÷ months of the span, rounded down, at least 1.</summary>
    Floor,

    /// <summary>The same, rounded up.</summary>
    Ceiling,

    /// <summary>The full count whatever the term.</summary>
    Full,
}

/// <summary>When an obligation falls due.</summary>
public sealed record Recurrence : Bound
{
    /// <summary>The span in which it falls due.</summary>
    public required Span Every { get; init; }

    /// <summary>How many times in each span, at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>For weeks: which weeks of a period count.</summary>
    public WeekReading Weeks { get; init; } = WeekReading.WholeIsoWeeks;

    /// <summary>For <see cref="Span.Record"/>: the records that each call for it, e.g. orders of a special period.</summary>
    public RecordMatch? Calls { get; init; }

    /// <summary>For <see cref="Span.Record"/>: the field of the fulfilling record that names the calling one.</summary>
    public string? Refers { get; init; }

    /// <summary>For <see cref="Span.Record"/>: the field of the calling record that says how many; absent: <see cref="Count"/>.</summary>
    public string? CountField { get; init; }
}

/// <summary>The spans in which obligations fall due; months and longer are counted from the term's start.</summary>
public enum Span
{
    /// <summary>Each calendar day.</summary>
    Day,

    /// <summary>Each working day.</summary>
    WorkingDay,

    /// <summary>Each week, read as <see cref="Recurrence.Weeks"/> says.</summary>
    Week,

    /// <summary>Each month of the term.</summary>
    Month,

    /// <summary>Each three months of the term.</summary>
    Quarter,

    /// <summary>Each six months of the term.</summary>
    HalfYear,

    /// <summary>Each twelve months of the term.</summary>
    Year,

    /// <summary>Each assessment period.</summary>
    AssessmentPeriod,

    /// <summary>Once in the whole term.</summary>
    Term,

    /// <summary>Once for each record that calls for it.</summary>
    Record,
}

/// <summary>Which weeks of a period count (K003-WEEK).</summary>
public enum WeekReading
{
    /// <summary>ISO weeks that lie wholly inside the assessment period.</summary>
    WholeIsoWeeks,

    /// <summary>Blocks of seven days from the period's first day; a rest of fewer days does not count.</summary>
    SevenDayBlocks,

    /// <summary>ISO weeks of which at least one day lies inside.</summary>
    TouchedIsoWeeks,
}
