using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>Every incident of every contract, the latest first.</summary>
internal static class IncidentListPage
{
    public static Page For(SiteContents site, Page above) => new(
        SiteAddress.Incidents,
        new("事件", "Incidents"),
        [new Block.TableBlock(IncidentTable.Across(site.Incidents.Select(incident => incident.Row).ToList()))])
    {
        Above = above,
        Anchors = [Anchor.Page(SiteAddress.Incidents)],
    };
}
