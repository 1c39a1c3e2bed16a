using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>Every incident of every contract, the latest first, in parts where there are many.</summary>
internal static class IncidentListPage
{
    private const int Rows = 150;

    public static IEnumerable<SitePage> All(Func<string, PageContext> pageAt, SiteContents site)
    {
        var parts = site.Incidents.Chunk(Rows).DefaultIfEmpty([]).ToList();
        return parts.Select((part, index) => Of(pageAt(SiteAddress.Part(SiteAddress.Incidents, index + 1)), part, (index + 1, parts.Count)));
    }

    private static SitePage Of(PageContext page, IReadOnlyList<SiteIncident> incidents, (int Number, int Count) part) => Frame.Of(
        page,
        page.In("事件", "Incidents") + (part.Number == 1 ? "" : $" {part.Number}/{part.Count}"),
        [(SiteAddress.Overview, page.In("总览", "Overview"))],
        Tags.All(
            Filters(page),
            Tag("div", IncidentTable.Of(page, incidents, withContract: true)).With("id", "incident-table"),
            Parts(page, SiteAddress.Incidents, part)));

    /// <summary>The way to the other parts of a list.</summary>
    public static Html? Parts(PageContext page, string list, (int Number, int Count) part) => part.Count == 1
        ? null
        : Tag(
            "nav.contents",
            Enumerable.Range(1, part.Count).Select(number => page.Link(SiteAddress.Part(list, number), SiteWords.Count(number)).With("aria-current", number == part.Number ? "page" : null)))
            .With("aria-label", page.In("分页", "Parts of the list"));

    private static Html Filters(PageContext page) => Tag(
        "div.filters",
        Tag("input").With("type", "search").With("data-filter", "incident-table").With("aria-label", page.In("筛选事件", "Filter incidents")).With("placeholder", page.In("摘要、编号、合同…", "summary, number, contract…")),
        Filter.Chip("", page.In("全部", "all")),
        Filter.Chip("fault", page.In("故障", "faults")),
        Filter.Chip("security", page.In("安全事件", "security")),
        Filter.Chip("missed", page.In("有时限未达标", "limit missed")),
        Filter.Chip("deducted", page.In("有扣分", "cost points")),
        Filter.Chip("open", page.In("未恢复", "open"))).With("hidden", "").With("data-filters", "incident-table");
}
