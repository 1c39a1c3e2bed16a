using OpsRegistry.Assessing;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>What is due and overdue in all contracts, and what all of it together would cost.</summary>
internal static class DuePage
{
    private const int Rows = 150;

    public static IEnumerable<SitePage> All(Func<string, PageContext> pageAt, SiteContents site)
    {
        var parts = site.Due.Items.Chunk(Rows).DefaultIfEmpty([]).ToList();
        return parts.Select((part, index) => Of(pageAt(SiteAddress.Part(SiteAddress.Due, index + 1)), part, (index + 1, parts.Count)));
    }

    private static SitePage Of(PageContext page, IReadOnlyList<Settling.DueItem> items, (int Number, int Count) part) => Frame.Of(
        page,
        page.In("逾期与将到期", "Overdue and coming due") + (part.Number == 1 ? "" : $" {part.Number}/{part.Count}"),
        [(SiteAddress.Overview, page.In("总览", "Overview"))],
        Tags.All(
            Note(page.In($"截至 {SiteWords.Minute(page.Site.AsOf, end: true)}，列至 {SiteWords.Day(page.Site.Due.Until)}。", $"As of {SiteWords.Minute(page.Site.AsOf, end: true)}, up to {SiteWords.Day(page.Site.Due.Until)}.")),
            Tag(
                "div.filters",
                Tag("input").With("type", "search").With("data-filter", "due-table").With("aria-label", page.In("筛选事项", "Filter items")).With("placeholder", page.In("事项、名称、合同…", "what, which, contract…")),
                Filter.Chip("", page.In("全部", "all")),
                Filter.Chip("overdue", page.In("逾期", "overdue")),
                Filter.Chip("coming", page.In("将到期", "coming due"))).With("hidden", "").With("data-filters", "due-table"),
            Tag("div", DueTable.Of(page, items, withContract: true)).With("id", "due-table"),
            IncidentListPage.Parts(page, SiteAddress.Due, part),
            AtStake(page)));

    private static Html? AtStake(PageContext page) => page.Site.Due.AtStake.Count == 0
        ? null
        : Section(
            "stake",
            page.In("若将到期的都没做到", "If none of what is due is done"),
            Table(
                page.In("若将到期的都没做到", "If none of what is due is done"),
                [page.In("合同", "contract"), page.In("考核期", "period"), "#" + page.In("再失（分）", "points lost"), "#" + page.In("得分", "score"), "#" + page.In("多扣（元）", "yuan more")],
                page.Site.Due.AtStake.Select(pair => Row(
                    HeadCell(pair.Assessment.Measurement.Folder.Name),
                    Cell(pair.Assessment.Period.Id),
                    Number(pair.Stake.Points is { } points ? Points.Plain(points) : "—"),
                    Number(Points.Show(pair.Stake.Total)),
                    Number(Money(page, pair.Stake.Yuan))))));
}
