using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A special inspection was done before its order's first day or after the last, and no duty asks for one before. It answers an order that did not ask for it.
/// </summary>
internal sealed class InspectionOutsideOrder() : Rule("OPS321", new("特巡不在通知期间", "special inspection outside its order's days"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from inspection in folder.Of<SpecialInspection>()
        let order = folder.Find<SpecialPeriod>(inspection.Spec.SpecialPeriod)?.Spec
        where order is not null
        let day = inspection.Spec.PerformedOn
        where day > order.Through || (day < order.From && !IsWantedBefore(folder, inspection))
        select At(
            inspection.Spec.PlaceOf(nameof(SpecialInspection.PerformedOn)),
            new(
                $"{Shown.Show(day)} 不在通知期间 {Shown.Show(order.From)} 至 {Shown.Show(order.Through)} 内",
                $"{Shown.Show(day)} is outside the order's days from {Shown.Show(order.From)} through {Shown.Show(order.Through)}"),
            new("改正日期，或改为所属的通知", "correct the day, or name the order that it answers"),
            new RelatedPlace(order.PlaceOf(nameof(order.From)), new("通知起始日", "order's first day")));

    /// <summary>Whether a duty that the order calls for is to be done before its first day, or counted back from it.</summary>
    private static bool IsWantedBefore(ContractFolder folder, Resource<SpecialInspection> inspection) =>
        folder.Find<SpecialPeriod>(inspection.Spec.SpecialPeriod) is { } order &&
        new Fact(order.Untyped, order.Spec, MeasuredValues.None) is var call &&
        new ServiceScope(folder).Obligations.Any(scoped =>
            scoped.Obligation.Recurrence is { Calls: { } calls } recurrence && call.Matches(calls) &&
            (recurrence.Due is not null || recurrence.Timing is DutyTiming.Before) &&
            scoped.Obligation.FulfilledBy.Any(match => match.Kind == nameof(SpecialInspection)));
}
