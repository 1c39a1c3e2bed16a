using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An item was put right before the inspection that found it.
/// </summary>
internal sealed class PutRightBeforeInspection() : Rule("OPS324", new("整改早于巡检", "put right before it was found"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from inspection in registry.Of<Inspection>()
        from item in inspection.Spec.Items
        where item.CompletedOn is { } completed && completed < inspection.Spec.PerformedOn
        select At(
            item.PlaceOf(nameof(item.CompletedOn)),
            new(
                $"“{item.Item}”于 {Shown.Show(item.CompletedOn!.Value)} 整改，早于巡检日 {Shown.Show(inspection.Spec.PerformedOn)}",
                $"'{item.Item}' was put right on {Shown.Show(item.CompletedOn!.Value)}, before the inspection of {Shown.Show(inspection.Spec.PerformedOn)}"),
            new("改正整改日期或巡检日期", "correct one of the two days"),
            new RelatedPlace(inspection.Spec.PlaceOf(nameof(Inspection.PerformedOn)), new("巡检", "inspected")));
}
