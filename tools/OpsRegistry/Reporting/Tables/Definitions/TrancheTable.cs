using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Settling;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.TrancheState>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The tranches of a contract: what is owed, deducted, paid and still open.</summary>
internal static class TrancheTable
{
    public const string Id = "tranches", IfUpheld = "openIfUpheld";

    private const string Conditions = "conditions";

    private const string Amount = "amount", Deducted = "deducted", Payable = "payable", Paid = "paid", Open = "open";

    public static Table<TrancheState> For(ContractSettlement account) => new(Id, new("付款批次", "Payment tranches"), account.Upheld is { } upheld ? [.. Columns, OpenWith(upheld)] : Columns, account.Tranches)
    {
        WhenEmpty = new("文件没有写明付款安排。", "The source states no payment terms."),
        Foot = account.Tranches.ToList().FindIndex(state => state.Terms.TakesDeductions) is var taker and >= 0
            ? [new(new("扣减超出可扣款项的部分，供应商应退（元）", "Deductions beyond the tranche that takes them, owed by the vendor (yuan)"), new FootCell(Open, Value.YuanOf(account.Excess)) { Formula = cells => Formula.Guarded($"MAX(0,DeductedInAll-{cells.Cell(Id, Amount, taker)})") })]
            : [],
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Words("title", new("款项", "tranche"), state => Both(words => $"{words(state.Terms.Title)}（{Points.Plain(state.Terms.Share * 100)}%）")) with { Width = 18 },
        Column.Words(Conditions, new("支付条件", "conditions"), state => ConditionsOf(state, withIds: true)) with { Width = 38, IsEssential = false },
        Money(Amount, new("金额（元）", "amount (yuan)"), state => state.Amount, (state, _) => Formula.Guarded($"ROUND(ContractTotal*{Points.Plain(state.Terms.Share)},2)")),
        Money(Deducted, new("扣减（元）", "deducted (yuan)"), state => state.Deducted, (state, _) => state.Terms.TakesDeductions ? Formula.Guarded("DeductedInAll+0") : null),
        Money(Payable, new("应付（元）", "payable (yuan)"), state => state.Payable, (_, cells) => Formula.Guarded($"MAX(0,{cells[Amount]}-{cells[Deducted]})")),
        Money(Paid, new("已付（元）", "paid (yuan)"), state => state.Paid, null),
        Money(Open, new("未付（元）", "open (yuan)"), state => state.Open, (_, cells) => Formula.Guarded($"MAX(0,{cells[Payable]}-{cells[Paid]})")),
        new Column("due", new("最迟付款日", "due"), ValueKind.Day, DueOf) { Width = 14 },
        new Column("paidOn", new("付款日", "paid on"), ValueKind.Day, state => state.PaidOn is { } day ? new Value.Day(day) : Value.None) { Width = 14 },
        Column.Count("daysLate", new("迟付天数", "days late"), state => state.Due is null ? null : state.DaysLate) with { Width = 10, Tone = Tone.Bad },
        Column.Yuan("interest", new("逾期利息（元）", "interest (yuan)"), state => state.Interest) with { Width = 14, IsEssential = false },
    ];

    /// <summary>What a tranche would still owe with every open dispute upheld.</summary>
    private static Column OpenWith(ContractSettlement upheld) => Column.Yuan(
        IfUpheld, new("异议成立则未付（元）", "open if disputes are upheld (yuan)"), state => upheld.Tranches.First(other => other.Terms.Id == state.Terms.Id).Open) with
    { Width = 16 };

    private static Column Money(string key, Text title, Func<TrancheState, decimal?> amount, Func<TrancheState, IFormulaCells, Formula?>? formula) =>
        Column.Yuan(key, title, amount) with { Width = 16, Total = ColumnTotal.Sum, Formula = formula };

    private static Value DueOf(TrancheState state) => state.Due is { } day ? new Value.Day(day)
        : state.Problem is { } problem ? new Value.Undetermined(problem.Message)
        : Value.None;

    /// <summary>The same as it is signed: conditions without the ids by which disputes name them.</summary>
    public static Table<TrancheState> Signed(Table<TrancheState> table) => table with
    {
        All = [.. table.All.Select(column => column.Key == Conditions ? column with { ValueOf = state => new Value.Words(ConditionsOf(state, withIds: false)) } : column)],
    };

    private static Text ConditionsOf(TrancheState state, bool withIds)
    {
        var limit = state.Terms.DueWithin is { } within ? LimitOf(state, within) : Text.Same("");
        var all = Joined(state.Terms.Triggers, trigger => trigger.Title());
        var waiting = Joined(state.Waiting, trigger => !withIds ? trigger.Title() : new($"{trigger.Title().Zh}（{state.Terms.ConditionId(trigger)}）", $"{trigger.Title().En} ({state.Terms.ConditionId(trigger)})"));
        var disputes = Joined(state.Held.Where(line => line.Dispute is not null), line => line.Reason);
        var (zh, en) = state.Waiting.Count == 0
            ? ($"{all.Zh}{limit.Zh}：均已具备", $"{all.En}{limit.En}: all have happened")
            : ($"{all.Zh}{limit.Zh}；尚缺：{waiting.Zh}", $"{all.En}{limit.En}; waits for: {waiting.En}");
        return disputes.En.Length == 0 ? new(zh, en) : new($"{zh}；{disputes.Zh}", $"{en}; {disputes.En}");
    }

    private static Text LimitOf(TrancheState state, string within)
    {
        var limit = Time.Amount.Parse(within)?.Describe() ?? Text.Same(within);
        return state.Terms.DueFrom is { } from
            ? new($"，自{from.Title().Zh}起 {limit.Zh}内", $", within {limit.En} of {from.Title().En}")
            : new($"，其后 {limit.Zh}内", $", within {limit.En} of the last");
    }

    private static Text Joined<T>(IEnumerable<T> items, Func<T, Text> title)
    {
        var titles = items.Select(title).ToList();
        return new(string.Join("、", titles.Select(title => title.Zh)), string.Join(", ", titles.Select(title => title.En)));
    }

    private static Text Both(Func<Func<Text, string>, string> words) => new(words(text => text.Zh), words(text => text.En));
}
