using OpsRegistry.Settling;
using OpsRegistry.Time;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>A contract: how it stands, its periods, money, duties, incidents, people and readings.</summary>
internal static class ContractPage
{
    public static SitePage Of(PageContext page, SiteContract contract)
    {
        var folder = contract.Result.Folder;
        return Frame.Of(
            page,
            page.In(folder.Terms.Title),
            [(SiteAddress.Overview, page.In("总览", "Overview"))],
            All(
                Facts(page, contract),
                Standing(page, contract),
                Contents(page, contract),
                Section("periods", page.In("考核期", "Assessment periods"), ScoreTrend.Of(page, contract), PeriodTable(page, contract)),
                MoneySection.Of(page, contract),
                Section("due", page.In("逾期与将到期", "Overdue and coming due"), DueTable.Of(page, contract.Due.Items, withContract: false)),
                Duties(page, contract),
                Section(
                    "incidents",
                    page.In("事件", "Incidents"),
                    IncidentTimeline.Of(page, new(folder.Terms.Term.Start, folder.Terms.Term.End), contract.Incidents),
                    IncidentTable.Of(page, contract.Incidents.Take(12), withContract: false),
                    contract.Incidents.Count > 12 ? Note(page.Link(SiteAddress.Incidents + "?words=" + SiteAddress.Safe(contract.Name), page.In($"全部 {contract.Incidents.Count} 件", $"all {contract.Incidents.Count}"))) : null),
                StaffSection.Of(page, contract),
                Readings(page, contract),
                Promises(page, contract)),
            Tag("p.over", Tag("code", contract.Name), folder.Terms.Number is { } number ? All(" · ", number) : null));
    }

    private static Html Facts(PageContext page, SiteContract contract)
    {
        var terms = contract.Result.Folder.Terms;
        var origin = page.Site.Origin;
        return Tag(
            "dl.facts",
            Pair(page.In("采购人", "purchaser"), page.Own(page.In(origin.TitleOf(terms.Purchaser)))),
            Pair(page.In("供应商", "vendor"), page.Own(page.In(origin.TitleOf(terms.Vendor)))),
            Pair(page.In("服务期", "term"), SiteWords.Days(new(terms.Term.Start, terms.Term.End)), TermBar.Of(page, terms.Term)),
            Pair(page.In("合同总额", "total"), terms.Amount is { } amount ? All(Money(page, amount.Value), page.In(" 元", " yuan")) : Tag("span.unknown", page.In("来源未载明", "not stated in the source"))),
            Pair(page.In("依据文件", "sources"), Joined(Tag("br"), terms.Sources.Select(source => All(Tag("code", source.Id), " ", page.Own(source.Title))))),
            Pair(page.In("数据文件", "file"), page.Source(contract.Result.Folder.Contract.Path, 1)));
    }

    private static Html Standing(PageContext page, SiteContract contract)
    {
        var account = contract.Result.Settlement;
        var overdue = contract.Due.Items.Count(item => item.Overdue);
        var latest = contract.Latest;
        return Figures(
            latest is null || !contract.IsScored
                ? Figure(page.In("得分", "score"), Tag("span.unknown", page.In(SiteWords.NotScored)), page.In("合同没有评分条款", "the contract has no score"))
                : Figure($"{latest.Period.Id} {page.In("得分", "score")}", Score(page, latest.Assessment), All(page.In(latest.Assessment.State.Title()), PeriodWords.Band(page, latest.Assessment))),
            contract.IsScored ? Figure(page.In("累计扣款（元）", "deducted so far (yuan)"), Money(page, account.AfterCap), account.Cap is null ? null : All(page.In("上限 ", "cap "), Money(page, account.Cap))) : null,
            Figure(page.In("应付未付（元）", "payable, not paid (yuan)"), Money(page, account.Open), account.Excess is > 0m ? All(page.In("供应商应补 ", "the vendor owes "), Money(page, account.Excess)) : null),
            Figure(page.In("逾期未办", "overdue"), SiteWords.Count(overdue), null, overdue > 0 ? "bad" : ""),
            Figure(page.In("缺少的义务", "missing duties"), SiteWords.Count(contract.Duties.Sum(day => day.Missing)), page.In($"已履行 {contract.Duties.Sum(day => day.Fulfilled)}", $"{contract.Duties.Sum(day => day.Fulfilled)} fulfilled")),
            Figure(page.In("事件", "incidents"), SiteWords.Count(contract.Incidents.Count), page.In($"未恢复 {contract.Incidents.Count(incident => incident.IsOpen)}", $"{contract.Incidents.Count(incident => incident.IsOpen)} open")));
    }

    private static Html Contents(PageContext page, SiteContract contract) => Tag(
        "nav.contents",
        Tag("a", page.In("考核期", "Periods")).With("href", "#periods"),
        Tag("a", page.In("资金", "Money")).With("href", "#money"),
        Tag("a", page.In("到期", "Due")).With("href", "#due"),
        Tag("a", page.In("义务", "Duties")).With("href", "#duties"),
        Tag("a", page.In("事件", "Incidents")).With("href", "#incidents"),
        Tag("a", page.In("人员", "Staff")).With("href", "#staff"),
        Tag("a", page.In("解释", "Readings")).With("href", "#readings"),
        page.Link(SiteAddress.Services(contract.Name), page.In("服务与系统 →", "Services and systems →")),
        contract.Notes is null ? null : page.Link(SiteAddress.Notes(contract.Name), page.In("数据说明 →", "Notes →"))).With("aria-label", page.In("本页内容", "On this page"));

    private static Html PeriodTable(PageContext page, SiteContract contract) => Table(
        page.In("考核期", "Assessment periods"),
        [
            page.In("考核期", "period"), page.In("日期", "days"), page.In("状态", "state"), "#" + page.In("得分", "score"), "#" + page.In("扣款（元）", "deducted (yuan)"),
            "#" + page.In("扣分条数", "deductions"), "#" + page.In("缺少义务", "missing"), "#" + page.In("未达标", "missed"), "#" + page.In("事件", "incidents"), "",
        ],
        contract.Result.Periods.Select(period => Line(page, contract, period)));

    private static Html Line(PageContext page, SiteContract contract, PeriodResult period)
    {
        var measurement = period.Assessment.Measurement;
        return Row(
            HeadCell(page.Link(SiteAddress.Period(contract.Name, period.Period.Id), period.Period.Id)),
            Cell(Tag("span.time", SiteWords.Days(period.Period.Days))),
            Cell(PeriodWords.State(page, period.Assessment)),
            Number(Score(page, period.Assessment), PeriodWords.Band(page, period.Assessment)),
            Number(contract.IsScored ? Money(page, period.Settlement.Total) : Tag("span.none", "—")),
            contract.IsScored ? Counted(period.Assessment.Deductions.Count()) : Number(Tag("span.none", "—")),
            Counted(measurement.OccurrencesIn(period.Period).Count(one => one.State == Measuring.OccurrenceState.Missing), "bad"),
            Counted(measurement.TargetsIn(period.Period).Count(one => one.State == Measuring.TargetState.Missed), "bad"),
            Counted(contract.Incidents.Count(incident => incident.Period?.Period.Id == period.Period.Id)),
            Cell(period.NeedsDecision.Any() ? Badge("warn", page.In("⚠ 须先决定", "⚠ needs decision")) : null));
    }

    private static Html Duties(PageContext page, SiteContract contract)
    {
        var terms = contract.Result.Folder.Terms.Term;
        return Section(
            "duties",
            page.In("周期性义务", "Recurring duties"),
            DutyCalendar.Of(page, new DateSpan(terms.Start, terms.End), contract.Duties) ?? Tag("p.empty", page.In("没有可逐日列出的义务。", "No duty falls due on a day.")),
            Note(page.Link(SiteAddress.Duties(contract.Name), page.In("逐项列出", "duty by duty"))));
    }

    private static Html? Readings(PageContext page, SiteContract contract)
    {
        var folder = contract.Result.Folder;
        var items = folder.Interpretations?.Items ?? [];
        var chosen = Interpreting.Readings.InForce(folder);
        return items.Count == 0
            ? null
            : Section(
                "readings",
                page.In("可作不同理解的条款", "Clauses that can be read in more than one way"),
                Tag("div.readings", items.Select(item => Tag(
                    "details",
                    Tag("summary", Tag("code", item.Key), " ", page.In(item.Question), " ", Interpreting.Readings.DecisionOn(folder, item.Key) is not null ? Badge("good", page.In("✓ 已决定", "✓ decided")) : Badge("plain", page.In("取默认", "default"))),
                    Tag("ul.options", item.Options.Select(option => Tag(
                        "li",
                        option.Id == chosen[item.Key] ? Tag("strong", "● ", page.In(option.Title)) : All("○ ", page.In(option.Title)),
                        option.NotComputed is { } why ? Tag("span.under", page.In(why)) : null))),
                    item.Reason is { } reason ? Note(page.In(reason)) : null,
                    Note(Clauses(page, item.Clauses))).With("id", SiteAddress.Safe(item.Key)))));
    }

    private static Html? Promises(PageContext page, SiteContract contract)
    {
        var terms = contract.Result.Folder.Terms;
        return terms.Commitments.Count + terms.ExitTriggers.Count == 0
            ? null
            : Section(
                "promises",
                page.In("投标承诺与退出条件", "Bid commitments and exit triggers"),
                Table(
                    page.In("投标承诺与退出条件", "Bid commitments and exit triggers"),
                    [page.In("类别", "kind"), page.In("内容", "what"), page.In("条款", "clause")],
                    [
                        .. terms.Commitments.Select(one => Row(Cell(page.In("承诺", "commitment")), Cell(page.In(one.Title), one.Assumed ? Tag("span.under", page.In("演示", "illustrative")) : null), Cell(Clauses(page, one.Clauses)))),
                        .. terms.ExitTriggers.Select(one => Row(Cell(page.In("退出条件", "exit trigger")), Cell(page.In(one.Title)), Cell(Clauses(page, one.Clauses)))),
                    ]));
    }
}
