using OpsRegistry.Measuring;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>The duties of a period, the missing ones by name.</summary>
internal static class DutySection
{
    /// <summary>Beyond so many rows only duties with something missing or pending are listed; the others stand on the services' pages.</summary>
    private const int MostRows = 120;

    public static Html? Of(PageContext page, SiteContract contract, PeriodResult period)
    {
        var occurrences = period.Assessment.Measurement.OccurrencesIn(period.Period).ToList();
        return occurrences.Count == 0
            ? null
            : Section(
                "duties",
                page.In("义务履行", "Duties"),
                // The contract's page has the calendar of the whole term.
                period.Period is { Number: 1, IsLast: true } ? null : DutyCalendar.Of(page, period.Period.Days, contract.Duties),
                Listed(page, contract, occurrences));
    }

    /// <summary>Duties in rows, one for each duty.</summary>
    public static Html Listed(PageContext page, SiteContract contract, IReadOnlyList<Occurrence> occurrences)
    {
        var groups = occurrences.GroupBy(occurrence => (occurrence.Service, occurrence.Obligation.Id)).ToList();
        var shown = groups.Count <= MostRows ? groups : groups.Where(group => group.Any(one => one.State != OccurrenceState.Fulfilled)).Take(MostRows).ToList();
        return All(
            Table(
                page.In("义务履行", "Duties"),
                [
                    page.In("义务", "duty"), "#" + page.In("应履行", "due"), "#" + page.In("已履行", "fulfilled"), "#" + page.In("缺少", "missing"), "#" + page.In("未到期", "pending"),
                    "", page.In("缺少的", "which are missing"), page.In("条款", "clause"),
                ],
                shown.Select(group => Line(page, contract, group.ToList()))),
            shown.Count < groups.Count ? Note(page.In($"全部履行的 {groups.Count - shown.Count} 项没有列出，见各服务项的页面。", $"{groups.Count - shown.Count} duties that were all fulfilled are left out; see the services' pages.")) : null);
    }

    private static Html Line(PageContext page, SiteContract contract, IReadOnlyList<Occurrence> group)
    {
        var missing = group.Where(one => one.State == OccurrenceState.Missing).ToList();
        return Row(
            HeadCell(page.In(group[0].Obligation.Title), group[0].Service is { } service ? Tag("span.under", page.Link(SiteAddress.Service(contract.Name, service), service)) : null),
            Number(SiteWords.Count(group.Count)),
            Counted(group.Count(one => one.State == OccurrenceState.Fulfilled)),
            Counted(missing.Count, "bad"),
            Counted(group.Count(one => one.State == OccurrenceState.Pending)),
            Cell(Bars.Done(page, group)),
            Cell(string.Join("、", missing.Take(24).Select(one => one.Name)) + (missing.Count > 24 ? " …" : "")),
            Cell(Clauses(page, group[0].Obligation.Clauses)));
    }
}
