using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>A period: the form, each deduction with its proof, money, other readings, limits, duties and incidents.</summary>
internal static class PeriodPage
{
    private const int MostIncidents = 30;

    public static SitePage Of(PageContext page, SiteContract contract, PeriodResult period)
    {
        var incidents = contract.Incidents.Where(incident => incident.Period?.Period.Id == period.Period.Id).ToList();
        return Frame.Of(
            page,
            PeriodWords.Title(page, period),
            [(SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(contract.Result.Folder.Terms.Title))],
            All(
                Standing(page, contract, period),
                Decisions(page, contract, period),
                FormSection.Of(page, period, period.Assessment),
                DeductionSection.Of(page, contract, period),
                SettlementSection.Of(page, contract, period),
                ReadingSection.Of(page, contract, period),
                LevelSection.Of(page, contract, period),
                DutySection.Of(page, contract, period),
                Section(
                    "incidents",
                    page.In("事件", "Incidents"),
                    IncidentTimeline.Of(page, period.Period.Days, incidents),
                    IncidentTable.Of(page, incidents.Take(MostIncidents), withContract: false),
                    incidents.Count > MostIncidents ? Note(page.Link(SiteAddress.Incidents, page.In($"全部 {incidents.Count} 件", $"all {incidents.Count}"))) : null),
                TriggerSection.Of(page, contract, period),
                Neighbours(page, contract, period)),
            Tag("p.over", Tag("code", contract.Name), " · ", Tag("span.time", SiteWords.Days(period.Period.Days)), " ", PeriodWords.State(page, period.Assessment)));
    }

    private static Html Standing(PageContext page, SiteContract contract, PeriodResult period)
    {
        var assessment = period.Assessment;
        return Figures(
            contract.IsScored
                ? Figure(
                    page.In("得分", "score"),
                    assessment.Scorecard is { } scorecard && assessment.Total is not null ? All(Score(page, assessment), Tag("span.of", $" / {Points.Plain(scorecard.Marks)}")) : Score(page, assessment),
                    PeriodWords.Band(page, assessment))
                : Figure(page.In("得分", "score"), Tag("span.unknown", page.In(SiteWords.NotScored)), page.In("合同没有评分条款", "the contract has no score")),
            contract.IsScored
                ? Figure(page.In("本期扣款（元）", "deducted (yuan)"), Money(page, period.Settlement.Total), period.Settlement.Total is > 0m and var total && page.Language == Language.Zh ? ChineseAmount.InCapitals(total) : null)
                : null,
            period.Headroom is { } headroom
                ? Figure(
                    page.In("余地", "headroom"),
                    All(Points.Plain(headroom.Points), page.In(" 分", " points")),
                    All(page.In($"再多扣即入“{headroom.Next.Title.Zh}”，多扣 ", $"beyond it '{headroom.Next.Title.En}', yuan more: "), Money(page, headroom.Cost)))
                : null,
            Figure(page.In("缺少的义务", "missing duties"), SiteWords.Count(assessment.Measurement.OccurrencesIn(period.Period).Count(one => one.State == Measuring.OccurrenceState.Missing))),
            Figure(page.In("未达标的时限", "limits missed"), SiteWords.Count(assessment.Measurement.TargetsIn(period.Period).Count(one => one.State == Measuring.TargetState.Missed))));
    }

    private static Html? Decisions(PageContext page, SiteContract contract, PeriodResult period)
    {
        var open = period.NeedsDecision.Select(row => row.Interpretation).DistinctBy(item => item.Key).ToList();
        return open.Count == 0
            ? null
            : Tag(
                "div.alert",
                Tag("p", Tag("strong", page.In("⚠ 本期结算前须先决定：", "⚠ To be decided before this period is settled: "))),
                Tag("ul", open.Select(item => Tag("li", page.Link(SiteAddress.Contract(contract.Name) + "#" + SiteAddress.Safe(item.Key), Tag("code", item.Key)), " ", page.In(item.Question)))));
    }

    private static Html Neighbours(PageContext page, SiteContract contract, PeriodResult period)
    {
        var before = contract.Result.Periods.LastOrDefault(other => other.Period.Number < period.Period.Number);
        var after = contract.Result.Periods.FirstOrDefault(other => other.Period.Number > period.Period.Number);
        return Tag(
            "nav.neighbours",
            before is null ? Tag("span") : page.Link(SiteAddress.Period(contract.Name, before.Period.Id), "← ", PeriodWords.Title(page, before)).With("rel", "prev"),
            after is null ? Tag("span") : page.Link(SiteAddress.Period(contract.Name, after.Period.Id), PeriodWords.Title(page, after), " →").With("rel", "next"))
            .With("aria-label", page.In("相邻考核期", "Other periods"));
    }
}
