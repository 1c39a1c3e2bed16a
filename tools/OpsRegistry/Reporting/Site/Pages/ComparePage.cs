using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>The periods of a contract beside each other, line by line of the form; a reader picks two and sees what they are apart.</summary>
internal static class ComparePage
{
    /// <summary>True where there is something to compare.</summary>
    public static bool Holds(SiteContract contract) => contract.Result.Periods.Count > 1;

    public static Page For(SiteContract contract, Page above) => new(
        SiteAddress.Compare(contract.Name),
        new("各期比较", "Periods compared"),
        [new Block.TableBlock(CompareTable.For(contract))])
    {
        Above = above,
        Scope = contract.Name,
        Anchors = [Anchor.Page(SiteAddress.Compare(contract.Name))],
    };
}
