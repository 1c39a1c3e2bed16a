using NodaTime;

namespace OpsRegistry.Model;

/// <summary>Work that was asked for.</summary>
public sealed record ServiceRequest : RecordSpec
{
    /// <summary>What was asked for, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>What kind of work: <c>data</c>, <c>configuration</c>, <c>consultation</c>, <c>optimisation</c> ….</summary>
    [Protected]
    public required string RequestType { get; init; }

    /// <summary>When it was asked for.</summary>
    [Protected]
    public required OffsetDateTime RequestedAt { get; init; }

    /// <summary>The first substantial response.</summary>
    [Protected]
    public OffsetDateTime? RespondedAt { get; init; }

    /// <summary>When a plan was handed in.</summary>
    [Protected]
    public OffsetDateTime? PlannedAt { get; init; }

    /// <summary>When the purchaser consented to the plan.</summary>
    [Protected]
    public OffsetDateTime? ConsentedAt { get; init; }

    /// <summary>When it was done.</summary>
    [Protected]
    public OffsetDateTime? CompletedAt { get; init; }

    /// <summary>The last day allowed by the authority or policy behind it, included.</summary>
    [Protected]
    public LocalDate? DueOn { get; init; }

    /// <summary>True where being late made the purchaser miss a limit or an assessment figure of its own.</summary>
    [PurchaserDecides]
    [Protected]
    public bool HarmedPurchaser { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => DayOf(RequestedAt);

    /// <inheritdoc/>
    public override LocalDate EndedOn => DayOf(CompletedAt ?? RequestedAt);
}

/// <summary>A change to what is operated.</summary>
public sealed record Change : RecordSpec
{
    /// <summary>What was changed, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>True for a major change (重大配置变更), which needs the four statements below.</summary>
    [Protected]
    public bool Major { get; init; }

    /// <summary>When it was filed.</summary>
    [Protected]
    public required OffsetDateTime FiledAt { get; init; }

    /// <summary>When work began.</summary>
    [Protected]
    public OffsetDateTime? StartedAt { get; init; }

    /// <summary>When work was over.</summary>
    [Protected]
    public OffsetDateTime? FinishedAt { get; init; }

    /// <summary>The risk.</summary>
    public string? Risk { get; init; }

    /// <summary>The way back.</summary>
    public string? Rollback { get; init; }

    /// <summary>Whether it can be done.</summary>
    public string? Feasibility { get; init; }

    /// <summary>What it needs.</summary>
    public string? Resources { get; init; }

    /// <summary>When the purchaser consented.</summary>
    [Protected]
    public OffsetDateTime? ConsentedAt { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => DayOf(StartedAt ?? FiledAt);

    /// <inheritdoc/>
    public override LocalDate EndedOn => DayOf(FinishedAt ?? StartedAt ?? FiledAt);
}

/// <summary>A security hole or product defect that needs a plan and a fix.</summary>
public sealed record Vulnerability : RecordSpec
{
    /// <summary>What it is, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>When it was found.</summary>
    [Protected]
    public required OffsetDateTime RequestedAt { get; init; }

    /// <summary>When a plan was handed in.</summary>
    [Protected]
    public OffsetDateTime? PlannedAt { get; init; }

    /// <summary>When the purchaser consented to the plan.</summary>
    [Protected]
    public OffsetDateTime? ConsentedAt { get; init; }

    /// <summary>When it was fixed.</summary>
    [Protected]
    public OffsetDateTime? CompletedAt { get; init; }

    /// <summary>The systems affected.</summary>
    [Protected]
    public IReadOnlyList<Located<string>> Systems { get; init; } = [];

    /// <inheritdoc/>
    public override LocalDate OccurredOn => DayOf(RequestedAt);

    /// <inheritdoc/>
    public override LocalDate EndedOn => DayOf(CompletedAt ?? RequestedAt);
}
