using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>What a period costs, line by line.</summary>
internal static class SettlementSection
{
    public static Html? Of(PageContext page, SiteContract contract, PeriodResult period) => !contract.IsScored
        ? null
        : Section(
            "settlement",
            page.In("结算", "Settlement"),
            period.Settlement.Lines.Count == 0
                ? Tag("p.empty", page.In("本期没有扣款。", "No money is deducted."))
                : Table(
                    page.In("扣款", "Deductions of money"),
                    [page.In("事由", "reason"), "#" + page.In("比例", "share"), "#" + page.In("金额（元）", "yuan"), page.In("条款", "clause"), page.In("依据", "records")],
                    [
                        .. period.Settlement.Lines.Select(line => Row(
                            HeadCell(page.Own(page.In(line.Reason))),
                            Number(line.Share is { } share ? SiteWords.Percent(share) : Tag("span.none", "—")),
                            Number(Money(page, line.Amount)),
                            Cell(Clauses(page, line.Clauses)),
                            Cell(Joined(Tag("br"), line.Records.Select(record => page.Record(contract, record)))))),
                        Tag("tr.total", HeadCell(page.In("本期合计", "total")), Cell(), Number(Money(page, period.Settlement.Total)), Cell(period.Settlement.Total is { } total && page.Language == Language.Zh ? ChineseAmount.InCapitals(total) : null).With("colspan", "2")),
                    ]));
}
