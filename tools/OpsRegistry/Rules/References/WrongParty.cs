using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// The purchaser of a contract is not a purchaser, or its vendor not a vendor. Swapped parties would turn every deduction around.
/// </summary>
internal sealed class WrongParty() : Rule("OPS211", new("单位角色不符", "organization in the wrong part"))
{
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var organizations = registry.Of<Organization>()
            .GroupBy(organization => organization.Name)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return
            from folder in registry.Contracts
            from party in new[]
            {
                (Name: folder.Terms.Purchaser, Place: folder.Terms.PlaceOf(nameof(Contract.Purchaser)), Role: OrganizationRole.Purchaser),
                (Name: folder.Terms.Vendor, Place: folder.Terms.PlaceOf(nameof(Contract.Vendor)), Role: OrganizationRole.Vendor),
            }
            where organizations.ContainsKey(party.Name)
            let organization = organizations[party.Name]
            where organization.Spec.Role != party.Role
            let needed = YamlWord.Write(party.Role)
            let found = YamlWord.Write(organization.Spec.Role)
            select At(
                party.Place,
                new($"“{party.Name}”的角色是 {found}，此处应为 {needed}", $"'{party.Name}' has the role '{found}', and '{needed}' is needed here"),
                new("改正合同的当事方，或改正单位的角色", "correct the contract's party, or the organization's role"),
                new RelatedPlace(organization.Spec.PlaceOf(nameof(Organization.Role)), new("角色写", "role given")));
    }
}
