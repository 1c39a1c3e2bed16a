using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>What other readings of unclear clauses would make of a period.</summary>
internal static class ReadingSection
{
    public static Html? Of(PageContext page, SiteContract contract, PeriodResult period)
    {
        if (period.Sensitivity.Count == 0)
        {
            return null;
        }

        var different = period.Sensitivity.Where(row => row.Total != period.Assessment.Total || row.Amount != period.Settlement.Total).ToList();
        return Section(
            "sensitivity",
            page.In("换一种解释会怎样", "What if a clause were read differently"),
            different.Count == 0
                ? Tag("p.empty", page.In($"试算了 {period.Sensitivity.Count} 种其他解释，得分与扣款都不变。", $"{period.Sensitivity.Count} other readings were computed; neither score nor money changes."))
                : All(
                    SensitivityChart.Of(page, period),
                    Table(
                        page.In("结果不同的解释", "Readings that change the result"),
                        [page.In("解释", "key"), page.In("改读为", "read as"), "#" + page.In("得分", "score"), "#" + page.In("本期扣款（元）", "deducted (yuan)"), ""],
                        different.Select(row => Line(page, contract, row))),
                    Note(page.In($"共试算 {period.Sensitivity.Count} 种，只列出结果不同的。", $"{period.Sensitivity.Count} were computed; those that change nothing are left out."))));
    }

    private static Html Line(PageContext page, SiteContract contract, SensitivityRow row) => Row(
        HeadCell(page.Link(SiteAddress.Contract(contract.Name) + "#" + SiteAddress.Safe(row.Interpretation.Key), Tag("code", row.Interpretation.Key))),
        Cell(page.In(row.Option.Title)),
        Number(row.Total is null ? Tag("span.unknown", page.In(SiteWords.Undetermined)) : Points.Show(row.Total)),
        Number(Money(page, row.Amount)),
        Cell(row.NeedsDecision ? Badge("warn", page.In("⚠ 跨档，须先决定", "⚠ other band, to be decided")) : row.ChangesBand ? Badge("plain", page.In("跨档，已有决定", "other band, decided")) : null));
}
