using OpsRegistry.Measuring;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>How a period's limits were kept, and each that was missed.</summary>
internal static class LevelSection
{
    private const int MostTargets = 60;
    private const int MostMissed = 25;
    private const int PerPage = 120;

    public static Html? Of(PageContext page, SiteContract contract, PeriodResult period)
    {
        var statement = period.Levels;
        var counted = statement.Targets.Where(row => row.Service is null || row.Summary is not { Met: 0, Missed: 0, Pending: 0, NotMeasurable: 0 }).ToList();
        if (counted.Count > MostTargets)
        {
            counted = counted.Where(row => row.Service is null || row.Summary.Missed + row.Summary.Pending > 0).Take(MostTargets).ToList();
        }

        var missed = statement.In(TargetState.Missed).ToList();
        return statement.Targets.Count + statement.Availability.Count == 0
            ? null
            : Section(
                "levels",
                page.In("服务级别", "Service levels"),
                Table(page.In("服务级别", "Service levels"), Heads(page), [.. counted.Select(row => Line(page, contract, statement, row)), .. statement.Availability.Select(line => Available(page, line))]),
                counted.Count < statement.Targets.Count ? Note(page.In($"另有 {statement.Targets.Count - counted.Count} 条服务自有的时限没有列出：没有可计量的记录，或都已达标；见各服务项的页面。", $"{statement.Targets.Count - counted.Count} further limits of services are left out: nothing to measure, or all met; see the services' pages.")) : null,
                missed.Count == 0 ? null : All(
                    Tag("h3", page.In("未达标的时限", "Limits missed")),
                    Missed(page, contract, missed.Take(MostMissed)),
                    missed.Count > MostMissed ? Note(page.Link(SiteAddress.Limits(contract.Name, period.Period.Id), page.In($"全部 {missed.Count} 条", $"all {missed.Count}"))) : null));
    }

    /// <summary>The pages that list every missed limit of a period with more of them than its own page takes.</summary>
    public static IEnumerable<SitePage> Further(Func<string, PageContext> pageAt, SiteContract contract, PeriodResult period)
    {
        var missed = period.Levels.In(TargetState.Missed).ToList();
        var first = SiteAddress.Limits(contract.Name, period.Period.Id);
        var parts = missed.Count > MostMissed ? missed.Chunk(PerPage).ToList() : [];
        return parts.Select((part, index) =>
        {
            var page = pageAt(SiteAddress.Part(first, index + 1));
            return Frame.Of(
                page,
                $"{PeriodWords.Title(page, period)} · {page.In("未达标的时限", "Limits missed")}",
                [
                    (SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(contract.Result.Folder.Terms.Title)),
                    (SiteAddress.Period(contract.Name, period.Period.Id), PeriodWords.Title(page, period)),
                ],
                All(Section("limits", page.In("未达标的时限", "Limits missed"), Missed(page, contract, part)), IncidentListPage.Parts(page, first, (index + 1, parts.Count))));
        });
    }

    /// <summary>The rows of outcomes of limits, each with what of it was used.</summary>
    private static Html Missed(PageContext page, SiteContract contract, IEnumerable<TargetResult> results) => Table(
        page.In("时限结果", "Outcomes of limits"),
        [page.In("记录", "record"), page.In("时限", "limit"), page.In("起算", "start"), page.In("到期", "due"), page.In("完成", "end"), page.In("用时", "took"), page.In("条款", "clause")],
        results.Select(result => Row(
            HeadCell(Record(page, contract, result.Resource)),
            Cell(page.In(result.Target.Title), " ", page.In(LevelWords.Limit(result.Target)), Tag("span.under", IncidentClock.Limit(page, result))),
            Cell(Tag("span.time", result.Start is { } start ? SiteWords.Minute(start) : "—")),
            Cell(Tag("span.time", result.Due is { } due ? SiteWords.Minute(due, end: true) : "—")),
            Cell(result.End is { } end ? Tag("span.time", SiteWords.Minute(end)) : Badge("wait", page.In("尚未完成", "still open"))),
            Cell(result.Elapsed is { } elapsed ? page.In(elapsed.Counted.Describe()) : "—"),
            Cell(Clauses(page, result.Target.Clauses)))));

    private static Html Record(PageContext page, SiteContract contract, Model.Resource resource) =>
        contract.IncidentsByName.TryGetValue(resource.Name, out var incident) && incident.Resource.Path == resource.Path
            ? page.Link(SiteAddress.Incident(contract.Name, resource.Name), resource.Name)
            : page.Source(resource.Path, resource.Place.Line, resource.Name);

    private static string[] Heads(PageContext page) =>
    [
        page.In("指标", "target"), page.In("时限", "limit"), "#" + page.In("达标", "met"), "#" + page.In("未达标", "missed"), "#" + page.In("未到期", "pending"),
        "#" + page.In("无法计量", "not measurable"), "#" + page.In("达标率", "attainment"), "", page.In("条款", "clause"),
    ];

    private static Html Line(PageContext page, SiteContract contract, ServiceLevelStatement statement, (TargetSummary Summary, string? Service) row)
    {
        var summary = row.Summary;
        return Row(
            HeadCell(page.In(summary.Target.Title), row.Service is { } service ? Tag("span.under", page.Link(SiteAddress.Service(contract.Name, service), service)) : null),
            Cell(page.In(LevelWords.Limit(summary.Target)), Tag("span.under", page.In(LevelWords.Clock(summary.Target, statement.Measurement.Clocks)))),
            Counted(summary.Met),
            Counted(summary.Missed, "bad"),
            Counted(summary.Pending),
            Counted(summary.NotMeasurable),
            Number(summary.Attainment is { } share ? All(LevelWords.Share(share, 2), statement.IsProvisional(summary.Target) ? Tag("span.under", page.In("暂用未公布的日历", "provisional calendar")) : null) : Tag("span.unknown", page.In(LevelWords.Nothing))),
            Cell(Bars.Kept(page, summary)),
            Cell(Clauses(page, summary.Target.Clauses)));
    }

    private static Html Available(PageContext page, AvailabilityLine line)
    {
        var outage = line.Result is { } result ? page.In($"中断 {LevelWords.Length(result.Outage).Zh}，允许 {LevelWords.Length(result.Allowed).Zh}", $"outage {LevelWords.Length(result.Outage).En}, allowed {LevelWords.Length(result.Allowed).En}") : null;
        return Row(
            HeadCell(page.In(line.Terms.Title)),
            Cell("≥ ", LevelWords.Share(line.Terms.Target, 5)),
            Tag("td", Badge(SiteWords.Tone(line.State), page.In(line.State.Title()))).With("colspan", "4"),
            Number(line.Result?.Share is { } share ? LevelWords.Share(share, 5) : Tag("span.unknown", page.In(LevelWords.Nothing))),
            Cell(outage),
            Cell(Clauses(page, line.Terms.Clauses)));
    }
}
