using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>The life of a contract, the latest first: its periods, what was claimed, disputed, decided, amended and sealed, and what was paid.</summary>
internal static class TimelinePage
{
    public static Page For(SiteContract contract, Page above) => new(
        SiteAddress.Timeline(contract.Name),
        new("时间线", "Timeline"),
        [new Block.TableBlock(TimelineTable.For(contract))])
    {
        Above = above,
        Scope = contract.Name,
        Anchors = [Anchor.Page(SiteAddress.Timeline(contract.Name))],
    };
}
