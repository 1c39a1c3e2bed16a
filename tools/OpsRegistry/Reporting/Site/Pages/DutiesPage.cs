using OpsRegistry.Measuring;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>Every duty of a contract over its term, and each one that is missing with its days.</summary>
internal static class DutiesPage
{
    private const int MostMissing = 300;

    public static SitePage Of(PageContext page, SiteContract contract)
    {
        var terms = contract.Result.Folder.Terms;
        var missing = contract.Duties.SelectMany(day => day.Due).Where(one => one.State == OccurrenceState.Missing).ToList();
        return Frame.Of(
            page,
            page.In("周期性义务", "Recurring duties"),
            [(SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(terms.Title))],
            All(
                DutyCalendar.Of(page, new(terms.Term.Start, terms.Term.End), contract.Duties),
                Section("missing", page.In($"缺少的（{missing.Count}）", $"Missing ({missing.Count})"), missing.Count == 0 ? Tag("p.empty", page.In("没有缺少的义务。", "No duty is missing.")) : Missing(page, contract, missing)),
                Section("all", page.In("全服务期合计", "Over the whole term"), DutySection.Listed(page, contract, contract.Duties.SelectMany(day => day.Due).ToList()))),
            Tag("p.over", Tag("code", contract.Name)));
    }

    private static Html Missing(PageContext page, SiteContract contract, IReadOnlyList<Occurrence> missing) => All(
        Table(
            page.In("缺少的义务", "Missing duties"),
            [page.In("应完成于", "due by"), page.In("义务", "duty"), page.In("名称", "which"), page.In("未附证据的记录", "records without the evidence asked for"), page.In("条款", "clause")],
            missing.Take(MostMissing).Select(one => Row(
                HeadCell(Tag("span.time", SiteWords.Day(one.Days.End.PlusDays(-1)))),
                Cell(page.In(one.Obligation.Title), one.Service is { } service ? Tag("span.under", page.Link(SiteAddress.Service(contract.Name, service), service)) : null),
                Cell(one.Name),
                Cell(Joined(Tag("br"), one.WithoutEvidence.Take(3).Select(fact => page.Source(fact.Resource.Path, fact.Resource.Place.Line, fact.Resource.Name)))),
                Cell(Clauses(page, one.Obligation.Clauses))))),
        missing.Count > MostMissing ? Note(page.In($"只列出前 {MostMissing} 项。", $"The first {MostMissing} are listed.")) : null);
}
