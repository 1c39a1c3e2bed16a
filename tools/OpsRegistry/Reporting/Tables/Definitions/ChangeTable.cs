using OpsRegistry.Measuring;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Measuring.Fact>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The changes carried out.</summary>
internal static class ChangeTable
{
    public static Table<Fact> For(IReadOnlyList<Fact> changes, ILookup<string, string> deductions) => new("changes", new("本期变更", "Changes"), ColumnsOf(deductions), changes)
    {
        WhenEmpty = new("本期没有登记变更。", "There are no changes."),
    };

    private static IReadOnlyList<Column> ColumnsOf(ILookup<string, string> deductions) =>
    [
        new Column("id", new("编号", "id"), ValueKind.Record, fact => new Value.Record(fact.Resource.Name, fact.Resource.Path, fact.Resource.Place.Line)) { Width = 26 },
        Column.Label("type", new("类别", "type"), fact => Read(fact).Major ? new("重大变更", "major") : new("变更", "change")) with { Width = 14 },
        Column.Words("summary", new("内容", "summary"), fact => Text.Same(Read(fact).Summary)) with { Width = 40 },
        Column.Label("risk", new("风险", "risks"), fact => Stated(Read(fact).Risk)) with { Width = 10, IsEssential = false },
        Column.Label("rollback", new("回退", "way back"), fact => Stated(Read(fact).Rollback)) with { Width = 10, IsEssential = false },
        Column.Moment("filedAt", new("备案", "filed"), fact => Read(fact).FiledAt.ToInstant()) with { Width = 18 },
        Column.Moment("consentedAt", new("同意", "consented"), fact => Read(fact).ConsentedAt?.ToInstant()) with { Width = 18 },
        new Column("done", new("实施", "done"), ValueKind.Label, DoneOf) { Width = 26, IsEssential = false },
        Column.Label("deductions", new("扣分编号", "deductions"), fact => Text.Same(string.Join("、", deductions[fact.Resource.Path].Distinct(StringComparer.Ordinal)))) with { Width = 24, IsEssential = false },
    ];

    private static Change Read(Fact fact) => (Change)fact.Record;

    private static Text Stated(string? statement) => string.IsNullOrEmpty(statement) ? Text.Same("—") : new("已写明", "stated");

    private static Value DoneOf(Fact fact)
    {
        if (Read(fact) is not { StartedAt: { } start } change)
        {
            return Value.None;
        }

        var (from, to) = (Clocks.Moment.ShowMinute(start.ToInstant()), change.FinishedAt is { } end ? Clocks.Moment.ShowMinute(end.ToInstant()) : null);
        return new Value.Words(new($"{from} 至\n{to ?? "未完成"}", $"{from} –\n{to ?? "not finished"}"));
    }
}
