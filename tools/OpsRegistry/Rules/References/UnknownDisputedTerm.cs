using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A dispute names a deduction whose term is not on the scorecard. No deduction has that id, so nothing would be disputed.
/// </summary>
internal sealed class UnknownDisputedTerm() : Rule("OPS228", new("异议所指的扣分项不存在", "dispute of an unknown term"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Deductions(folder).Select(term => term.Id).ToList()
        from dispute in folder.Of<Dispute>()
        where !known.Contains(dispute.Spec.Term)
        let fault = UnknownName.Of(new("扣分项", "term"), dispute.Spec.Term, known)
        select At(dispute.Spec.PlaceOf(nameof(Dispute.Deduction)), fault.Message, fault.Help);
}
