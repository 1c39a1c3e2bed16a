using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Points are lost once when an obligation went unfulfilled in a wider period, e.g. a half-year.</summary>
internal sealed class NoneInWiderPeriodShape(NoneInWiderPeriod given) : Shape<NoneInWiderPeriod>(given)
{
    public override ShapeBasis RestsOn => new() { Obligations = [Named(Given.Obligation, nameof(Given.Obligation))] };

    public override decimal? Most(decimal marks) => Given.Points;

    /// <summary>One draft at most for each wider period that closes in this one; or for this period alone, as the clause is read.</summary>
    public override ShapeResult Assess(ShapeContext context) =>
        context.Obligation(Given.Obligation) is { } obligation
            ? ShapeResult.Lose(Tested(obligation, context)
                .Where(occurrence => occurrence.State == OccurrenceState.Missing)
                .GroupBy(occurrence => occurrence.Days)
                .Select(span => new TakenPoints(
                    Given.Points,
                    new(() => MissingDuty.Reason(span.First())),
                    span.First().WithoutEvidence.Select(fact => RecordReference.To(fact)).ToList())
                { Occurrences = span.ToList(), CarriedFrom = span.First().CarriedFrom }))
            : ShapeResult.Nothing;

    public override Loss? LossOf(Occurrence occurrence) =>
        occurrence.Obligation.Id == Given.Obligation ? new(Given.Points, $"{occurrence.Days}") : null;

    public override Loss? LossOf(Fact fact, TargetResult result) => null;

    private IEnumerable<Occurrence> Tested(ScopedObligation obligation, ShapeContext context) => Given.TestedIn switch
    {
        WiderPeriodTest.ClosingPeriod => context.Book.Occurrences(obligation),
        WiderPeriodTest.EachPeriod => OccurrenceMeasure.InSpan(
            obligation, new(context.Period.Id, context.Period.Days, obligation.Obligation.Recurrence.Count), context.Measurement),
    };
}
