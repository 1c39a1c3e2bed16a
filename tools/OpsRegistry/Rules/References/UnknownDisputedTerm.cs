using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A dispute names a deduction whose term is not on the scorecard, of points or of money, or, where it names no period, a condition of payment that the
/// contract does not have. No deduction has that id, so nothing would be disputed.
/// </summary>
internal sealed class UnknownDisputedTerm() : Rule("OPS228", new("异议所指的扣分项不存在", "dispute of an unknown term"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Scorecard)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Of<Dispute>().Any()
        let terms = Governance.DisputedTerms(folder)
        let conditions = (IReadOnlyList<string>)folder.Terms.Payments.SelectMany(tranche => tranche.Triggers.Select(tranche.ConditionId)).ToList()
        from dispute in folder.Of<Dispute>()
        let asked = dispute.Spec.Period is null ? (What: new Text("付款条件", "condition of payment"), Id: dispute.Spec.Deduction, Known: conditions) : (What: new Text("扣分项或扣款项", "term"), Id: dispute.Spec.Term, Known: terms)
        where !asked.Known.Contains(asked.Id)
        let fault = UnknownName.Describe(asked.What, asked.Id, asked.Known)
        select At(dispute.Spec.PlaceOf(nameof(Dispute.Deduction)), fault.Message, fault.Help);
}
