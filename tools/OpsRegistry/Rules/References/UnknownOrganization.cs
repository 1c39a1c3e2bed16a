using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A contract, a person, a calendar or a grant of rights names an organization that no file describes. Who buys and who provides decides
/// who may decide, so both have to be known.
/// </summary>
internal sealed class UnknownOrganization() : Rule("OPS210", new("引用了不存在的单位", "unknown organization"))
{
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var organizations = registry.Of<Organization>().Select(organization => organization.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = new UnknownName(registry);
        return
            from resource in registry.Resources
            from reference in References(resource)
            where !organizations.Contains(reference.Value) && !registry.IsUnread(null, reference.Value)
            let fault = unknown.Describe(Kinds.Of<Organization>(), reference.Value, contract: null, resource.Metadata.Contract)
            select At(reference.Place, fault.Message, fault.Help);
    }

    private static IEnumerable<Located<string>> References(Resource resource) => resource.Spec is WorkCalendarYear year
        ? year.Region == "cn" ? [] : [new(year.Region, year.PlaceOf(nameof(year.Region)))]
        : resource.Spec.References.Where(reference => reference.Kind == "Organization").Select(reference => reference.Name);
}
