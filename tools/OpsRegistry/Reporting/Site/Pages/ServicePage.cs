using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.ServiceLevels;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>One service of a contract that bundles many: its term, limits, duties and records.</summary>
internal static class ServicePage
{
    private const int MostRecords = 200;

    public static SitePage Of(PageContext page, SiteContract contract, Resource<Service> service)
    {
        var spec = service.Spec;
        var folder = contract.Result.Folder;
        var occurrences = contract.Duties.SelectMany(day => day.Due).Where(occurrence => occurrence.Service == service.Name).ToList();
        var incidents = contract.Incidents.Where(incident => incident.Incident.Services.Any(one => one.Value == service.Name)).ToList();
        var facts = contract.Result.Measurement.FactsOf(service.Name).Where(fact => fact.Record is not Incident).ToList();
        return Frame.Of(
            page,
            spec.Title,
            [
                (SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(folder.Terms.Title)),
                (SiteAddress.Services(contract.Name), page.In("服务与系统", "Services and systems")),
            ],
            All(
                Facts(page, contract, service),
                Section("limits", page.In("时限", "Limits"), spec.Targets.Count == 0 ? Tag("p.empty", page.In("没有自有时限，按合同的共同时限。", "No limit of its own; the contract's common ones hold.")) : Limits(page, contract, spec)),
                Section("duties", page.In("义务", "Duties"), occurrences.Count == 0 ? Tag("p.empty", page.In("没有计次的义务。", "No counted duty.")) : DutySection.Listed(page, contract, occurrences)),
                Section("incidents", page.In("事件", "Incidents"), IncidentTable.Of(page, incidents, withContract: false)),
                facts.Count == 0 ? null : Section("records", page.In($"其他记录（{facts.Count}）", $"Other records ({facts.Count})"), Records(page, facts))),
            Tag("p.over", Tag("code", service.Name)));
    }

    private static Html Facts(PageContext page, SiteContract contract, Resource<Service> service)
    {
        var spec = service.Spec;
        var window = contract.Result.Folder.ServiceLevels?.Windows.FirstOrDefault(one => one.Id == spec.Window);
        return Tag(
            "dl.facts",
            Pair(page.In("服务期", "term"), SiteWords.Days(spec.ActiveDays(contract.Result.Folder.Terms.Term)), spec.Term is null && spec.Licences.Count == 0 ? Tag("span.under", page.In("来源未印，取合同服务期", "not printed; the contract's term")) : null),
            spec.Aliases.Count == 0 ? null : Pair(page.In("别名", "also called"), Joined(Tag("br"), spec.Aliases.Select(page.Own))),
            spec.Licences.Count == 0 ? null : Pair(page.In("许可", "licences"), Joined(Tag("br"), spec.Licences.Select(licence => All(page.Own(licence.What ?? ""), " ", Tag("span.time", $"{SiteWords.Day(licence.Start)} – {SiteWords.Day(licence.End)}"))))),
            window is null ? null : Pair(page.In("服务时段", "window"), page.In(window.Title)),
            Pair(page.In("条款", "clause"), Clauses(page, spec.Clauses)),
            Pair(page.In("数据文件", "file"), page.Source(service.Path, service.Place.Line)));
    }

    private static Html Limits(PageContext page, SiteContract contract, Service spec) => Table(
        page.In("时限", "Limits"),
        [page.In("指标", "target"), page.In("时限", "limit"), page.In("时钟", "clock"), "#" + page.In("达标", "met"), "#" + page.In("未达标", "missed"), page.In("条款", "clause")],
        spec.Targets.Select(target => Row(
            HeadCell(page.In(target.Title)),
            Cell(page.In(LevelWords.Limit(target))),
            Cell(page.In(LevelWords.Clock(target, contract.Result.Measurement.Clocks))),
            Counted(Outcomes(contract, target, TargetState.Met)),
            Counted(Outcomes(contract, target, TargetState.Missed), "bad"),
            Cell(Clauses(page, target.Clauses)))));

    private static int Outcomes(SiteContract contract, TargetTerms target, TargetState state) =>
        contract.Result.Measurement.Targets.Count(result => result.Target.Id == target.Id && result.State == state);

    private static Html Records(PageContext page, IReadOnlyList<Fact> facts) => All(
        Table(
            page.In("其他记录", "Other records"),
            [page.In("日期", "day"), page.In("种类", "kind"), page.In("文件", "file")],
            facts.Take(MostRecords).Select(fact => Row(
                HeadCell(Tag("span.time", SiteWords.Day(fact.Record.OccurredOn))),
                Cell(page.In(fact.Resource.Kind.Title)),
                Cell(page.Source(fact.Resource.Path, fact.Resource.Place.Line))))),
        facts.Count > MostRecords ? Note(page.In($"只列出前 {MostRecords} 条。", $"The first {MostRecords} are listed.")) : null);
}
