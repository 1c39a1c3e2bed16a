using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An incident is restored and one of its stretches has no end. Without an end it counts up to the day of the report, and the level grows with every report.
/// </summary>
internal sealed class EndlessStretch() : Rule("OPS314", new("已恢复的事件仍有未结束的时段", "endless stretch in a restored incident"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from incident in registry.Of<Incident>()
        where incident.Spec.RestoredAt is not null
        from stretch in RecordedIntervals.Harm(incident.Spec)
        where stretch.Item.To is null
        select At(
            stretch.Item.Place,
            new($"事件已恢复，但{stretch.What.Zh}没有结束时间", $"incident is restored and its {stretch.What.En} has no end"),
            new("填写该时段的结束时间", "give the stretch its end"),
            new RelatedPlace(incident.Spec.PlaceOf(nameof(Incident.RestoredAt)), new("恢复", "restored")));
}
