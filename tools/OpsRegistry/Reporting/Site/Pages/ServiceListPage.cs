using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>The services and information systems of a contract.</summary>
internal static class ServiceListPage
{
    public static Page For(SiteContract contract, Page above)
    {
        var folder = contract.Result.Folder;
        var services = folder.Of<Service>().OrderBy(service => service.Spec.Section, StringComparer.Ordinal).ThenBy(service => service.Spec.Number).ToList();
        return new(
            SiteAddress.Services(contract.Name),
            new("服务与系统", "Services and systems"),
            [.. services.Count == 0 ? [] : Block.Part(ServiceTable.For(folder, services)), .. Block.Part(SystemTable.For(contract))])
        {
            Above = above,
            Scope = contract.Name,
            Anchors = [Anchor.Page(SiteAddress.Services(contract.Name))],
        };
    }
}
