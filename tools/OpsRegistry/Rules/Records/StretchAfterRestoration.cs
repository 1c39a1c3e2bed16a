using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An interruption or degradation ends after the incident was restored, so one of the two times is not what happened.
/// </summary>
internal sealed class StretchAfterRestoration() : Rule("OPS313", new("恢复之后仍有中断或劣化", "stretch that lasts past the restoration"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from incident in registry.Of<Incident>()
        where incident.Spec.RestoredAt is not null
        let restored = incident.Spec.RestoredAt.GetValueOrDefault()
        from stretch in RecordedIntervals.Harm(incident.Spec)
        where stretch.Item.To is { } to && to.ToInstant() > restored.ToInstant()
        select At(
            stretch.Item.PlaceOf(nameof(TimeSpanRecord.To)),
            new(
                $"{stretch.What.Zh}持续到 {Shown.Show(stretch.Item.To!.Value)}，晚于恢复时间 {Shown.Show(restored)}",
                $"{stretch.What.En} lasts to {Shown.Show(stretch.Item.To!.Value)}, past the restoration at {Shown.Show(restored)}"),
            new("改正时段的结束或恢复时间", "correct the stretch's end or the restoration"),
            new RelatedPlace(incident.Spec.PlaceOf(nameof(Incident.RestoredAt)), new("恢复", "restored")));
}
