using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>The evaluation form of a period.</summary>
internal static class FormSection
{
    public static Html? Of(PageContext page, PeriodResult period, Assessment assessment) => assessment.Scorecard is not { } scorecard
        ? null
        : Section(
            "form",
            page.In("评分表", "Evaluation form"),
            Table(
                page.In(scorecard.Title),
                [page.In("一级指标", "group"), page.In("二级指标", "indicator"), "#" + page.In("分值", "marks"), "#" + page.In("得分", "score"), "", page.In("扣分", "deductions"), page.In("条款", "clause")],
                [
                    .. assessment.Indicators.GroupBy(line => line.Group.Id, StringComparer.Ordinal).SelectMany(group => group.Select((line, index) => Line(page, period, line, index == 0 ? group.Count() : 0))),
                    Tag(
                        "tr.total",
                        HeadCell(page.In("合计", "total")).With("colspan", "2"),
                        Number(Points.Plain(scorecard.Marks)),
                        Number(Score(page, assessment)),
                        Cell(PeriodWords.Band(page, assessment)).With("colspan", "3")),
                ]),
            assessment.SumOfIndicators != assessment.Total ? Note(page.In($"各项合计 {Points.Show(assessment.SumOfIndicators)}，按总分下限取 {Points.Show(assessment.Total)}。", $"The lines add up to {Points.Show(assessment.SumOfIndicators)}; the floor of the total makes it {Points.Show(assessment.Total)}.")) : null);

    private static Html Line(PageContext page, PeriodResult period, IndicatorScore line, int groupRows) => Row(
        groupRows == 0 ? null : Tag("th", page.In(line.Group.Title)).With("scope", "rowgroup").With("rowspan", groupRows == 1 ? null : SiteWords.Count(groupRows)),
        HeadCell(Tag("span.id", line.Indicator.Id), " ", page.In(line.Indicator.Title)),
        Number(Points.Plain(line.Indicator.Marks)),
        Number(line.Score is { } score ? Tag(score < line.Indicator.Marks ? "span.loss" : "span", Points.Plain(score).Replace('-', '−')) : Tag("span.unknown", page.In(SiteWords.Undetermined))),
        Cell(Bars.Marks(line)),
        Cell(
            Joined(" ", line.Deductions.Select(deduction => page.Link(DeductionSection.AddressOf(period, deduction), deduction.Id))),
            line.Undetermined is { } why ? Tag("span.under", page.In(why.Title())) : null),
        Cell(Clauses(page, line.Indicator.Clauses)));
}
