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
            from reference in Named(registry)
            where !organizations.Contains(reference.Name.Value) && !registry.IsUnread(null, reference.Name.Value)
            let fault = unknown.Describe(Kinds.Of<Organization>(), reference.Name.Value, contract: null, reference.By.Metadata.Contract)
            select At(reference.Name.Place, fault.Message, fault.Help);
    }

    // A calendar names the country or an organization.
    private static IEnumerable<(Resource By, Located<string> Name)> Named(Registry registry) => registry.References
        .Where(reference => reference.To.Kind == nameof(Organization) && reference.Resource.Spec is not WorkCalendarYear)
        .Select(reference => (reference.Resource, reference.To.Name))
        .Concat(registry.Of<WorkCalendarYear>()
            .Where(year => year.Spec.Region != "cn")
            .Select(year => (year.Untyped, new Located<string>(year.Spec.Region, year.Spec.PlaceOf(nameof(WorkCalendarYear.Region))))));
}
