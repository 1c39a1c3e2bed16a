using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>Who held which post on which day, and who was on watch.</summary>
internal static class StaffPage
{
    public static Page For(SiteContract contract, Page above) => new(
        SiteAddress.Staff(contract.Name),
        new("人员", "Staff"),
        [
            .. Block.Part(StaffingTable.For(contract.Staffing) with { Title = new("人员到岗", "Staff by day") }),
            .. contract.Staffing.Where(post => !post.Days.IsEmpty && post.Holdings.Count > 0).Select(post => new Block.ChartBlock(StaffingTable.Chart(post))),
            .. contract.Staffing.Count == 0 ? [] : Block.Part(HolderTable.For(contract.Staffing)),
            .. contract.Watches.Count == 0 ? [] : Block.Part(WatchTable.For(contract.Watches)),
        ])
    {
        Above = above,
        Scope = contract.Name,
        Anchors = [Anchor.Page(SiteAddress.Staff(contract.Name))],
    };
}
