using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A change of personnel took effect before the purchaser consented, or without consent, where the contract asks for it.
/// </summary>
internal sealed class ChangeWithoutConsent() : Rule("OPS402", new("人员变更未经同意", "personnel change without consent"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Terms.PersonnelChange is { ConsentRequired: true }
        let terms = folder.Terms.PersonnelChange!
        let cutOff = registry.CutOffOf(folder)
        from change in folder.Of<PersonnelChange>()
        where change.Spec.ConsentOn is not { } consent || consent > change.Spec.EffectiveOn
        where BeijingTime.StartOf(change.Spec.EffectiveOn) < cutOff
        select At(
            change.Spec.PlaceOf(nameof(PersonnelChange.EffectiveOn)),
            change.Spec.ConsentOn is { } late
                ? new($"变更于 {Shown.Show(change.Spec.EffectiveOn)} 生效，{Shown.Show(late)} 才获同意", $"change took effect on {Shown.Show(change.Spec.EffectiveOn)} and was consented to on {Shown.Show(late)}")
                : new($"变更于 {Shown.Show(change.Spec.EffectiveOn)} 生效，没有同意记录", $"change took effect on {Shown.Show(change.Spec.EffectiveOn)} without a consent"),
            new("补上 consentOn；如确未经同意，保留记录", "fill in consentOn; if there was no consent, keep the record"),
            new RelatedPlace(terms.Place, new("变更要求写", "change of personnel agreed")));
}
