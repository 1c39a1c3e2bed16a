using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A grant of rights names a contract that is not in the registry. The team could change nothing, and whoever wrote the grant thinks it can.
/// </summary>
internal sealed class UnknownContract() : Rule("OPS225", new("引用了不存在的合同", "unknown contract"), reach: Reach.Registry)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        from reference in resource.Spec.References
        where reference.Kind == nameof(Contract) && registry.ContractNamed(reference.Name.Value) is null && !registry.IsUnreadContract(reference.Name.Value)
        let contract = reference.Name
        let fault = UnknownName.Describe(Kinds.Of<Contract>().Title, contract.Value, registry.Contracts.Select(folder => folder.Name).ToList())
        select At(contract.Place, fault.Message, fault.Help);
}
