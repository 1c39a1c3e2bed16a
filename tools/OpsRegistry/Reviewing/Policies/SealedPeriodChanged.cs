using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// The change touches what a seal has closed: a record, a judgement, a determination, a dispute or a ruling of a sealed period is added, edited or removed. What was
/// found and paid rests on those bytes. A correction that both parties agreed on after the seal may be carried out; its effect belongs to the next open period.
/// </summary>
internal sealed class SealedPeriodChanged() : PolicyRule("OPS629", new("改动了已封存的周期", "change in a sealed period"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from folder in change.Before.Registry.Contracts
        let closed = SealedPeriods.Collect(folder)
        from resource in change.Resources
        where resource.Either.Metadata.Contract == folder.Name && (resource.File.Before is null || resource.File.After is null || resource.Fields.Count > 0)
        let seal = new[] { resource.Before, resource.After }.OfType<Resource>().Select(one => ClosingOf(one, closed, folder)).FirstOrDefault(closing => closing is not null)
        where seal is not null && !IsAgreedAfter(seal.Value, change, resource)
        let what = resource.File.IsAddition ? new Text("新增", "added") : resource.File.IsRemoval ? new Text("删除", "removed") : new Text("改动", "changed")
        select At(
            resource.Place,
            new($"周期 {seal.Value.Spec.Period} 已封存，“{resource.Either.Name}”被{what.Zh}", $"period '{seal.Value.Spec.Period}' is sealed, and '{resource.Either.Name}' is {what.En}"),
            new("恢复原状；确需更正的，由双方在封存之后写明更正，计入下一个未封存的周期", "restore it; what must be corrected is agreed on in an amendment after the seal, for the next open period"),
            new RelatedPlace(seal.Value.Place, new("封存", "the seal")));

    /// <summary>The seal over a resource: claims and rulings belong to the period that is disputed.</summary>
    private static Resource<Seal>? ClosingOf(Resource resource, SealedPeriods closed, ContractFolder folder) => resource.Spec switch
    {
        Dispute dispute => OfPeriod(dispute.Period, closed),
        Determination determination => folder.Records.FirstOrDefault(record => record.Name == determination.Record) is { } record ? closed.Closing(record) : null,
        Ruling ruling => OfPeriod(folder.Find<Dispute>(ruling.Dispute)?.Spec.Period, closed),
        _ => closed.Closing(resource),
    };

    private static Resource<Seal>? OfPeriod(string? period, SealedPeriods closed) =>
        closed.Seals.Cast<Resource<Seal>?>().FirstOrDefault(seal => seal!.Value.Spec.Period == period);

    /// <summary>True where every difference is spelled out by an amendment to which both consented after the sealed days.</summary>
    private static bool IsAgreedAfter(Resource<Seal> seal, RegistryChange change, ResourceChange resource) =>
        resource.Fields.Count > 0 && resource.Fields.All(field =>
            AmendmentUse.Judge(change, resource, field) is { Verdict: AmendmentVerdict.Allowed, Amendment: { } amendment } &&
            new[] { amendment.Spec.VendorConsent!.On, amendment.Spec.PurchaserConsent!.On }.All(day => day >= seal.Spec.To));
}
