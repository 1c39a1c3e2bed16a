using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// An entry of the coverage says that something models its lines which is not there.
/// </summary>
public sealed class CoverageLeadsNowhere : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS909";

    /// <inheritdoc/>
    public override Text Title => new("覆盖路径无处可达", "coverage that leads nowhere");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Of(folder)
        where map is not null
        from item in map.Entries
        from path in item.LeadingNowhere
        let index = item.Entry.ModelledBy.ToList().IndexOf(path)
        select At(
            item.Entry.PlaceOf(nameof(CoverageEntry.ModelledBy), index),
            new($"“{path}”在合同文件中不存在", $"'{path}' is not in the contract's files"),
            new("写成 种类/键/编号/键，例如 service-levels/targets/response", "write kind/key/id/key, such as service-levels/targets/response"));
}
