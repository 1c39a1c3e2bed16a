using OpsRegistry.Reporting.Due;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site;

/// <summary>What is due and overdue in all contracts, and what all of it together would cost.</summary>
internal static class DuePage
{
    public static Page For(SiteContents site, Page above) => new(SiteAddress.Due, new("逾期与将到期", "Overdue and coming due"), DueBlocks.For(site.Due)) { Above = above, Anchors = [Anchor.Page(SiteAddress.Due)] };
}
