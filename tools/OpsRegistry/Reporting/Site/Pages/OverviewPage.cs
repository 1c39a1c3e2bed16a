using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>The first page: every contract in a row, what is due, what happened last.</summary>
internal static class OverviewPage
{
    private const int ShownItems = 10;

    public static SitePage Of(PageContext page) => Frame.Of(
        page,
        page.In(page.Site.Title),
        [],
        All(
            Summary(page),
            Section("contracts", page.In("合同", "Contracts"), Filters(page), Contracts(page)),
            Section(
                "due",
                page.In("逾期与将到期", "Overdue and coming due"),
                DueTable.Of(page, page.Site.Due.Items.Take(ShownItems), withContract: true),
                Note(page.Link(SiteAddress.Due, page.In($"全部 {page.Site.Due.Items.Count} 项", $"all {page.Site.Due.Items.Count}")))),
            Section(
                "incidents",
                page.In("最近的事件", "Latest incidents"),
                IncidentTable.Of(page, page.Site.Incidents.Take(ShownItems), withContract: true),
                Note(page.Link(SiteAddress.Incidents, page.In($"全部 {page.Site.Incidents.Count} 件", $"all {page.Site.Incidents.Count}"))))));

    private static Html Summary(PageContext page)
    {
        var contracts = page.Site.Contracts;
        var overdue = page.Site.Due.Items.Count(item => item.Overdue);
        var undecided = contracts.Sum(contract => contract.Result.Periods.Count(period => period.NeedsDecision.Any()));
        return Figures(
            Figure(page.In("合同", "contracts"), SiteWords.Count(contracts.Count), page.In($"{contracts.Count(one => one.IsScored)} 份计分", $"{contracts.Count(one => one.IsScored)} scored")),
            Figure(page.In("逾期未办", "overdue"), SiteWords.Count(overdue), null, overdue > 0 ? "bad" : ""),
            Figure(page.In("将到期", "coming due"), SiteWords.Count(page.Site.Due.Items.Count - overdue), page.In($"至 {SiteWords.Day(page.Site.Due.Until)}", $"by {SiteWords.Day(page.Site.Due.Until)}")),
            Figure(page.In("未恢复的事件", "open incidents"), SiteWords.Count(page.Site.Incidents.Count(incident => incident.IsOpen)), page.In($"共 {page.Site.Incidents.Count} 件", $"of {page.Site.Incidents.Count}")),
            Figure(page.In("须先决定的考核期", "periods awaiting a decision"), SiteWords.Count(undecided), null, undecided > 0 ? "warn" : ""),
            Figure(
                page.In("累计扣款（元）", "deducted so far (yuan)"),
                Money(page, page.Site.Deducted),
                page.Site.Undetermined > 0 ? page.In($"另有 {page.Site.Undetermined} 份待定", $"{page.Site.Undetermined} more undetermined") : null));
    }

    private static Html Filters(PageContext page) => Tag(
        "div.filters",
        Tag("input").With("type", "search").With("data-filter", "contract-table").With("aria-label", page.In("筛选合同", "Filter contracts")).With("placeholder", page.In("名称、单位…", "name, party…")),
        Filter.Chip("", page.In("全部", "all")),
        Filter.Chip("scored", page.In("计分", "scored")),
        Filter.Chip("unscored", page.In("不计分", "not scored")),
        Filter.Chip("running", page.In("服务期内", "term running")),
        Filter.Chip("overdue", page.In("有逾期", "with overdue items")),
        Filter.Chip("undecided", page.In("须先决定", "awaiting a decision"))).With("hidden", "").With("data-filters", "contract-table");

    private static Html Contracts(PageContext page) => Tag(
        "div.scroll",
        Tag(
            "table.cards",
            Tag("caption.away", page.In("全部合同", "All contracts")),
            Tag("thead", Tag("tr", Heads(page))),
            Tag("tbody", page.Site.Contracts.Select(contract => Line(page, contract)))).With("id", "contract-table"))
        .With("tabindex", "0").With("role", "region").With("aria-label", page.In("全部合同", "All contracts"));

    private static IEnumerable<Html> Heads(PageContext page) =>
        from head in new[]
        {
            page.In("合同", "contract"), page.In("服务期", "term"), page.In("最近考核期", "latest period"), "#" + page.In("得分", "score"), page.In("走势", "trend"),
            "#" + page.In("累计扣款（元）", "deducted (yuan)"), "#" + page.In("未付（元）", "unpaid (yuan)"), "#" + page.In("逾期", "overdue"), "#" + page.In("将到期", "due"),
        }
        select head.StartsWith('#') ? Tag("th.number", head[1..]).With("scope", "col") : Tag("th", head).With("scope", "col");

    private static Html Line(PageContext page, SiteContract contract)
    {
        var (folder, latest) = (contract.Result.Folder, contract.Latest);
        var overdue = contract.Due.Items.Count(item => item.Overdue);
        var parties = All(page.Own(page.In(page.Site.Origin.TitleOf(folder.Terms.Purchaser))), " · ", page.Own(page.In(page.Site.Origin.TitleOf(folder.Terms.Vendor))));
        return Tag(
            "tr",
            HeadCell(page.Link(SiteAddress.Contract(contract.Name), page.Own(page.In(folder.Terms.Title))), Tag("span.under", Tag("code", contract.Name), " ", parties)),
            Labelled(page.In("服务期", "term"), Tag("span.time", SiteWords.Day(folder.Terms.Term.Start), " –"), " ", Tag("span.time", SiteWords.Day(folder.Terms.Term.End.PlusDays(-1))), TermBar.Of(page, folder.Terms.Term)),
            Labelled(
                page.In("最近考核期", "latest period"),
                latest is null
                    ? page.In("尚未开始", "not begun")
                    : All(page.Link(SiteAddress.Period(contract.Name, latest.Period.Id), latest.Period.Id), " ", PeriodWords.State(page, latest.Assessment), latest.NeedsDecision.Any() ? Badge("warn", page.In("⚠ 须先决定", "⚠ needs decision")) : null)),
            Labelled(page.In("得分", "score"), latest is null ? "—" : All(Score(page, latest.Assessment), PeriodWords.Band(page, latest.Assessment))).With("data-kind", "number"),
            Labelled(page.In("走势", "trend"), ScoreTrend.Spark(page, contract)),
            Labelled(page.In("累计扣款（元）", "deducted (yuan)"), contract.IsScored ? Money(page, contract.Result.Settlement.AfterCap) : Tag("span.unknown", page.In("无扣款条款", "no such clause"))).With("data-kind", "number"),
            Labelled(page.In("未付（元）", "unpaid (yuan)"), Money(page, contract.Result.Settlement.Open)).With("data-kind", "number"),
            Labelled(page.In("逾期", "overdue"), overdue == 0 ? Tag("span.none", "0") : Badge("bad", SiteWords.Count(overdue))).With("data-kind", "number"),
            Labelled(page.In("将到期", "due"), SiteWords.Count(contract.Due.Items.Count - overdue)).With("data-kind", "number"))
            .With("data-words", string.Join(' ', Words(page, contract, overdue)));
    }

    private static IEnumerable<string> Words(PageContext page, SiteContract contract, int overdue)
    {
        yield return contract.IsScored ? "scored" : "unscored";
        if (TermBar.IsRunning(page, contract.Result.Folder.Terms.Term))
        {
            yield return "running";
        }

        if (overdue > 0)
        {
            yield return "overdue";
        }

        if (contract.Result.Periods.Any(period => period.NeedsDecision.Any()))
        {
            yield return "undecided";
        }
    }

    private static Element Labelled(string label, params IEnumerable<Html?> words) => Tag("td", Tag("div", words)).With("data-label", label);
}
