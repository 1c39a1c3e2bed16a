using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// Two stretches of one list overlap. The overlap counts once; the record says it twice, so one of the times may be a slip.
/// </summary>
internal sealed class OverlappingStretches() : Rule("OPS311", new("时段互相重叠", "overlapping stretches of time"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from incident in registry.Of<Incident>()
        from list in RecordedIntervals.List(incident.Spec)
        where list.Items.Count > 1
        let ordered = list.Items.OrderBy(item => item.From.ToInstant()).ToList()
        from pair in ordered.Zip(ordered.Skip(1))
        where pair.First.To is not { } end || end.ToInstant() > pair.Second.From.ToInstant()
        select At(
            pair.Second.PlaceOf(nameof(TimeSpanRecord.From)),
            new(
                $"{list.What.Zh}自 {Shown.Show(pair.Second.From)} 起，与前一段重叠",
                $"{list.What.En} from {Shown.Show(pair.Second.From)} overlaps the one before"),
            new("合并两段，或改正时间", "join the two, or correct their times"),
            new RelatedPlace(pair.First.Place, new("前一段", "the one before")));
}
