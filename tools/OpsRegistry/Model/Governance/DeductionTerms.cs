namespace OpsRegistry.Model;

/// <summary>Why points are lost: exactly one of the shapes is given. The set is closed; there is no expression language.</summary>
public sealed record DeductionTerms : Bound
{
    /// <summary>The term's id, unique in the scorecard.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, in our words.</summary>
    public required Text Title { get; init; }

    /// <summary>Each missing occurrence of an obligation costs points.</summary>
    public MissingOccurrences? MissingOccurrences { get; init; }

    /// <summary>Each matching record costs points.</summary>
    public MatchingRecords? MatchingRecords { get; init; }

    /// <summary>Every n matching records cost points.</summary>
    public EveryNth? EveryNth { get; init; }

    /// <summary>Each day that a report is late costs points.</summary>
    public DaysLate? DaysLate { get; init; }

    /// <summary>Points are lost once when an obligation went unfulfilled in a wider period.</summary>
    public NoneInWiderPeriod? NoneInWiderPeriod { get; init; }

    /// <summary>A measured value falls into a band that gives points.</summary>
    public MeasuredBand? MeasuredBand { get; init; }

    /// <summary>A person gives the points within a range, with a reason.</summary>
    public Judged? Judged { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>The shapes that are given: one in a sane scorecard.</summary>
    public IReadOnlyList<RuleShape> Shapes =>
        new RuleShape?[] { MissingOccurrences, MatchingRecords, EveryNth, DaysLate, NoneInWiderPeriod, MeasuredBand, Judged }
            .OfType<RuleShape>().ToList();
}

/// <summary>One way of losing points.</summary>
public abstract record RuleShape : Bound;

/// <summary>Missing occurrences of an obligation × points.</summary>
public sealed record MissingOccurrences : RuleShape
{
    /// <summary>The obligation's id.</summary>
    public required string Obligation { get; init; }

    /// <summary>Points for each.</summary>
    public required decimal Points { get; init; }
}

/// <summary>Matching records × points, the same for each or by a field's value.</summary>
public sealed record MatchingRecords : RuleShape
{
    /// <summary>The records that count.</summary>
    public required RecordMatch Records { get; init; }

    /// <summary>Points for each; absent where <see cref="PointsBy"/> is given.</summary>
    public decimal? Points { get; init; }

    /// <summary>Points by the value of a field.</summary>
    public PointsBy? PointsBy { get; init; }

    /// <summary>A whole-number field that the points are multiplied by, e.g. the faulty statements of a report.</summary>
    public string? Times { get; init; }

    /// <summary>A field of which records with the same value count once, with the most points (K003-REPEAT).</summary>
    public string? OncePer { get; init; }
}

/// <summary>Points by the value of a field.</summary>
public sealed record PointsBy : Bound
{
    /// <summary>The field.</summary>
    public required string Field { get; init; }

    /// <summary>Points for each value.</summary>
    public required IReadOnlyDictionary<string, decimal> Values { get; init; }
}

/// <summary>Every n matching records × points; a rest of fewer than n costs nothing.</summary>
public sealed record EveryNth : RuleShape
{
    /// <summary>The records that count.</summary>
    public required RecordMatch Records { get; init; }

    /// <summary>How many make one, at least 1.</summary>
    public required int Every { get; init; }

    /// <summary>Points for each full n.</summary>
    public required decimal Points { get; init; }

    /// <summary>True where the rest of earlier periods is carried over (K003-UNREACH).</summary>
    public bool CarriedOver { get; init; }
}

/// <summary>Days late × points, a day begun counting as a day.</summary>
public sealed record DaysLate : RuleShape
{
    /// <summary>The target whose report is awaited.</summary>
    public required string Target { get; init; }

    /// <summary>Points for each day.</summary>
    public required decimal Points { get; init; }
}

/// <summary>Once, if nothing matched in a wider period.</summary>
public sealed record NoneInWiderPeriod : RuleShape
{
    /// <summary>The obligation, whose span is wider than the assessment period.</summary>
    public required string Obligation { get; init; }

    /// <summary>Points, once.</summary>
    public required decimal Points { get; init; }

    /// <summary>In which assessment period it is tested (K003-HALF).</summary>
    public WiderPeriodTest TestedIn { get; init; } = WiderPeriodTest.ClosingPeriod;
}

/// <summary>When a wider period is tested.</summary>
public enum WiderPeriodTest
{
    /// <summary>In the assessment period in which the wider one ends.</summary>
    ClosingPeriod,

    /// <summary>In each assessment period, looking at that period alone.</summary>
    EachPeriod,
}

/// <summary>A measured value falls into a band that gives points.</summary>
public sealed record MeasuredBand : RuleShape
{
    /// <summary>The target whose measured durations are banded.</summary>
    public required string Target { get; init; }

    /// <summary>How many results become one.</summary>
    public Aggregation Aggregation { get; init; } = Aggregation.Mean;

    /// <summary>The bands from shortest to longest; the last has no limit.</summary>
    public required IReadOnlyList<DurationBand> Bands { get; init; }

    /// <summary>The score where something was due and never came.</summary>
    public required decimal NeverScore { get; init; }
}

/// <summary>How points of many events become one figure (K004-AGG).</summary>
public enum Aggregation
{
    /// <summary>The mean of the events' points.</summary>
    Mean,

    /// <summary>The worst event's points.</summary>
    Worst,
}

/// <summary>Durations up to a limit and the score they give.</summary>
public sealed record DurationBand : Bound
{
    /// <summary>Longest duration, included; absent: any longer one.</summary>
    public NodaTime.Duration? UpTo { get; init; }

    /// <summary>The indicator's score.</summary>
    public required decimal Score { get; init; }
}

/// <summary>A person gives the points within a range, with a reason, as a Judgement.</summary>
public sealed record Judged : RuleShape
{
    /// <summary>The least score, included.</summary>
    public required decimal Least { get; init; }

    /// <summary>The most, included.</summary>
    public required decimal Most { get; init; }

    /// <summary>The only scores allowed; empty: any in the range.</summary>
    public IReadOnlyList<decimal> Allowed { get; init; } = [];
}
