using NodaTime;

namespace OpsRegistry.Model;

/// <summary>Something noted about presence or conduct of the staff.</summary>
public sealed record Attendance : RecordSpec
{
    /// <summary>What was noted.</summary>
    [Protected]
    public required AttendanceEvent Event { get; init; }

    /// <summary>The person.</summary>
    [Protected]
    public required Located<string> Person { get; init; }

    /// <summary>When.</summary>
    [Protected]
    public required OffsetDateTime NotedAt { get; init; }

    /// <summary>True where there was a good reason (leave, illness): then nothing is deducted.</summary>
    [PurchaserDecides]
    [Protected]
    public bool Excused { get; init; }

    /// <summary>The reason, or what was said.</summary>
    public string? Remark { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => DayOf(NotedAt);

    /// <inheritdoc/>
    public override IEnumerable<Located<string>> People => [Person];
}

/// <summary>What can be noted.</summary>
public enum AttendanceEvent
{
    /// <summary>缺席: not at the post.</summary>
    Absence,

    /// <summary>请假: leave.</summary>
    Leave,

    /// <summary>书面通报后仍拒绝改正: told in writing and still not corrected.</summary>
    NotCorrected,

    /// <summary>非工作时间联系不上: could not be reached outside working hours.</summary>
    Unreachable,

    /// <summary>非工作时间未按时到场: did not come in time outside working hours.</summary>
    LateOffHours,
}

/// <summary>One person replaced by another.</summary>
public sealed record PersonnelChange : RecordSpec
{
    /// <summary>Who leaves.</summary>
    [Protected]
    public required Located<string> Outgoing { get; init; }

    /// <summary>Who comes; absent where the post is given up.</summary>
    [Protected]
    public Located<string>? Incoming { get; init; }

    /// <summary>The day of the written notice.</summary>
    [Protected]
    public required LocalDate NoticeOn { get; init; }

    /// <summary>The first day of the change.</summary>
    [Protected]
    public required LocalDate EffectiveOn { get; init; }

    /// <summary>The day of the purchaser's consent.</summary>
    [Protected]
    public LocalDate? ConsentOn { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => NoticeOn;
}

/// <summary>A report on the service over a span of time.</summary>
public sealed record ServiceReport : RecordSpec
{
    /// <summary>Which report: <c>monthly</c>, <c>quarterly</c>, <c>halfYear</c>, <c>annual</c>, <c>faultStatistics</c>, <c>protectionAssessment</c> ….</summary>
    [Protected]
    public required string ReportType { get; init; }

    /// <summary>The day it was handed in.</summary>
    [Protected]
    public required LocalDate SubmittedOn { get; init; }

    /// <summary>Statements found untrue, incomplete or inaccurate.</summary>
    [PurchaserDecides]
    [Protected]
    public int FaultyStatements { get; init; }

    /// <summary>True where a statement was seriously untrue.</summary>
    [PurchaserDecides]
    [Protected]
    public bool SeriouslyUntrue { get; init; }

    /// <summary>What it covers.</summary>
    [Protected]
    public required string Covers { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => SubmittedOn;
}

/// <summary>A satisfaction survey.</summary>
public sealed record Satisfaction : RecordSpec
{
    /// <summary>The day it closed.</summary>
    [Protected]
    public required LocalDate SurveyedOn { get; init; }

    /// <summary>Answers.</summary>
    [Protected]
    public required int Answers { get; init; }

    /// <summary>Answers that were satisfied.</summary>
    [Protected]
    public required int Satisfied { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => SurveyedOn;
}

/// <summary>A notice about security, from above or from the purchaser's own check.</summary>
public sealed record SecurityNotice : RecordSpec
{
    /// <summary>What it is.</summary>
    [Protected]
    public required NoticeType NoticeType { get; init; }

    /// <summary>The day it was received.</summary>
    [Protected]
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>Who issued it.</summary>
    [Protected]
    public required string Issuer { get; init; }

    /// <summary>What it says, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>True where the provider caused it.</summary>
    [Protected]
    public required bool Attributable { get; init; }

    /// <summary>The day the matter was put right.</summary>
    [Protected]
    public LocalDate? RectifiedOn { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => ReceivedOn;
}

/// <summary>Kinds of notice.</summary>
public enum NoticeType
{
    /// <summary>通报 after a check from above.</summary>
    Circular,

    /// <summary>安全提醒.</summary>
    Reminder,

    /// <summary>日常安全检查中发现的隐患.</summary>
    HiddenRisk,

    /// <summary>上级通报批评, or an effect on the purchaser's own assessment.</summary>
    Criticism,
}

/// <summary>Whether a promise of the bid is kept.</summary>
public sealed record CommitmentStatus : RecordSpec
{
    /// <summary>The promise's id in the contract.</summary>
    [Protected]
    public required string Commitment { get; init; }

    /// <summary>The state found.</summary>
    [Protected]
    public required CommitmentState State { get; init; }

    /// <summary>The day it was looked at.</summary>
    [Protected]
    public required LocalDate AssessedOn { get; init; }

    /// <summary>What was found.</summary>
    public string? Remark { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => AssessedOn;
}

/// <summary>The state of a promise.</summary>
public enum CommitmentState
{
    /// <summary>Kept.</summary>
    Fulfilled,

    /// <summary>Not kept.</summary>
    Unfulfilled,

    /// <summary>Not due yet.</summary>
    Pending,
}

/// <summary>An invoice for a tranche.</summary>
public sealed record Invoice : RecordSpec
{
    /// <summary>The tranche's id.</summary>
    [Protected]
    public required string Tranche { get; init; }

    /// <summary>The day the purchaser received it.</summary>
    [Protected]
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>Yuan.</summary>
    [Protected]
    public required decimal Amount { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => ReceivedOn;
}

/// <summary>A payment of a tranche.</summary>
public sealed record Payment : RecordSpec
{
    /// <summary>The tranche's id.</summary>
    [Protected]
    public required string Tranche { get; init; }

    /// <summary>The day.</summary>
    [Protected]
    public required LocalDate PaidOn { get; init; }

    /// <summary>Yuan.</summary>
    [Protected]
    public required decimal Amount { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => PaidOn;
}

/// <summary>An acceptance of the work.</summary>
public sealed record Acceptance : RecordSpec
{
    /// <summary>The day it was asked for.</summary>
    [Protected]
    public required LocalDate RequestedOn { get; init; }

    /// <summary>The day it was decided.</summary>
    [Protected]
    public LocalDate? DecidedOn { get; init; }

    /// <summary>True where the work was accepted.</summary>
    [PurchaserDecides]
    [Protected]
    public bool Accepted { get; init; }

    /// <summary>True where what was contracted was not completed.</summary>
    [PurchaserDecides]
    [Protected]
    public bool ContentIncomplete { get; init; }

    /// <summary>The day the faults found were put right.</summary>
    [Protected]
    public LocalDate? RectifiedOn { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => RequestedOn;
}
