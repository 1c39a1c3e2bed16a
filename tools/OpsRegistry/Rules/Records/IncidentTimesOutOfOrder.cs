using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A time of a record is earlier than one that its schema says it comes after: help arrived before the report, or left before it arrived. Limits run
/// between these times, so one slip makes a late step look early.
/// </summary>
internal sealed class IncidentTimesOutOfOrder() : Rule("OPS312", new("时间先后颠倒", "times out of order"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        from pair in NotPlainlyInOrder(resource)
        let earlier = pair.Earlier
        let later = pair.Later
        from first in earlier.TimesIn(resource.Spec)
        from second in later.TimesIn(resource.Spec)
        where second.Value.ToInstant() < first.Value.ToInstant()
        let times = $"{Shown.Show(second.Value)} < {Shown.Show(first.Value)}"
        select At(
            second.Place,
            new($"{later.Title.Zh}早于{earlier.Title.Zh}：{times}", $"'{later.Title.En}' is before '{earlier.Title.En}': {times}"),
            new("改正两个时间中的一个；如果都无误，则应写成两条记录", "correct one of the two times; if both are right, it needs two records"),
            new RelatedPlace(first.Place, earlier.Title)) with
        { Label = later.Title };

    // Nearly all times are in order, or not there.
    private static IReadOnlyList<(SpecField Earlier, SpecField Later)> NotPlainlyInOrder(Resource resource)
    {
        List<(SpecField Earlier, SpecField Later)>? found = null;
        var pairs = resource.Kind.InOrder;
        for (var index = 0; index < pairs.Count; index++)
        {
            var pair = pairs[index];
            if (pair.Earlier.ValueOf(resource.Spec) is { } first && pair.Later.ValueOf(resource.Spec) is { } second &&
                !(first is OffsetDateTime earlier && second is OffsetDateTime later && earlier.ToInstant() <= later.ToInstant()))
            {
                (found ??= []).Add(pair);
            }
        }

        return found ?? (IReadOnlyList<(SpecField Earlier, SpecField Later)>)[];
    }
}
