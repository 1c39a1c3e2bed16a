using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A deduction is for a target that the contract's service levels do not have. It would never be missed.
/// </summary>
internal sealed class UnknownTarget() : Rule("OPS513", new("扣分引用了不存在的时限", "deduction for an unknown target"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels), nameof(Service)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Targets(folder).Select(target => target.Id).Distinct().ToList()
        where known.Count > 0
        from term in Governance.Deductions(folder)
        from target in Governance.BasesOf(term).SelectMany(basis => basis.Targets)
        where !known.Contains(target.Value)
        let fault = UnknownName.Describe(new("时限", "target"), target.Value, known)
        select At(target.Place, fault.Message, fault.Help);
}
