using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.DueItem>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What is due and overdue, with the points and yuan at stake.</summary>
internal static class DueTable
{
    public const string Id = "due", Contract = "contract";

    public static Table<DueItem> For(IReadOnlyList<DueItem> items) => new(Id, new("逾期与将到期", "Overdue and coming due"), Columns, items)
    {
        WhenEmpty = new("没有到期或逾期事项", "nothing is due or overdue"),
        Mark = item => item.Overdue,
    };

    /// <summary>Overdue or coming.</summary>
    public static Value.State StateOf(DueItem item) => item.Overdue ? new(new("逾期", "overdue"), Tone.Bad) : new(new("将到期", "due"), Tone.Warning);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new Column("due", new("到期", "due"), ValueKind.Moment, item => item.WholeDay ? new Value.Day(item.LastDay) : new Value.Moment(item.Due)) { Width = 17 },
        Column.State("state", new("状态", "state"), StateOf) with { Width = 10 },
        Column.Code(Contract, new("合同", "contract"), item => item.Contract) with { Width = 18 },
        Column.Words("title", new("事项", "what"), item => item.Title) with { Width = 26 },
        Column.Label("owner", new("责任方", "by"), item => item.Owner.Title()) with { Width = 10 },
        Column.Code("service", new("服务", "service"), item => item.Service) with { Width = 18 },
        Column.Code("name", new("名称", "which"), item => item.Name) with { Width = 22 },
        new Column("points", new("分", "points"), ValueKind.Points, item => item.Stake is { } stake ? Value.PointsOf(stake.Points) : Value.None) { Width = 9 },
        new Column("yuan", new("元", "yuan"), ValueKind.Yuan, item => item.Stake is { } stake ? Value.YuanOf(stake.Yuan) : Value.None) { Width = 16 },
        Column.Words("remarks", new("备注", "remarks"), RemarksOf) with { Width = 26 },
        Column.Clauses("clauses", new("条款", "clause"), item => item.Clauses) with { Width = 24, IsEssential = false },
    ];

    private static Text RemarksOf(DueItem item)
    {
        Text?[] remarks =
        [
            item is { Overdue: true, Stake: not null } ? new("已计入得分", "counted in the score") : null,
            item.PointsPerDay is { } points ? new($"每逾期一天 {Points.Plain(points)} 分", $"{Points.Plain(points)} for each day late") : null,
            item.Provisional ? new("暂定", "provisional") : null,
        ];
        return new(string.Join("，", remarks.OfType<Text>().Select(remark => remark.Zh)), string.Join(", ", remarks.OfType<Text>().Select(remark => remark.En)));
    }
}
