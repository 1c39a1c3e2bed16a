using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// Work on a major change began before the purchaser consented, or without consent. The record may be true; then it proves a breach.
/// </summary>
internal sealed class ChangeBeforeConsent() : Rule("OPS317", new("变更在同意之前开始", "change begun before consent"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from change in registry.Of<Change>()
        where change.Spec is { Major: true, StartedAt: not null }
        let started = change.Spec.StartedAt.GetValueOrDefault()
        where change.Spec.ConsentedAt is not { } consented || started.ToInstant() < consented.ToInstant()
        select At(
            change.Spec.PlaceOf(nameof(Change.StartedAt)),
            change.Spec.ConsentedAt is { } late
                ? new($"变更于 {Shown.Show(started)} 开始，早于同意时间 {Shown.Show(late)}", $"change began at {Shown.Show(started)}, before the consent at {Shown.Show(late)}")
                : new($"重大变更于 {Shown.Show(started)} 开始，没有同意记录", $"major change began at {Shown.Show(started)} without a consent"),
            new("补上同意时间；如确未经同意，保留记录并说明", "add the time of consent; if there was none, keep the record and say so"));
}
