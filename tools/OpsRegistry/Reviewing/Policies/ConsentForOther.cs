using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// An account of one party writes down the other party's consent to an amendment. The words of the one are no proof of what the other agreed to;
/// the other's approval of this very change is.
/// </summary>
internal sealed class ConsentForOther() : PolicyRule("OPS608", new("一方代写了另一方的同意", "consent written by the other party"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from resource in change.Resources
        where resource.After?.Spec is Amendment
        from side in new[] { (Role: GrantRole.Vendor, Key: "purchaserConsent", Who: new Text("采购人", "the purchaser")), (Role: GrantRole.Purchaser, Key: "vendorConsent", Who: new Text("供应商", "the vendor")) }
        where RightsInForce.SpeaksOnlyAs(side.Role, change, resource.Either.Metadata.Contract)
        let consent = resource.After!.Spec.Node[side.Key]
        where consent is not null && !NodeComparison.Same(consent, resource.Before?.Spec.Node[side.Key])
        select At(
            consent.Place,
            new($"“{resource.Either.Name}”中{side.Who.Zh}的同意由账号“{change.Actor}”写下", $"consent of {side.Who.En} in '{resource.Either.Name}' is written by account '{change.Actor}'"),
            new($"由{side.Who.Zh}自己的账号写入，或由其批准本合并请求作为凭据", $"let an account of {side.Who.En} write it, or let it approve this request"));
}
