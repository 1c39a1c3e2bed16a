using OpsRegistry.Model;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>An information system: its modules and what happened to it.</summary>
internal static class SystemPage
{
    public static SitePage Of(PageContext page, SiteContract contract, Resource<InformationSystem> system)
    {
        var spec = system.Spec;
        var incidents = contract.Incidents.Where(incident => incident.Incident.Systems.Any(one => one.Value == system.Name)).ToList();
        var terms = contract.Result.Folder.Terms.Term;
        return Frame.Of(
            page,
            page.In(spec.Title),
            [
                (SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(contract.Result.Folder.Terms.Title)),
                (SiteAddress.Services(contract.Name), page.In("服务与系统", "Services and systems")),
            ],
            All(
                Tag(
                    "dl.facts",
                    spec.Group is { } group ? Pair(page.In("分组", "group"), page.Own(group)) : null,
                    spec.ProtectionLevel is { } level ? Pair(page.In("等级保护", "protection level"), page.In($"{level} 级", $"level {level}")) : null,
                    spec.Owner is { } owner ? Pair(page.In("责任人", "owner"), owner) : null,
                    Pair(page.In("条款", "clause"), Clauses(page, spec.Clauses)),
                    Pair(page.In("数据文件", "file"), page.Source(system.Path, system.Place.Line))),
                spec.Modules.Count == 0 ? null : Section("modules", page.In($"模块（{spec.Modules.Count}）", $"Modules ({spec.Modules.Count})"), Tag("ul.columns", spec.Modules.Select(module => Tag("li", page.In(module.Title))))),
                Section("incidents", page.In("事件", "Incidents"), IncidentTimeline.Of(page, new(terms.Start, terms.End), incidents), IncidentTable.Of(page, incidents, withContract: false))),
            Tag("p.over", Tag("code", system.Name)));
    }
}
