using OpsRegistry.Model;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>The services and information systems of a contract.</summary>
internal static class ServiceListPage
{
    public static SitePage Of(PageContext page, SiteContract contract)
    {
        var folder = contract.Result.Folder;
        var services = folder.Of<Service>().OrderBy(service => service.Spec.Section, StringComparer.Ordinal).ThenBy(service => service.Spec.Number).ToList();
        var systems = folder.Of<InformationSystem>().ToList();
        return Frame.Of(
            page,
            page.In("服务与系统", "Services and systems"),
            [(SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(folder.Terms.Title))],
            All(
                Tag(
                    "div.filters",
                    Tag("input").With("type", "search").With("data-filter", "service-table").With("aria-label", page.In("筛选", "Filter")).With("placeholder", page.In("名称、编号…", "name, number…")),
                    Filter.Chip("", page.In("全部", "all")),
                    Filter.Chip("service", page.In("服务项", "services")),
                    Filter.Chip("system", page.In("信息系统", "systems"))).With("hidden", "").With("data-filters", "service-table"),
                Tag(
                    "div",
                    services.Count == 0 ? null : Section("services", page.In($"服务项（{services.Count}）", $"Services ({services.Count})"), Table(page.In("服务项", "Services"), [page.In("编号", "id"), page.In("名称", "name"), page.In("服务期", "term"), "#" + page.In("时限", "limits"), "#" + page.In("义务", "duties"), page.In("条款", "clause")], services.Select(service => Line(page, contract, service)))),
                    Section(
                        "systems",
                        page.In($"信息系统（{systems.Count}）", $"Information systems ({systems.Count})"),
                        systems.Count == 0
                            ? Tag("p.empty", page.In("没有登记信息系统。", "No information system is registered."))
                            : Table(page.In("信息系统", "Information systems"), [page.In("名称", "name"), page.In("分组", "group"), "#" + page.In("模块", "modules"), "#" + page.In("事件", "incidents"), page.In("条款", "clause")], systems.Select(system => Line(page, contract, system)))))
                    .With("id", "service-table")));
    }

    private static Html Line(PageContext page, SiteContract contract, Resource<Service> service) => Row(
        HeadCell(page.Link(SiteAddress.Service(contract.Name, service.Name), service.Name)),
        Cell(page.Own(service.Spec.Title)),
        Cell(Tag("span.time", SiteWords.Days(service.Spec.ActiveDays(contract.Result.Folder.Terms.Term)))),
        Counted(service.Spec.Targets.Count),
        Counted(service.Spec.Obligations.Count),
        Cell(Clauses(page, service.Spec.Clauses))).With("data-words", "service");

    private static Html Line(PageContext page, SiteContract contract, Resource<InformationSystem> system) => Row(
        HeadCell(page.Link(SiteAddress.System(contract.Name, system.Name), page.In(system.Spec.Title))),
        Cell(system.Spec.Group is { } group ? page.Own(group) : null),
        Counted(system.Spec.Modules.Count),
        Counted(contract.Incidents.Count(incident => incident.Incident.Systems.Any(one => one.Value == system.Name))),
        Cell(Clauses(page, system.Spec.Clauses))).With("data-words", "system");
}
