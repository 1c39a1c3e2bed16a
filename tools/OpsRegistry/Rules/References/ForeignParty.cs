using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A grant gives a contract to a party that is not the contract's own purchaser or vendor in that role. It could file records or decide
/// where it has no say.
/// </summary>
internal sealed class ForeignParty() : Rule("OPS226", new("授权给了合同之外的单位", "rights for a party that is not the contract's"), reach: Reach.Registry)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from rights in registry.Of<Rights>()
        from grant in rights.Spec.Grants
        where grant.Role != GrantRole.Maintainer
        from contract in grant.Contracts
        let folder = registry.ContractNamed(contract.Value)
        where folder is not null
        let own = grant.Role == GrantRole.Vendor ? folder.Terms.Vendor : folder.Terms.Purchaser
        where own != grant.Party
        let role = grant.Role.Title()
        select At(
            contract.Place,
            new($"“{grant.Party}”不是合同“{contract.Value}”的{role.Zh}，该合同的{role.Zh}是“{own}”", $"'{grant.Party}' is not the {role.En} of '{contract.Value}', which is '{own}'"),
            new("改正单位、角色或合同", "correct the party, the role or the contract"));
}
