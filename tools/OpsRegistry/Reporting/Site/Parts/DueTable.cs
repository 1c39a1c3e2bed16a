using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>What is due and overdue, with the points and yuan at stake.</summary>
internal static class DueTable
{
    public static Html Of(PageContext page, IEnumerable<DueItem> items, bool withContract)
    {
        var rows = items.Select(item => Line(page, item, withContract)).ToList();
        string[] heads =
        [
            page.In("到期", "due"), page.In("状态", "state"), .. withContract ? [page.In("合同", "contract")] : Array.Empty<string>(),
            page.In("事项", "what"), page.In("名称", "which"), "#" + page.In("分", "points"), "#" + page.In("元", "yuan"), page.In("条款", "clause"),
        ];
        return rows.Count == 0
            ? Tag("p.empty", page.In("没有逾期或将到期的事项。", "Nothing is overdue or coming due."))
            : Table(page.In("逾期与将到期", "Overdue and coming due"), heads, rows);
    }

    private static Html Line(PageContext page, DueItem item, bool withContract)
    {
        var contract = page.Site.Contracts.First(one => one.Name == item.Contract);
        return Tag(
            "tr",
            HeadCell(Tag("span.time", item.WholeDay ? SiteWords.Day(item.LastDay) : SiteWords.Minute(item.Due)), item.WholeDay ? Tag("span.under", page.In(Moment.Weekday(item.LastDay))) : null),
            Cell(item.Overdue ? Badge("bad", page.In("✕ 逾期", "✕ overdue")) : Badge("wait", page.In("将到期", "due"))),
            withContract ? Cell(page.Link(SiteAddress.Contract(item.Contract), item.Contract)) : null,
            Cell(page.In(item.Title), item.Service is { } service ? Tag("span.under", page.Link(SiteAddress.Service(item.Contract, service), service)) : null),
            Cell(contract.IncidentsByName.ContainsKey(item.Name) ? page.Link(SiteAddress.Incident(item.Contract, item.Name), item.Name) : item.Name),
            Number(item.Stake is { } stake ? Points(stake.Points) : null, item.PointsPerDay is { } daily ? Tag("span.under", page.In($"每天 {Assessing.Points.Plain(daily)}", $"{Assessing.Points.Plain(daily)} a day")) : null),
            Number(item.Stake is { } cost ? Money(page, cost.Yuan) : null, item is { Overdue: true, Stake: not null } ? Tag("span.under", page.In("已计入得分", "counted already")) : null),
            Cell(Clauses(page, item.Clauses)))
            .With("data-words", $"{(item.Overdue ? "overdue" : "coming")} {item.Contract}");
    }

    private static string Points(decimal? points) => points is { } known ? Assessing.Points.Plain(known) : "—";
}
