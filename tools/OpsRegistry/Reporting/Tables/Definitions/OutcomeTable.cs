using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Measuring.TargetResult>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The outcome of each limit on each record.</summary>
internal static class OutcomeTable
{
    public const string Id = "outcomes", Key = "id", State = "state";

    public static Table<TargetResult> For(ServiceScope scope, IReadOnlyList<TargetResult> results)
    {
        var services = new Dictionary<TargetTerms, string?>(scope.Targets.Select(scoped => KeyValuePair.Create(scoped.Target, scoped.Service)), ReferenceEqualityComparer.Instance);
        return new(Id, new("逐条计时", "Limits, record by record"), ColumnsOf(result => TargetTable.IdOf(result.Target, services.GetValueOrDefault(result.Target))), results)
        {
            WhenEmpty = new("本期没有受时限约束的记录。", "No record is bound by a limit."),
            IsList = true,
            Mark = result => result.State == TargetState.Missed,
            MarkFormula = cells => $"{cells[State]}={cells.Quoted(TargetState.Missed.Title())}",
        };
    }

    private static IReadOnlyList<Column> ColumnsOf(Func<TargetResult, string> idOf) =>
    [
        Column.Code(Key, new("编号", "id"), idOf) with { Width = 20, IsEssential = false, Under = "title" },
        Column.Words("title", new("时限", "limit"), TitleOf) with { Width = 26 },
        new Column("record", new("记录", "record"), ValueKind.Record, result => new Value.Record(result.Resource.Name, result.Resource.Path, result.Resource.Place.Line)) { Width = 22 },
        Column.Moment("start", new("起算", "start"), result => result.Start) with { Width = 17, IsEssential = false },
        Column.Moment("due", new("期限", "due"), result => result.Due, isEnd: true) with { Width = 17 },
        new Column("end", new("完成", "end"), ValueKind.Moment, EndOf) { Width = 17 },
        new Column("elapsed", new("用时", "took"), ValueKind.Length, ElapsedOf) { Width = 13 },
        Column.State(State, new("状态", "state"), result => States.Show(result.State) with { Proof = Anchor.Outcome(result) }) with { Width = 10 },
        Column.Count("daysLate", new("迟延天数", "days late"), result => result.DaysLate > 0 ? result.DaysLate : null) with { Width = 10, IsEssential = false, Under = State },
        Column.Words("reason", new("说明", "why"), ReasonOf) with { Width = 30, IsEssential = false, Under = State },
    ];

    private static Text TitleOf(TargetResult result)
    {
        var limit = TargetTable.LimitOf(result.Target);
        return new($"{result.Target.Title.Zh}（{limit.Zh}）", $"{result.Target.Title.En} ({limit.En})");
    }

    private static Value EndOf(TargetResult result) => result.End is { } end ? new Value.Moment(end)
        : result.Start is null ? Value.None
        : new Value.Words(new("尚未完成", "still open"));

    private static Value ElapsedOf(TargetResult result) => result.Elapsed?.Counted switch
    {
        null => Value.None,
        { Unit: AmountUnit.Time } counted => new Value.Length(counted.Time),
        { } counted => new Value.Limit(counted),
    };

    private static Text ReasonOf(TargetResult result) => result.Provisional
        ? new(result.Reason.Zh + "（日历暂定）", result.Reason.En + " (provisional calendar)")
        : result.Reason;
}
