using NodaTime;

namespace OpsRegistry.Model;

/// <summary>An unplanned interruption or degradation, or a security incident.</summary>
public sealed record Incident : RecordSpec
{
    /// <summary>What happened, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>Fault of a system, or security incident: decides the indicator.</summary>
    [Protected]
    public required IncidentCategory Category { get; init; }

    /// <summary>The systems hit.</summary>
    [Protected]
    public required IReadOnlyList<Located<string>> Systems { get; init; }

    /// <summary>How it was reported.</summary>
    [Protected]
    public required Channel Channel { get; init; }

    /// <summary>The clock's start.</summary>
    [Protected]
    public required OffsetDateTime ReportedAt { get; init; }

    /// <summary>The first substantial response.</summary>
    [Protected]
    public OffsetDateTime? RespondedAt { get; init; }

    /// <summary>The first reply, where a contract tells it from a response.</summary>
    [Protected]
    public OffsetDateTime? RepliedAt { get; init; }

    /// <summary>Arrival on site.</summary>
    [Protected]
    public OffsetDateTime? ArrivedAt { get; init; }

    /// <summary>The service is back.</summary>
    [Protected]
    public OffsetDateTime? RestoredAt { get; init; }

    /// <summary>The cause is removed.</summary>
    [Protected]
    public OffsetDateTime? ResolvedAt { get; init; }

    /// <summary>True where somebody had to come.</summary>
    [Protected]
    public bool OnSiteNeeded { get; init; }

    /// <summary>Stretches in which a business was wholly interrupted (业务中断).</summary>
    [Protected]
    public IReadOnlyList<TimeSpanRecord> Interruptions { get; init; } = [];

    /// <summary>Stretches in which a business was degraded (业务质量劣化).</summary>
    [Protected]
    public IReadOnlyList<TimeSpanRecord> Degradations { get; init; } = [];

    /// <summary>Stretches in which the clock stood still by agreement; off unless a target says otherwise.</summary>
    [Protected(EvenWhenAbsent = true)]
    public IReadOnlyList<TimeSpanRecord> Pauses { get; init; } = [];

    /// <summary>Whether the impact was serious (造成严重影响), by the purchaser's reviewer.</summary>
    [PurchaserDecides]
    [Protected]
    public SeriousImpact SeriousImpact { get; init; } = SeriousImpact.Undecided;

    /// <summary>True where the provider caused it (因运维服务单位原因).</summary>
    [Protected]
    public required bool Attributable { get; init; }

    /// <summary>What it was put down to.</summary>
    [Protected]
    public required CauseCategory CauseCategory { get; init; }

    /// <summary>The level that the submitter claims; checked against the contract's own levels.</summary>
    [Protected]
    public string? Severity { get; init; }

    /// <summary>The tier that the service's own clause names (大故障, 一级 …), where its limits depend on one.</summary>
    [Protected]
    public string? Tier { get; init; }

    /// <summary>When the tier was raised during the incident; its limits then hold from the report on.</summary>
    [Protected]
    public OffsetDateTime? TierRaisedAt { get; init; }

    /// <summary>For security incidents: the contract's own class.</summary>
    [Protected]
    public string? SecurityClass { get; init; }

    /// <summary>True where data or personal information got out.</summary>
    [Protected]
    public bool DataLeak { get; init; }

    /// <summary>A word that incidents of one root cause share.</summary>
    [Protected]
    public string? RootCause { get; init; }

    /// <summary>Who worked on it.</summary>
    [Protected(Grows = true)]
    public IReadOnlyList<Located<string>> Responders { get; init; } = [];

    /// <summary>Why it happened.</summary>
    public string? Cause { get; init; }

    /// <summary>What was done.</summary>
    public string? Handling { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => DayOf(ReportedAt);

    /// <inheritdoc/>
    public override LocalDate EndedOn => DayOf(RestoredAt ?? ResolvedAt ?? ReportedAt);

    /// <inheritdoc/>
    public override IEnumerable<Located<string>> People => Responders;
}

/// <summary>What an incident is.</summary>
public enum IncidentCategory
{
    /// <summary>系统运行故障.</summary>
    Fault,

    /// <summary>安全运行事件.</summary>
    Security,
}

/// <summary>How something was reported.</summary>
public enum Channel
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>To the staff on site.</summary>
    OnSite,

    /// <summary>By the purchaser's ticket system or mail.</summary>
    Online,

    /// <summary>By monitoring.</summary>
    Monitoring,

    /// <summary>Found in an inspection.</summary>
    Inspection,
}

/// <summary>Whether an impact was serious.</summary>
public enum SeriousImpact
{
    /// <summary>Not decided yet: read as the contract's service levels say.</summary>
    Undecided,

    /// <summary>Serious.</summary>
    Yes,

    /// <summary>Not serious.</summary>
    No,
}

/// <summary>What an incident was put down to.</summary>
public enum CauseCategory
{
    /// <summary>代码缺陷 or 功能缺陷.</summary>
    Defect,

    /// <summary>安全漏洞.</summary>
    Vulnerability,

    /// <summary>兼容性问题.</summary>
    Compatibility,

    /// <summary>实施问题: a change or operation that went wrong.</summary>
    Operation,

    /// <summary>Hardware.</summary>
    Hardware,

    /// <summary>The carrier or the infrastructure's operator.</summary>
    Carrier,

    /// <summary>Another party or the purchaser itself.</summary>
    ThirdParty,

    /// <summary>Not known yet.</summary>
    Unknown,
}

/// <summary>A written report on an incident.</summary>
public sealed record FaultReport : RecordSpec
{
    /// <summary>The incident.</summary>
    [Protected]
    public required string Incident { get; init; }

    /// <summary>Which of the contract's reports it is: <c>formal</c> (故障报告) or <c>analysis</c> (故障处理及分析报告).</summary>
    [Protected]
    public required string ReportType { get; init; }

    /// <summary>When it was handed in.</summary>
    [Protected]
    public required OffsetDateTime SubmittedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public Located<string>? Author { get; init; }

    /// <inheritdoc/>
    public override LocalDate OccurredOn => DayOf(SubmittedAt);

    /// <inheritdoc/>
    public override IEnumerable<Located<string>> People => Author is { } author ? [author] : [];
}
