using OpsRegistry.Measuring;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>Every duty of a contract over its term, and each one that is missing with its days.</summary>
internal static class DutiesPage
{
    private const int PerPage = 150;

    public static IEnumerable<SitePage> All(Func<string, PageContext> pageAt, SiteContract contract)
    {
        var missing = contract.Duties.SelectMany(day => day.Due).Where(one => one.State == OccurrenceState.Missing).ToList();
        var parts = missing.Chunk(PerPage).DefaultIfEmpty([]).ToList();
        var list = SiteAddress.Duties(contract.Name);
        return parts.Select((part, index) => Of(pageAt(SiteAddress.Part(list, index + 1)), contract, part, (index + 1, parts.Count), missing.Count));
    }

    private static SitePage Of(PageContext page, SiteContract contract, IReadOnlyList<Occurrence> missing, (int Number, int Count) part, int all)
    {
        var terms = contract.Result.Folder.Terms;
        var first = part.Number == 1;
        return Frame.Of(
            page,
            page.In("周期性义务", "Recurring duties") + (first ? "" : $" {part.Number}/{part.Count}"),
            [(SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(terms.Title))],
            Tags.All(
                first ? Section("calendar", page.In("义务日历", "Calendar of duties"), DutyCalendar.Of(page, new(terms.Term.Start, terms.Term.End), contract.Duties)) : null,
                first ? Section("all", page.In("全服务期合计", "Over the whole term"), DutySection.Listed(page, contract, contract.Duties.SelectMany(day => day.Due).ToList())) : null,
                Section(
                    "missing",
                    page.In($"缺少的（{all}）", $"Missing ({all})"),
                    missing.Count == 0 ? Tag("p.empty", page.In("没有缺少的义务。", "No duty is missing.")) : Missing(page, contract, missing),
                    IncidentListPage.Parts(page, SiteAddress.Duties(contract.Name), part))),
            Tag("p.over", Tag("code", contract.Name)));
    }

    private static Html Missing(PageContext page, SiteContract contract, IReadOnlyList<Occurrence> missing) => Table(
        page.In("缺少的义务", "Missing duties"),
        [page.In("应完成于", "due by"), page.In("义务", "duty"), page.In("名称", "which"), page.In("未附证据的记录", "records without the evidence asked for"), page.In("条款", "clause")],
        missing.Select(one => Row(
            HeadCell(Tag("span.time", SiteWords.Day(one.Days.End.PlusDays(-1)))),
            Cell(page.In(one.Obligation.Title), one.Service is { } service ? Tag("span.under", page.Link(SiteAddress.Service(contract.Name, service), service)) : null),
            Cell(one.Name),
            Cell(Joined(Tag("br"), one.WithoutEvidence.Take(3).Select(fact => page.Source(fact.Resource.Path, fact.Resource.Place.Line, fact.Resource.Name)))),
            Cell(Clauses(page, one.Obligation.Clauses)))));
}
