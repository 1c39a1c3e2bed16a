using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A grant of rights names a contract that is not in the registry. The team could change nothing, and whoever wrote the grant thinks it can.
/// </summary>
public sealed class UnknownContract() : Rule("OPS225", new("引用了不存在的合同", "unknown contract"), reach: Reach.Registry)
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from rights in registry.Of<Rights>()
        from grant in rights.Spec.Grants
        from contract in grant.Contracts
        where registry.ContractNamed(contract.Value) is null
        let fault = UnknownName.Of(Kinds.Of<Contract>().Title, contract.Value, registry.Contracts.Select(folder => folder.Name).ToList())
        select At(contract.Place, fault.Message, fault.Help);
}
