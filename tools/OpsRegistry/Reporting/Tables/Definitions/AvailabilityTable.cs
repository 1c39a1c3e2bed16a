using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Measuring.AvailabilityLine>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Availability against its limits.</summary>
internal static class AvailabilityTable
{
    public const string Id = "availability";

    private const int Places = 4;

    private const string Whole = "whole", Outage = "outage", Target = "target", Share = "share";

    public static Table<AvailabilityLine> For(IReadOnlyList<AvailabilityLine> lines) => new(Id, new("可用率", "Availability"), Columns, lines)
    {
        WhenEmpty = new("合同没有约定可用率。", "The contract names no availability."),
        Mark = line => line.State == TargetState.Missed,
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code("id", new("编号", "id"), line => line.Terms.Id) with { Width = 20, IsEssential = false, Under = "title" },
        Column.Words("title", new("名称", "name"), line => line.Terms.Title) with { Width = 26 },
        new Column(Target, new("要求", "at least"), ValueKind.Share, line => new Value.Share(line.Terms.Target, Places)) { Width = 17 },
        LengthOf(Whole, new("应服务时间", "service time"), result => result.Whole),
        LengthOf(Outage, new("中断时间", "outage"), result => result.Outage),
        LengthOf("allowed", new("允许中断", "allowed outage"), result => result.Allowed),
        new Column(Share, new("可用率", "availability"), ValueKind.Share, ShareOf) { Width = 12, Formula = (line, cells) => line.Result is null ? null : $"IF({cells[Whole]}=0,{cells.Quoted(LevelWords.Nothing)},1-{cells[Outage]}/{cells[Whole]})" },
        Column.State("state", new("结论", "outcome"), line => States.Show(line.State)) with { Width = 12, Formula = StateFormula },
        Column.Count("incidents", new("事件数", "incidents"), line => line.Result?.Incidents.Count) with { Width = 10, IsEssential = false },
        Column.Words("explanation", new("说明", "why"), Explanation) with { Width = 30, IsEssential = false, Under = "state" },
        Column.Clauses("clauses", new("条款", "clause"), line => line.Terms.Clauses) with { Width = 20, IsEssential = false },
    ];

    private static Column LengthOf(string key, Text title, Func<AvailabilityResult, NodaTime.Duration> length) =>
        new(key, title, ValueKind.Length, line => line.Result is { } result ? new Value.Length(length(result)) : Value.None) { Width = 14, IsEssential = false };

    private static Value ShareOf(AvailabilityLine line) => line.Result?.Share is { } share ? new Value.Share(share, Places) : new Value.Undetermined(LevelWords.Nothing);

    /// <summary>The limit on a single fault is the engine's to judge; a share below its own limit misses whatever that says.</summary>
    private static Formula? StateFormula(AvailabilityLine line, IFormulaCells cells)
    {
        var kept = line is { Result: { } result, Terms.LongestFault: { } longest } && result.LongestFault > longest ? TargetState.Missed : TargetState.Met;
        return line.Result is null ? null
            : $"IF(ISNUMBER({cells[Share]}),IF({cells[Share]}>={cells[Target]},{cells.Quoted(kept.Title())},{cells.Quoted(TargetState.Missed.Title())}),{cells.Quoted(TargetState.NotMeasurable.Title())})";
    }

    private static Text Explanation(AvailabilityLine line)
    {
        if (line.Result is not { } result)
        {
            return new("服务时间无法理解，或工作日历未覆盖本期", "the service window means nothing, or the calendar does not reach");
        }

        var longest = line.Terms.LongestFault is { } most
            ? Describe(Amount.FromDuration(result.LongestFault).Describe(), Amount.FromDuration(most).Describe())
            : Text.Same("");
        var names = string.Join("、", result.Excluded.Select(fact => fact.Resource.Name));
        var excluded = names.Length > 0 ? new Text($"不计 {RecordNames.Show(names).Zh}", $"left out: {RecordNames.Show(names).En}") : Text.Same("");
        return new(string.Join("；", new[] { longest.Zh, excluded.Zh }.Where(words => words is { Length: > 0 })), string.Join("; ", new[] { longest.En, excluded.En }.Where(words => words is { Length: > 0 })));
    }

    private static Text Describe(Text longest, Text most) => new($"最长单次中断 {longest.Zh}，限 {most.Zh}", $"longest outage {longest.En}, limit {most.En}");
}
