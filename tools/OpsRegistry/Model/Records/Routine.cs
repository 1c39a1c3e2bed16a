using NodaTime;

namespace OpsRegistry.Model;

/// <summary>An inspection of systems on a plan.</summary>
public sealed record Inspection : RecordSpec
{
    /// <summary>What kind of inspection: <c>routine</c>, <c>database</c>, or a word of the contract's own.</summary>
    [Protected]
    public required string InspectionType { get; init; }

    /// <summary>The day.</summary>
    [Protected]
    public required LocalDate PerformedOn { get; init; }

    /// <summary>Who did it.</summary>
    [Protected]
    public required Located<string> Inspector { get; init; }

    /// <summary>The systems looked at.</summary>
    [Protected]
    public IReadOnlyList<Located<string>> Systems { get; init; } = [];

    /// <summary>True where the databases were inspected too.</summary>
    [Protected]
    public bool DatabaseIncluded { get; init; }

    /// <summary>What was looked at, with what result.</summary>
    [Protected]
    public required IReadOnlyList<InspectionItem> Items { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => PerformedOn;

    /// <inheritdoc/>
    public override IEnumerable<Located<string>> People => [Inspector];
}

/// <summary>One thing looked at.</summary>
public sealed record InspectionItem : Bound
{
    /// <summary>What was looked at.</summary>
    public required string Item { get; init; }

    /// <summary>Normal or not.</summary>
    public required InspectionResult Result { get; init; }

    /// <summary>What to do about it; required where abnormal.</summary>
    public string? Advice { get; init; }

    /// <summary>What was done about it.</summary>
    public string? Outcome { get; init; }

    /// <summary>The day it was put right.</summary>
    public LocalDate? CompletedOn { get; init; }
}

/// <summary>Whether a thing looked at was in order.</summary>
public enum InspectionResult
{
    /// <summary>正常.</summary>
    Normal,

    /// <summary>异常.</summary>
    Abnormal,
}

/// <summary>An order to watch over a special period: a holiday, a conference, an inspection from above.</summary>
public sealed record SpecialPeriod : RecordSpec
{
    /// <summary>The occasion.</summary>
    public required Text Title { get; init; }

    /// <summary>The day of the order.</summary>
    [Protected]
    public required LocalDate OrderedOn { get; init; }

    /// <summary>First day, included.</summary>
    [Protected]
    public required LocalDate From { get; init; }

    /// <summary>Last day, included.</summary>
    [Protected]
    public required LocalDate Through { get; init; }

    /// <summary>How many special inspections with report the order asks for, at least 1.</summary>
    [Protected]
    public int InspectionsRequired { get; init; } = 1;

    /// <inheritdoc/>
    public override LocalDate OccurredOn => From;

    /// <inheritdoc/>
    public override LocalDate EndedOn => Through;
}

/// <summary>An inspection on such an order (特巡特维).</summary>
public sealed record SpecialInspection : RecordSpec
{
    /// <summary>The order.</summary>
    [Protected]
    public required string SpecialPeriod { get; init; }

    /// <summary>The day.</summary>
    [Protected]
    public required LocalDate PerformedOn { get; init; }

    /// <summary>Who did it.</summary>
    [Protected]
    public required Located<string> Inspector { get; init; }

    /// <summary>What was found, in a line.</summary>
    public string? Result { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => PerformedOn;

    /// <inheritdoc/>
    public override IEnumerable<Located<string>> People => [Inspector];
}

/// <summary>An analysis of defects and hidden risks, with measures.</summary>
public sealed record DefectAnalysis : RecordSpec
{
    /// <summary>The day it was handed in.</summary>
    [Protected]
    public required LocalDate SubmittedOn { get; init; }

    /// <summary>Defects found.</summary>
    [Protected]
    public required int DefectsFound { get; init; }

    /// <summary>Hidden risks found.</summary>
    [Protected]
    public required int RisksFound { get; init; }

    /// <summary>What is done about them.</summary>
    public required string Measures { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => SubmittedOn;
}

/// <summary>An emergency drill.</summary>
public sealed record Drill : RecordSpec
{
    /// <summary>The day.</summary>
    [Protected]
    public required LocalDate PerformedOn { get; init; }

    /// <summary>What was rehearsed.</summary>
    public required string Scenario { get; init; }

    /// <summary>What came of it.</summary>
    public required string Result { get; init; }

    /// <summary>Who took part.</summary>
    [Protected(Grows = true)]
    public IReadOnlyList<Located<string>> Participants { get; init; } = [];

    /// <inheritdoc/>
    public override LocalDate OccurredOn => PerformedOn;

    /// <inheritdoc/>
    public override IEnumerable<Located<string>> People => Participants;
}

/// <summary>A training of users.</summary>
public sealed record Training : RecordSpec
{
    /// <summary>The day.</summary>
    [Protected]
    public required LocalDate PerformedOn { get; init; }

    /// <summary>What was taught.</summary>
    public required string Subject { get; init; }

    /// <summary>Who was taught.</summary>
    public required string Audience { get; init; }

    /// <summary>How many came.</summary>
    [Protected]
    public required int Attendees { get; init; }

    /// <summary>Who taught.</summary>
    [Protected(Grows = true)]
    public IReadOnlyList<Located<string>> Trainers { get; init; } = [];

    /// <inheritdoc/>
    public override LocalDate OccurredOn => PerformedOn;

    /// <inheritdoc/>
    public override IEnumerable<Located<string>> People => Trainers;
}

/// <summary>A backup, or a test that one can be restored.</summary>
public sealed record Backup : RecordSpec
{
    /// <summary>The day.</summary>
    [Protected]
    public required LocalDate PerformedOn { get; init; }

    /// <summary>True for a test restore.</summary>
    [Protected]
    public bool RestoreTest { get; init; }

    /// <summary>True where it worked.</summary>
    [Protected]
    public required bool Succeeded { get; init; }

    /// <summary>What was backed up.</summary>
    [Protected]
    public IReadOnlyList<Located<string>> Systems { get; init; } = [];

    /// <inheritdoc/>
    public override LocalDate OccurredOn => PerformedOn;
}
