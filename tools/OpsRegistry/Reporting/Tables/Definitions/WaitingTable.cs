using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reporting.Waiting;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.WaitingRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Something that waits.</summary>
/// <param name="Item">What it is.</param>
/// <param name="MustBeSeen">Whether its last day is over and it can still be done.</param>
/// <param name="IsNew">Whether a change brings it.</param>
internal sealed record WaitingRow(WaitingEntry Item, bool MustBeSeen = false, bool IsNew = false);

/// <summary>What waits for whom, with day, points and yuan at stake.</summary>
internal static class WaitingTable
{
    public const string Id = "waiting", Contract = "contract";

    public static Table<WaitingRow> For(WaitingList list) => new(Id, new("待办", "Waiting"), Columns, list.Items.Select(item => new WaitingRow(WaitingJson.EntryOf(item), list.IsOverdue(item) && item.Standing.CanBeDone())).ToList())
    {
        WhenEmpty = new("没有待办事项", "nothing waits for anybody"),
        Mark = row => row.MustBeSeen,
        Notes = list.Items.Select(item => item.Kind).Distinct().Order().Select(NoteOn).ToList(),
    };

    /// <summary>What waits after a change; what it brings stands first.</summary>
    public static Table<WaitingRow> For(IReadOnlyList<SheetWaiting> waiting) => new(Id, new("待办", "Waiting"),
    [
        new Column("new", new("新增", "new"), ValueKind.State, row => row.IsNew ? new Value.State(new("新", "new"), Tone.Warning) : Value.None),
        .. Columns,
    ], waiting.OrderByDescending(one => one.IsNew).Select(one => new WaitingRow(one.Item, IsNew: one.IsNew)).ToList())
    {
        ReadsAsList = true,
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Day("day", new("最后一天", "last day"), row => row.Item.Day) with { Width = 12 },
        Column.Label("for", new("等待谁", "waits for"), row => row.Item.For.Title()) with { Width = 10 },
        new Column(Contract, new("合同", "contract"), ValueKind.Code, row => new Value.Link(Text.Same(row.Item.Contract), Anchor.Contract(row.Item.Contract))) { Width = 18 },
        Column.Code("period", new("考核期", "period"), row => row.Item.Period) with { Width = 8 },
        Column.Label("kind", new("种类", "kind"), row => row.Item.Kind.Title()) with { Width = 14 },
        new Column("what", new("事项", "what"), ValueKind.Words, row => row.Item.Record is { } at ? new Value.Link(row.Item.What, Anchor.Record(at.Path)) : new Value.Words(row.Item.What)) { Width = 40 },
        new Column("points", new("分", "points"), ValueKind.Points, row => row.Item.Moves is { } moves ? Range(moves.LeastPoints, moves.MostPoints, points => new Value.Points(points, IsDifference: true)) : Value.None) { Width = 9 },
        new Column("yuan", new("元", "yuan"), ValueKind.Yuan, row => YuanOf(row.Item)) { Width = 16 },
        new Column("record", new("记录", "record"), ValueKind.Record, row => row.Item.Record is { } at ? Value.FileAt(at.Path, at.Line) : Value.None) { Width = 24, IsEssential = false },
    ];

    private static Value YuanOf(WaitingEntry item) =>
        item.Kind is WaitingKind.Payment or WaitingKind.Invoice ? Value.YuanOf(item.Payable)
        : item.Moves is { } moves ? Range(moves.LeastYuan, moves.MostYuan, yuan => new Value.Yuan(yuan, IsDifference: true))
        : Value.None;

    /// <summary>What may be lost and what may be won; nothing where neither.</summary>
    private static Value Range(decimal? least, decimal? most, Func<decimal, Value> show) => (least, most) switch
    {
        (null, _) or (_, null) => Value.Unknown,
        (0m, 0m) => Value.None,
        (0m, { } up) => show(up),
        ({ } down, 0m) => show(down),
        ({ } down, { } up) => new Value.Many([show(down), show(up)]),
    };

    /// <summary>What ends the waiting for a kind of thing.</summary>
    private static Text NoteOn(WaitingKind kind)
    {
        var what = kind.Title();
        Text how = kind switch
        {
            WaitingKind.Determination => new("由采购人登记 Determination（determinations/）", "the purchaser files a Determination (determinations/)"),
            WaitingKind.Reading => new("登记 Decision（judgements/）", "a Decision (judgements/)"),
            WaitingKind.Ruling => new("由采购人登记 Ruling（judgements/）", "the purchaser files a Ruling (judgements/)"),
            WaitingKind.Judgement => new("由采购人登记 Judgement（judgements/）", "the purchaser files a Judgement (judgements/)"),
            WaitingKind.Evaluation => new("期限届满，或由采购人登记 PeriodClosing（judgements/）", "its days go by, or the purchaser files a PeriodClosing (judgements/)"),
            WaitingKind.Seal => new("运行 ./opsreg seal 并提交，按周期先后", "run ./opsreg seal and commit, period by period"),
            WaitingKind.Payment => new("付款后登记 Payment", "pay, and file a Payment"),
            WaitingKind.Invoice => new("开票后登记 Invoice", "send the invoice, and file an Invoice"),
            WaitingKind.Pending => new("到期前办结并登记", "do it and file it before its last day"),
            WaitingKind.Missing => new("补交报告或记录；分数和金额已计入结果", "file the report or record; points and yuan are in the result already"),
        };
        return new($"{what.Zh}：{how.Zh}。", $"{what.En}: {how.En}.");
    }
}
