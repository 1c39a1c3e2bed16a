using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A merged amendment or dispute is edited. Others consented to it, or ruled on it, as it was; only a consent that was missing, further evidence
/// or a note may be added.
/// </summary>
internal sealed class ClaimChanged() : PolicyRule("OPS626", new("已合并的更正或异议被改动", "merged claim edited"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from resource in change.Resources
        where resource is { Before.Spec: ClaimSpec, After: not null }
        from field in resource.Fields
        where field.Field != "metadata.note" && !(field is { FillsIn: true, Top: "spec.vendorConsent" or "spec.purchaserConsent" or "spec.evidence" })
        select At(
            field.Place,
            new($"已合并的“{resource.Either.Name}”的 {field.Field} 由{Quoted.Of(field.Before).Zh}改为{Quoted.Of(field.After).Zh}", $"'{field.Field}' of merged '{resource.Either.Name}' changes from {Quoted.Of(field.Before).En} to {Quoted.Of(field.After).En}"),
            new("恢复原文，另写一份", "restore it and write another"));
}
