using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A service's own limit says that it stands for a limit of the contract, and the contract has no such limit. Both would hold at once.
/// </summary>
internal sealed class UnknownReplacedTarget() : Rule("OPS528", new("替代了不存在的时限", "replaces an unknown target"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Levels(folder).SelectMany(levels => levels.Targets).Select(target => target.Id).Distinct().ToList()
        from target in Governance.Targets(folder)
        where target.Replaces is not null && !known.Contains(target.Replaces)
        let fault = UnknownName.Describe(new("合同时限", "target of the contract"), target.Replaces!, known)
        select At(target.PlaceOf(nameof(target.Replaces)), fault.Message, fault.Help);
}
