using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.IncidentRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>An incident with what was measured on it.</summary>
/// <param name="Fact">The record as measured.</param>
/// <param name="Level">Its level by the contract's own levels; null where the contract has none for it.</param>
/// <param name="LevelId">The level's id.</param>
/// <param name="Interrupted">How long service was interrupted, overlaps once.</param>
/// <param name="Degraded">How long it was degraded, overlaps once.</param>
/// <param name="Missed">The limits that were missed.</param>
/// <param name="Deductions">The deductions that rest on it.</param>
internal sealed record IncidentRow(Fact Fact, Text? Level, string? LevelId, Duration Interrupted, Duration Degraded, IReadOnlyList<Text> Missed, IReadOnlyList<string> Deductions)
{
    public Incident Incident => (Incident)Fact.Record;

    public Resource Resource => Fact.Resource;

    /// <summary>What people call the systems that it hit, or the services where it names no system.</summary>
    public IReadOnlyList<Text> About { get; private init; } = [];

    /// <summary>Category and level, as incidents are counted.</summary>
    public Text Class => Incident.Category.Title() is var category && Level is { } level
        ? new($"{category.Zh}\n{level.Zh}", $"{category.En}\n{level.En}")
        : category;

    /// <summary>What makes two incidents of one class.</summary>
    public (IncidentCategory Category, string? Level) ClassKey => (Incident.Category, Level is null ? null : LevelId);

    public static IncidentRow From(Measurement measurement, Fact fact, IReadOnlyList<string> deductions)
    {
        var levels = measurement.Folder.ServiceLevels;
        var level = fact.Values(MeasuredFields.Severity).FirstOrDefault();
        var incident = (Incident)fact.Record;
        return new(
            fact,
            levels?.Severities?.Levels.FirstOrDefault(item => item.Id == level)?.Title,
            level,
            Severities.IntervalsOf(incident.Interruptions, measurement.AsOf).Total,
            Severities.IntervalsOf(incident.Degradations, measurement.AsOf).Total,
            fact.Values(MeasuredFields.MissedTargets).Select(id => levels?.Targets.FirstOrDefault(item => item.Id == id)?.Title ?? Text.Same(id)).ToList(),
            deductions)
        {
            About = incident.Systems.Count > 0
                ? incident.Systems.Select(system => measurement.Folder.Find<InformationSystem>(system.Value)?.Spec.Title ?? Text.Same(system.Value)).ToList()
                : incident.Services.Select(service => Text.Same(measurement.Folder.Find<Service>(service.Value)?.Spec.Title ?? service.Value)).ToList(),
        };
    }
}

/// <summary>Incidents with their level, their times, and what they cost.</summary>
internal static class IncidentTable
{
    public const string Id = "incidents", Class = "class", ReportedAt = "reportedAt";

    private const string Missed = "missed";

    public static Table<IncidentRow> For(ContractFolder folder, IReadOnlyList<IncidentRow> rows) => new(Id, new("事件", "Incidents"), ColumnsOf(folder), rows)
    {
        WhenEmpty = new("本期没有登记事件。", "There are no incidents."),
        IsList = true,
        Anchors = row => [Anchor.Record(row.Resource.Path)],
        Mark = row => row.Missed.Count > 0,
        MarkFormula = cells => $"{cells[Missed]}<>\"\"",
    };

    /// <summary>Incidents of any contracts, as lists of a site have them.</summary>
    public static Table<IncidentRow> Across(IReadOnlyList<IncidentRow> rows) => new(Id, new("事件", "Incidents"), [Columns[0], Contract, .. Columns.Skip(1)], rows)
    {
        WhenEmpty = new("没有事件。", "There are no incidents."),
        IsList = true,
        RowsPerPage = 60,
        Mark = row => row.Missed.Count > 0,
        Filters =
        [
            ("fault", new("故障", "faults")), ("security", new("安全事件", "security")), ("missed", new("有时限未达标", "limit missed")),
            ("deducted", new("有扣分", "cost points")), ("open", new("未恢复", "open")),
        ],
        Keywords = KeywordsOf,
    };

    private static Column Contract { get; } = new("contract", new("合同", "contract"), ValueKind.Code, row => row.Resource.Metadata.Contract is { } contract ? new Value.Link(Text.Same(contract), Anchor.Contract(contract)) : Value.None);

    private static IEnumerable<string> KeywordsOf(IncidentRow row)
    {
        (bool Holds, string Word)[] all =
        [
            (row.Incident.Category == IncidentCategory.Fault, "fault"), (row.Incident.Category != IncidentCategory.Fault, "security"), (row.Missed.Count > 0, "missed"),
            (row.Incident is { RestoredAt: null, ResolvedAt: null }, "open"), (row.Deductions.Count > 0, "deducted"),
        ];
        return all.Where(one => one.Holds).Select(one => one.Word);
    }

    private static IReadOnlyList<Column> ColumnsOf(ContractFolder folder) =>
        [.. Columns, new("file", new("文件与标识", "file and id"), ValueKind.Code, row => Files.Link(folder, row.Resource)) { Width = 30, IsForPaper = true }];

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new Column("id", new("编号", "id"), ValueKind.Record, row => new Value.Record(row.Resource.Name, row.Resource.Path, row.Resource.Place.Line)) { Width = 22 },
        Column.Moment(ReportedAt, new("报告时间", "reported"), row => row.Incident.ReportedAt.ToInstant()) with { Width = 17 },
        Column.Label(Class, new("类别与级别", "level"), row => row.Class) with { Width = 12 },
        Column.Words("summary", new("概要与系统", "summary and systems"), SummaryOf) with { Width = 31 },
        Column.Moment("respondedAt", new("响应", "answered"), row => row.Incident.RespondedAt?.ToInstant()) with { Width = 12, IsEssential = false, Under = ReportedAt },
        Column.Moment("restoredAt", new("恢复", "restored"), row => row.Incident.RestoredAt?.ToInstant()) with { Width = 12 },
        LengthOf("interrupted", new("中断", "interrupted"), row => row.Interrupted),
        LengthOf("degraded", new("劣化", "degraded"), row => row.Degraded) with { Under = "interrupted" },
        Column.Label("cause", new("责任与原因", "cause"), CauseOf) with { Width = 12 },
        Column.Label(Missed, new("未达标时限", "limits missed"), row => new(string.Join("、", row.Missed.Select(title => title.Zh)), string.Join(", ", row.Missed.Select(title => title.En)))) with { Width = 13 },
        Column.Label("deductions", new("扣分编号", "deductions"), row => Text.Same(string.Join("、", row.Deductions))) with { Width = 13, Under = Missed },
    ];

    private static Text SummaryOf(IncidentRow row)
    {
        var systems = row.About;
        return new($"{row.Incident.Summary}\n（{string.Join("、", systems.Select(title => title.Zh))}）", $"{row.Incident.Summary}\n({string.Join(", ", systems.Select(title => title.En))})");
    }

    private static Text CauseOf(IncidentRow row)
    {
        var cause = row.Incident.CauseCategory.Title();
        return row.Incident.Attributable ? new($"服务单位\n{cause.Zh}", $"the vendor\n{cause.En}") : new($"非服务单位\n{cause.Zh}", $"not the vendor\n{cause.En}");
    }

    private static Column LengthOf(string key, Text title, Func<IncidentRow, Duration> length) =>
        new(key, title, ValueKind.Length, row => length(row) is var time && time > Duration.Zero ? new Value.Length(time) : Value.None) { Width = 8, IsEssential = false };
}
