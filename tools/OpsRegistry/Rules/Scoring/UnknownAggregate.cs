using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A deduction is for an aggregate target that the contract does not have. It would never be missed.
/// </summary>
internal sealed class UnknownAggregate() : Rule("OPS573", new("扣分引用了不存在的汇总指标", "deduction for an unknown aggregate target"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Aggregates(folder).Select(terms => terms.Id).Distinct().ToList()
        from term in Governance.Deductions(folder)
        from aggregate in Governance.BasesOf(term).SelectMany(basis => basis.Aggregates)
        where !known.Contains(aggregate.Value)
        let fault = UnknownName.Describe(new("汇总指标", "aggregate target"), aggregate.Value, known)
        select At(aggregate.Place, fault.Message, fault.Help);
}
