using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A deduction is for an obligation that the contract does not have. It would never be missing.
/// </summary>
internal sealed class UnknownObligation() : Rule("OPS512", new("扣分引用了不存在的义务", "deduction for an unknown obligation"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Obligations), nameof(Service)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Obligations(folder).Select(item => item.Id).ToList()
        where known.Count > 0
        from term in Governance.Deductions(folder)
        from obligation in Governance.BasesOf(term).SelectMany(basis => basis.Obligations)
        where !known.Contains(obligation.Value)
        let fault = UnknownName.Describe(new("义务", "obligation"), obligation.Value, known)
        select At(obligation.Place, fault.Message, fault.Help);
}
