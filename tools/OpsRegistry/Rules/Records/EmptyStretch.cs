using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An interruption, degradation or pause ends before it begins or at the same moment. It is left out of every sum, so the minutes that it should give are lost.
/// </summary>
internal sealed class EmptyStretch() : Rule("OPS310", new("时段没有长度", "stretch of time without length"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from incident in registry.Of<Incident>()
        from list in RecordedIntervals.List(incident.Spec)
        from stretch in list.Items
        where stretch.To is { } to && to.ToInstant() <= stretch.From.ToInstant()
        select At(
            stretch.PlaceOf(nameof(stretch.To)),
            new(
                $"{list.What.Zh}的结束 {Shown.Show(stretch.To!.Value)} 不晚于开始 {Shown.Show(stretch.From)}",
                $"{list.What.En} ends at {Shown.Show(stretch.To!.Value)}, not after its beginning at {Shown.Show(stretch.From)}"),
            new("改正两个时间中的一个", "correct one of the two times"),
            new RelatedPlace(stretch.PlaceOf(nameof(stretch.From)), new("开始", "begins")));
}
