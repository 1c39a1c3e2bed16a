using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A special period ends before it begins, a notice was put right before it came, an acceptance was decided before it was asked for.
/// </summary>
internal sealed class DaysOutOfOrder() : Rule("OPS325", new("日期先后颠倒", "days of a record out of order"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        from pair in Pairs(resource.Spec)
        where pair.Later < pair.Earlier
        select At(
            resource.Spec.PlaceOf(pair.LaterName),
            new(
                $"{Bound.KeyOf(pair.LaterName)} {Shown.Show(pair.Later!.Value)} 早于 {Bound.KeyOf(pair.EarlierName)} {Shown.Show(pair.Earlier)}",
                $"{Bound.KeyOf(pair.LaterName)} {Shown.Show(pair.Later!.Value)} is before {Bound.KeyOf(pair.EarlierName)} {Shown.Show(pair.Earlier)}"),
            new("改正两个日期中的一个", "correct one of the two days"),
            new RelatedPlace(resource.Spec.PlaceOf(pair.EarlierName), Text.Same(Bound.KeyOf(pair.EarlierName))));

    private static IEnumerable<(LocalDate Earlier, string EarlierName, LocalDate? Later, string LaterName)> Pairs(Spec spec) => spec switch
    {
        SpecialPeriod order => [(order.From, nameof(order.From), order.Through, nameof(order.Through)), (order.OrderedOn, nameof(order.OrderedOn), order.Through, nameof(order.Through))],
        SecurityNotice notice => [(notice.ReceivedOn, nameof(notice.ReceivedOn), notice.RectifiedOn, nameof(notice.RectifiedOn))],
        ICovering { Covers: { } covered } => [(covered.From, nameof(covered.From), covered.Through, nameof(covered.Through))],
        Acceptance acceptance => [(acceptance.RequestedOn, nameof(acceptance.RequestedOn), acceptance.DecidedOn, nameof(acceptance.DecidedOn)), (acceptance.DecidedOn ?? acceptance.RequestedOn, nameof(acceptance.DecidedOn), acceptance.RectifiedOn, nameof(acceptance.RectifiedOn))],
        _ => [],
    };
}
