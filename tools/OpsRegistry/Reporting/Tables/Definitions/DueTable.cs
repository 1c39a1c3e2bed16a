using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.DueItem>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What is due and overdue, with the points and yuan at stake.</summary>
internal static class DueTable
{
    public const string Id = "due", Contract = "contract";

    public static Table<DueItem> For(IReadOnlyList<DueItem> items) => new(Id, new("逾期与将到期", "Overdue and coming due"), Columns, DueOccurrence.Fold(items))
    {
        WhenEmpty = new("没有到期或逾期事项", "nothing is due or overdue"),
        Mark = item => item.Overdue && item.Standing.CanBeDone(),
        IsList = true,
        Filters = [("overdue", new("逾期", "overdue")), .. Enum.GetValues<DueStanding>().Select(standing => (KeywordOf(standing), standing.Title()))],
        Keywords = item => item.Overdue ? ["overdue", KeywordOf(item.Standing)] : [KeywordOf(item.Standing)],
    };

    /// <summary>Coming, overdue, missed, or left over from a contract that has ended.</summary>
    public static Value.State StateOf(DueItem item) => new(item.Standing.Title(), item.Standing switch
    {
        DueStanding.Coming or DueStanding.Payable => Tone.Warning,
        DueStanding.Open => Tone.Bad,
        DueStanding.Missed or DueStanding.ContractOver => Tone.Faint,
    });

    private static string KeywordOf(DueStanding standing) => Model.YamlWord.Write(standing);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new Column("due", new("到期", "due"), ValueKind.Moment, item => item.WholeDay ? new Value.Day(item.LastDay) : new Value.Moment(item.Due)) { Width = 17 },
        Column.State("state", new("状态", "state"), StateOf) with { Width = 10 },
        new Column(Contract, new("合同", "contract"), ValueKind.Code, item => new Value.Link(Text.Same(item.Contract), Anchor.Contract(item.Contract))) { Width = 18 },
        Column.Words("title", new("事项", "what"), item => item.Title) with { Width = 26 },
        Column.Label("owner", new("责任方", "by"), item => item.Owner.Title()) with { Width = 10 },
        new Column("service", new("服务", "service"), ValueKind.Code, item => item.Service is { } service ? new Value.Link(Text.Same(service), Anchor.Service(item.Contract, service)) : Value.None) { Width = 18, Under = "title" },
        new Column("name", new("名称", "which"), ValueKind.Label, NameOf) { Width = 22 },
        new Column("points", new("分", "points"), ValueKind.Points, item => item.Stake is { } stake ? Value.PointsOf(stake.Points) : Value.None) { Width = 9 },
        new Column("yuan", new("元", "yuan"), ValueKind.Yuan, item => item.Stake is { } stake ? Value.YuanOf(stake.Yuan) : Value.None) { Width = 16 },
        Column.Words("remarks", new("备注", "remarks"), RemarksOf) with { Width = 26, Under = "state" },
        Column.Clauses("clauses", new("条款", "clause"), item => item.Clauses) with { Width = 24, IsEssential = false },
    ];

    private static Value NameOf(DueItem item) => item is DueTarget { Result.Resource: var record } ? new Value.Link(RecordNames.Show(item.Name), Anchor.Record(record.Path)) : new Value.Words(RecordNames.Show(item.Name));

    private static Text RemarksOf(DueItem item)
    {
        Text?[] remarks =
        [
            item is { Overdue: true, Stake: not null } ? new("已计入得分", "counted in the score") : null,
            item.PointsPerDay is { } points ? new($"每逾期一天 {Points.Plain(points)} 分", $"{Points.Plain(points)} for each day late") : null,
            item is DuePayment { Tranche: var tranche } ? PaymentOf(tranche) : null,
            item.Provisional ? new("暂定", "provisional") : null,
        ];
        return new(string.Join("，", remarks.OfType<Text>().Select(remark => remark.Zh)), string.Join(", ", remarks.OfType<Text>().Select(remark => remark.En)));
    }

    private static Text PaymentOf(TrancheState tranche)
    {
        var open = Yuan.Show(tranche.Open);
        if (tranche.Due is null)
        {
            return tranche.Problem is { } unknown
                ? new($"未付 {open.Zh} 元，条件已齐；应付日算不出：{unknown.Message.Zh}", $"{open.En} yuan open, nothing is missing; the last day cannot be told: {unknown.Message.En}")
                : new($"未付 {open.Zh} 元，条件已齐，合同未定期限", $"{open.En} yuan open, nothing is missing, and the contract sets no limit");
        }

        var late = tranche.DaysLate;
        Text? interest = tranche.Interest is { } sum ? Yuan.Show(sum) : null;
        return new(
            $"未付 {open.Zh} 元{(late > 0 ? $"，已迟 {late} 天" : "")}{(interest is { } owed ? $"，利息 {owed.Zh} 元" : "")}",
            $"{open.En} yuan open{(late > 0 ? $", {late} days late" : "")}{(interest is { } due ? $", interest {due.En} yuan" : "")}");
    }
}
