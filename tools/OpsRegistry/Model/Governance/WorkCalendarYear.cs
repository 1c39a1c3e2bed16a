using NodaTime;

namespace OpsRegistry.Model;

/// <summary>The days of a year that differ from the plain week, as the State Council's notice gives them.</summary>
public sealed record WorkCalendarYear : Spec
{
    /// <summary>What the calendar holds for: <c>cn</c>, or an organization's name for its own closures.</summary>
    public required string Region { get; init; }

    /// <summary>The number of the notice.</summary>
    public string? Notice { get; init; }

    /// <summary>True while no notice is published: only the statutory days are known.</summary>
    public bool Provisional { get; init; }

    /// <summary>First day the calendar speaks for, included.</summary>
    public required LocalDate CoveredFrom { get; init; }

    /// <summary>Last day the calendar speaks for, included.</summary>
    public required LocalDate CoveredTo { get; init; }

    /// <summary>The days off and the make-up working days.</summary>
    public IReadOnlyList<WorkCalendarDay> Days { get; init; } = [];
}

/// <summary>One day that differs from the plain week.</summary>
public sealed record WorkCalendarDay : Bound
{
    /// <summary>The day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Off, or a make-up working day.</summary>
    public required WorkCalendarDayKind Kind { get; init; }

    /// <summary>The holiday's name.</summary>
    public required string Name { get; init; }

    /// <summary>True for one of the statutory days themselves.</summary>
    public bool Statutory { get; init; }
}

/// <summary>What a listed day is.</summary>
public enum WorkCalendarDayKind
{
    /// <summary>No work although it may be a weekday.</summary>
    Off,

    /// <summary>A make-up working day on a weekend.</summary>
    Work,
}
