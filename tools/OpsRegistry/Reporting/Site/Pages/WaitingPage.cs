using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Waiting;

namespace OpsRegistry.Reporting.Site;

/// <summary>What waits for whom in all contracts.</summary>
internal static class WaitingPage
{
    public static Page For(SiteContents site, Page above) => new(SiteAddress.Waiting, new("待办", "Waiting"), WaitingBlocks.For(site.Waiting)) { Above = above, Anchors = [Anchor.Page(SiteAddress.Waiting)] };
}
