using NodaTime;
using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>When the service is there, how incidents are graded, and what must happen how fast.</summary>
public sealed record ServiceLevels : Spec
{
    /// <summary>The first day on which this version is in force; absent for the first version.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The service windows that targets count in.</summary>
    public required IReadOnlyList<WindowTerms> Windows { get; init; }

    /// <summary>How an incident's level follows from its intervals; absent where the contract knows no levels.</summary>
    public SeverityTerms? Severities { get; init; }

    /// <summary>The limits.</summary>
    public IReadOnlyList<TargetTerms> Targets { get; init; } = [];

    /// <summary>Availability that is reported.</summary>
    public IReadOnlyList<AvailabilityTerms> Availability { get; init; } = [];
}

/// <summary>Hours in which a clock runs.</summary>
public sealed record WindowTerms : Bound
{
    /// <summary>The window's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required Text Title { get; init; }

    /// <summary>On which days.</summary>
    public required WindowDays Days { get; init; }

    /// <summary>The hours of such a day, half-open, in order, as <c>HH:mm</c>; an end may be <c>24:00</c>.</summary>
    public required IReadOnlyList<WindowSegment> Segments { get; init; }

    /// <summary>True where the source does not print the hours.</summary>
    public bool Assumed { get; init; }

    /// <summary>Why they were assumed; required where <see cref="Assumed"/> is true.</summary>
    public Text? Reason { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>A stretch of hours.</summary>
public sealed record WindowSegment : Bound
{
    /// <summary>First minute, included, <c>HH:mm</c>.</summary>
    public required string From { get; init; }

    /// <summary>Not included, <c>HH:mm</c> up to <c>24:00</c>.</summary>
    public required string To { get; init; }
}

/// <summary>How an incident's level follows from its intervals.</summary>
public sealed record SeverityTerms : Bound
{
    /// <summary>The incidents that are graded.</summary>
    public required RecordMatch AppliesTo { get; init; }

    /// <summary>The levels, worst first; the last one takes what no other does.</summary>
    public required IReadOnlyList<SeverityLevel> Levels { get; init; }

    /// <summary>Whether a duration must exceed a threshold or need only reach it.</summary>
    public ThresholdEdge Edge { get; init; } = ThresholdEdge.Exceeds;

    /// <summary>What an undecided serious impact counts as until the purchaser decides.</summary>
    public UndecidedImpact UndecidedImpact { get; init; } = UndecidedImpact.NotSerious;

    /// <summary>Whether interruption and degradation are judged apart or added up.</summary>
    public DurationReading Durations { get; init; } = DurationReading.Apart;

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>A level of incident.</summary>
public sealed record SeverityLevel : Bound
{
    /// <summary>The level's id.</summary>
    public required string Id { get; init; }

    /// <summary>What the contract calls it.</summary>
    public required Text Title { get; init; }

    /// <summary>True where the level needs a serious impact.</summary>
    public bool NeedsSeriousImpact { get; init; }

    /// <summary>Total interruption beyond which the level applies.</summary>
    public Duration? Interruption { get; init; }

    /// <summary>Total degradation beyond which the level applies.</summary>
    public Duration? Degradation { get; init; }
}

/// <summary>Whether a threshold itself is inside (民法典 §1259: 超过 does not include the number).</summary>
public enum ThresholdEdge
{
    /// <summary>超过: strictly more.</summary>
    Exceeds,

    /// <summary>The threshold itself is enough.</summary>
    Reaches,
}

/// <summary>What an undecided serious impact counts as.</summary>
public enum UndecidedImpact
{
    /// <summary>Not serious until decided.</summary>
    NotSerious,

    /// <summary>Serious until decided.</summary>
    Serious,
}

/// <summary>How interruption and degradation of one incident are judged.</summary>
public enum DurationReading
{
    /// <summary>Each on its own clock; the worse level wins.</summary>
    Apart,

    /// <summary>Degradation counts together with interruption.</summary>
    Summed,
}

/// <summary>One limit on one metric.</summary>
public sealed record TargetTerms : Bound
{
    /// <summary>The target's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required Text Title { get; init; }

    /// <summary>What is measured.</summary>
    public required Metric Metric { get; init; }

    /// <summary>For <see cref="Metric.Report"/>: the type of report that must arrive.</summary>
    public string? ReportType { get; init; }

    /// <summary>The records it holds for, by kind and fields.</summary>
    public required RecordMatch AppliesTo { get; init; }

    /// <summary>Only for records whose clock started while this window was open: the class is fixed at report time (K002-CLASS).</summary>
    public string? ReportedWithin { get; init; }

    /// <summary>Only for records whose clock started while this window was closed.</summary>
    public string? ReportedOutside { get; init; }

    /// <summary>In a service's own list: the contract's target that this one replaces for the service.</summary>
    public string? Replaces { get; init; }

    /// <summary>The limit: <c>PT10M</c>, <c>2wd</c>, <c>3d</c>, <c>1mo</c>.</summary>
    public required string Limit { get; init; }

    /// <summary>For hour limits: the window whose hours count.</summary>
    public string? Window { get; init; }

    /// <summary>For day limits: an end on a rest day moves to the next working day (民法典 §203).</summary>
    public bool Roll { get; init; }

    /// <summary>For working-day limits: the last day ends at the window's close instead of midnight.</summary>
    public bool CloseOfBusiness { get; init; }

    /// <summary>True where pauses stop the clock; no contract so far says so.</summary>
    public bool Pauses { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>What a target measures, from which time stamp to which.</summary>
public enum Metric
{
    /// <summary>From report to response.</summary>
    Response,

    /// <summary>From report to first reply.</summary>
    FirstReply,

    /// <summary>From report to arrival on site.</summary>
    OnSiteArrival,

    /// <summary>From report to the service being back.</summary>
    Restoration,

    /// <summary>From report to the cause being removed.</summary>
    Resolution,

    /// <summary>From restoration to the written report.</summary>
    Report,

    /// <summary>From a request to its plan.</summary>
    Plan,

    /// <summary>From a request, or its consent, to completion.</summary>
    Completion,

    /// <summary>From the request for acceptance to its decision.</summary>
    AcceptanceDecision,

    /// <summary>From a failed acceptance to the rectification.</summary>
    Rectification,
}

/// <summary>Availability over a period.</summary>
public sealed record AvailabilityTerms : Bound
{
    /// <summary>The figure's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required Text Title { get; init; }

    /// <summary>Required share, 0 to 1.</summary>
    public required decimal Target { get; init; }

    /// <summary>The incidents whose interruptions count.</summary>
    public required RecordMatch AppliesTo { get; init; }

    /// <summary>The window that is the whole.</summary>
    public required string Window { get; init; }

    /// <summary>The service whose days it covers; absent: the whole contract's.</summary>
    public string? Service { get; init; }

    /// <summary>Longest single fault allowed, where a second limit is printed.</summary>
    public Duration? LongestFault { get; init; }

    /// <summary>Incidents whose interruptions do not count, e.g. those the carrier caused.</summary>
    public IReadOnlyList<RecordMatch> Excluded { get; init; } = [];

    /// <summary>True where maintenance does not count, if its Change was filed before it began.</summary>
    public bool PlannedMaintenanceExcluded { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}
