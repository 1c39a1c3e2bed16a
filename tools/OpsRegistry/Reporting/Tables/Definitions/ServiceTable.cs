using OpsRegistry.Model;
using OpsRegistry.Reporting.Site;
using ServiceColumn = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Model.Resource<OpsRegistry.Model.Service>>;
using SystemColumn = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Model.Resource<OpsRegistry.Model.InformationSystem>>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The services of a contract that bundles many.</summary>
internal static class ServiceTable
{
    public static Table<Resource<Service>> For(ContractFolder folder, IReadOnlyList<Resource<Service>> services) => new("services", new($"服务项（{services.Count}）", $"Services ({services.Count})"),
    [
        new ServiceColumn("title", new("名称", "name"), ValueKind.Words, service => new Value.Link(Text.Same(service.Spec.Title), Anchor.Service(folder.Name, service.Name))),
        ServiceColumn.Code("id", new("编号", "id"), service => service.Name) with { Under = "title" },
        ServiceColumn.Days("term", new("服务期", "term"), service => service.Spec.ActiveDays(folder.Terms.Term)),
        ServiceColumn.Count("limits", new("时限", "limits"), service => service.Spec.Targets.Count),
        ServiceColumn.Count("duties", new("义务", "duties"), service => service.Spec.Obligations.Count),
        ServiceColumn.Clauses("clauses", new("条款", "clause"), service => service.Spec.Clauses) with { IsEssential = false },
    ], services)
    { IsList = true };
}

/// <summary>The information systems that are served.</summary>
internal static class SystemTable
{
    public static Table<Resource<InformationSystem>> For(SiteContract contract)
    {
        var systems = contract.Result.Folder.Of<InformationSystem>().ToList();
        return new("systems", new($"信息系统（{systems.Count}）", $"Information systems ({systems.Count})"),
        [
            new SystemColumn("title", new("名称", "name"), ValueKind.Words, system => new Value.Link(system.Spec.Title, Anchor.System(contract.Name, system.Name))),
            SystemColumn.Label("group", new("分组", "group"), system => Text.Same(system.Spec.Group ?? "")),
            SystemColumn.Count("modules", new("模块", "modules"), system => system.Spec.Modules.Count),
            SystemColumn.Count("incidents", new("事件", "incidents"), system => contract.Incidents.Count(incident => incident.Incident.Systems.Any(one => one.Value == system.Name))),
            SystemColumn.Clauses("clauses", new("条款", "clause"), system => system.Spec.Clauses) with { IsEssential = false },
        ], systems)
        {
            WhenEmpty = new("没有登记信息系统。", "No information system is registered."),
            IsList = true,
        };
    }
}
