using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using OpsRegistry.Model;
using OpsRegistry.Time;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>A contract's account: tranches, what was deducted, paid and is still open.</summary>
internal static class MoneySection
{
    public static Html Of(PageContext page, SiteContract contract)
    {
        var account = contract.Result.Settlement;
        return Section(
            "money",
            page.In("资金", "Money"),
            account.Tranches.Count == 0
                ? Tag("p.empty", page.In("来源没有载明付款条款。", "The source states no payment terms."))
                : Table(page.In("付款批次", "Payment tranches"), Heads(page), account.Tranches.Select(tranche => Line(page, tranche))),
            account.Excess is > 0m ? Tag("p.alert", page.In("扣款超出承担扣款的批次，供应商应补 ", "Deductions exceed the tranche that takes them; the vendor owes "), Money(page, account.Excess), page.In(" 元。", " yuan.")) : null,
            contract.IsScored ? Deductions(page, contract) : null);
    }

    private static string[] Heads(PageContext page) =>
    [
        page.In("批次", "tranche"), "#" + page.In("比例", "share"), "#" + page.In("金额（元）", "amount (yuan)"), "#" + page.In("扣款（元）", "deducted (yuan)"),
        "#" + page.In("应付（元）", "payable (yuan)"), "#" + page.In("已付（元）", "paid (yuan)"), "#" + page.In("未付（元）", "open (yuan)"), page.In("付款期限", "due"),
    ];

    private static Html Line(PageContext page, TrancheState tranche) => Row(
        HeadCell(page.In(tranche.Terms.Title), Tag("span.under", Clauses(page, tranche.Terms.Clauses))),
        Number(SiteWords.Percent(tranche.Terms.Share)),
        Number(Money(page, tranche.Amount)),
        Number(tranche.Terms.TakesDeductions ? Money(page, tranche.Deducted) : Tag("span.none", "—")),
        Number(Money(page, tranche.Payable)),
        Number(Money(page, tranche.Paid)),
        Number(Money(page, tranche.Open)),
        Cell(Due(page, tranche)));

    private static Html Due(PageContext page, TrancheState tranche) =>
        tranche.Due is { } day ? Tag("span.time", SiteWords.Day(day))
        : tranche.Problem is { } problem ? Tag("span.unknown", page.In(problem.Message))
        : tranche.Waiting.Count > 0 ? All(page.In("等待：", "waits for: "), string.Join(page.In("、", ", "), tranche.Waiting.Select(trigger => page.In(trigger.Title()))), Within(page, tranche))
        : All(page.In("来源未写付款期限", "no limit stated"));

    private static Html? Within(PageContext page, TrancheState tranche) =>
        tranche.Terms.DueWithin is { } limit && Amount.Parse(limit) is { } amount
            ? Tag("span.under", page.In($"条件具备后 {amount.Describe().Zh}内", $"within {amount.Describe().En} of the last condition"))
            : null;

    private static Html Deductions(PageContext page, SiteContract contract)
    {
        var account = contract.Result.Settlement;
        return Tag(
            "dl.sums",
            All(account.Deductions.Where(one => one.Amount is null or > 0m).Select(one => Pair(
                $"{one.Period.Id}{(one.State.IsClosed() ? "" : $"（{page.In(one.State.Title())}）")}",
                page.Link(SiteAddress.Period(contract.Name, one.Period.Id), Money(page, one.Amount))))),
            Pair(page.In("扣款累计", "deductions in all"), Money(page, account.Accumulated)),
            account.Cap is null ? null : Pair(page.In("扣款上限", "cap"), Money(page, account.Cap)),
            Pair(page.In("实际扣款", "deducted"), Tag("strong", Money(page, account.AfterCap)), account.AfterCap is { } known && known > 0m ? Tag("span.under", page.In(ChineseAmount.InCapitals(known), "")) : null));
    }
}
