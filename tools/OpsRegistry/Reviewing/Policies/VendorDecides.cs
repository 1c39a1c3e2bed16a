using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// An account of the vendor writes a value that is the purchaser's to decide: whether an impact was serious, an absence excused, a report faulty.
/// Approving the change decides it, so the reviewer must have looked.
/// </summary>
internal sealed class VendorDecides() : PolicyRule("OPS607", new("供应商写下了应由采购人认定的值", "value that the purchaser decides, written by the vendor"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from resource in change.Resources
        where resource.After?.Spec is RecordSpec && RightsInForce.SpeaksOnlyAs(GrantRole.Vendor, change, resource.Either.Metadata.Contract)
        from key in resource.After!.Kind.Fields.Where(field => field.IsPurchasers).Select(field => field.Key).Order(StringComparer.Ordinal)
        let value = resource.After!.Spec.Node[key]
        where value is not null && !NodeComparison.Same(value, resource.Before?.Spec.Node[key])
        select At(
            value.Place,
            new($"“{resource.Either.Name}”的 {key} 由供应商写为{Quoted.Of(value).Zh}", $"'{key}' of '{resource.Either.Name}' is set to {Quoted.Of(value).En} by the vendor"),
            new("请采购人核实后批准；未经认定的不写这一项", "let the purchaser verify before approving; leave the key out until it is decided"));
}
