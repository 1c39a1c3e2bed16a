using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>A consent that a change brings.</summary>
/// <param name="Amendment">The amendment that it is given to.</param>
/// <param name="Role">The party that gives it.</param>
/// <param name="Given">Who consents, and on which day.</param>
internal sealed record Consents(Resource Amendment, GrantRole Role, Consent Given)
{
    /// <summary>The consents that were not there before, or not in these words.</summary>
    public static IEnumerable<Consents> BroughtBy(RegistryChange change) =>
        from resource in change.Resources
        let amendment = resource.After?.Spec as Amendment
        where amendment is not null
        let before = resource.Before?.Spec as Amendment
        from side in new[] { (Role: GrantRole.Vendor, Now: amendment.VendorConsent, Then: before?.VendorConsent), (Role: GrantRole.Purchaser, Now: amendment.PurchaserConsent, Then: before?.PurchaserConsent) }
        where side.Now is not null && (side.Then is null || !NodeComparison.Same(side.Now.Node, side.Then.Node))
        select new Consents(resource.After!, side.Role, side.Now);
}
