namespace OpsRegistry.Model;

/// <summary>How a period becomes points, and points become yuan.</summary>
public sealed record Scorecard : Spec
{
    /// <summary>The first day on which this version is in force; a period uses the version in force on its last day (K-HIST).</summary>
    public NodaTime.LocalDate? ValidFrom { get; init; }

    /// <summary>The form's title.</summary>
    public required Text Title { get; init; }

    /// <summary>Full marks; the groups' marks add up to it.</summary>
    public required decimal Marks { get; init; }

    /// <summary>The least that a period's total is shown and banded as; absent: none.</summary>
    public decimal? TotalFloor { get; init; }

    /// <summary>Which period an event belongs to that crosses an edge (K003-BOUND).</summary>
    public EventReading EventsBelongTo { get; init; } = EventReading.Began;

    /// <summary>The groups of indicators in the order of the form.</summary>
    public required IReadOnlyList<IndicatorGroup> Groups { get; init; }

    /// <summary>What a total costs: bands from best to worst, without gap or overlap.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>Grades that depend on more than the total: any match brings the worst outcome.</summary>
    public IReadOnlyList<Veto> Vetoes { get; init; } = [];

    /// <summary>How deductions are settled.</summary>
    public Settlement? Settlement { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>Every indicator in the order of the form.</summary>
    public IEnumerable<Indicator> Indicators => Groups.SelectMany(group => group.Indicators);
}

/// <summary>Which period an event belongs to that crosses an edge.</summary>
public enum EventReading
{
    /// <summary>The period in which it began.</summary>
    Began,

    /// <summary>The period in which it ended.</summary>
    Ended,
}

/// <summary>A group of indicators (一级指标).</summary>
public sealed record IndicatorGroup : Bound
{
    /// <summary>The group's id.</summary>
    public required string Id { get; init; }

    /// <summary>What the form calls it.</summary>
    public required Text Title { get; init; }

    /// <summary>The group's marks; its indicators' marks add up to it.</summary>
    public required decimal Marks { get; init; }

    /// <summary>The indicators.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }
}

/// <summary>One line of the form (二级指标).</summary>
public sealed record Indicator : Bound
{
    /// <summary>The indicator's id.</summary>
    public required string Id { get; init; }

    /// <summary>What the form calls it.</summary>
    public required Text Title { get; init; }

    /// <summary>Full marks.</summary>
    public required decimal Marks { get; init; }

    /// <summary>The least the indicator's score can become; absent: 扣分不设下限, it may go below zero.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Why points are lost, each in one rule shape.</summary>
    public required IReadOnlyList<DeductionTerms> Deductions { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>A range of totals and what it costs.</summary>
public sealed record Band : Bound
{
    /// <summary>The band's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it: a grade, or the range itself.</summary>
    public required Text Title { get; init; }

    /// <summary>The least total, included; absent: no lower edge.</summary>
    public decimal? From { get; init; }

    /// <summary>Not included; absent: no upper edge.</summary>
    public decimal? Below { get; init; }

    /// <summary>Share of the base that is deducted, 0 to 1; absent: undetermined (另行商议), never zero.</summary>
    public decimal? Share { get; init; }

    /// <summary>The grade, where the contract has grades.</summary>
    public string? Grade { get; init; }

    /// <summary>True for a total inside the band.</summary>
    public bool Contains(decimal total) => (From is not { } from || from <= total) && (Below is not { } below || total < below);
}

/// <summary>一票否决: enough matching records decide the result whatever the points.</summary>
public sealed record Veto : Bound
{
    /// <summary>The veto's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public required Text Title { get; init; }

    /// <summary>The records that count.</summary>
    public required RecordMatch Records { get; init; }

    /// <summary>How many are enough, at least 1.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>The band that then holds.</summary>
    public required string Band { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>How deductions of money are settled.</summary>
public sealed record Settlement : Bound
{
    /// <summary>A deduction in proportion to the points lost, instead of bands.</summary>
    public Shortfall? Shortfall { get; init; }

    /// <summary>Deductions besides the band's.</summary>
    public IReadOnlyList<PricedEvent> PricedEvents { get; init; } = [];

    /// <summary>The most that all deductions together may be, as a share of the contract total; absent: no cap.</summary>
    public decimal? Cap { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>A deduction in proportion to the points lost: total ÷ divisor × (marks − score) % (001 二(四)6).</summary>
public sealed record Shortfall : Bound
{
    /// <summary>It is taken where the score is below this.</summary>
    public required decimal Below { get; init; }

    /// <summary>It is also taken where a record like this occurred, whatever the score.</summary>
    public IReadOnlyList<RecordMatch> OrWhen { get; init; } = [];

    /// <summary>The part of the contract total that a period stands for, e.g. 12 for a month of a year.</summary>
    public required int Divisor { get; init; }

    /// <summary>True where the whole part is forfeited instead of the percentage (K001-MONEY).</summary>
    public bool WholePart { get; init; }

    /// <summary>True where it is taken once for each trigger instead of once a period (K001-TWICE); never more than the part.</summary>
    public bool PerTrigger { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>An event that costs money apart from points.</summary>
public sealed record PricedEvent : Bound
{
    /// <summary>The term's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required Text Title { get; init; }

    /// <summary>The records that count, each once.</summary>
    public required RecordMatch Records { get; init; }

    /// <summary>A field of which records with the same value cost once in the whole contract, e.g. the promise that is still unkept.</summary>
    public string? OncePer { get; init; }

    /// <summary>Yuan for each record.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Share of the contract total for each record.</summary>
    public decimal? Share { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}
