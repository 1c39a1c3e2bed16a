using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A limit in hours or minutes does not say in which hours it counts: round the clock or on duty. The target cannot be measured.
/// </summary>
internal sealed class LimitWithoutWindow() : Rule("OPS524", new("小时时限没有服务时间", "limit in hours without a window"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from target in Governance.Targets(folder)
        where target.Window is null && Amount.Parse(target.Limit) is { Unit: AmountUnit.Time }
        select At(
            target.PlaceOf(nameof(target.Limit)),
            new($"时限“{target.Limit}”没有写在哪段服务时间内计算", $"limit '{target.Limit}' does not say in which window it counts"),
            new("写明 window", "name its window"));
}
