using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Points are lost once when an obligation went unfulfilled in a wider period, e.g. a half-year.</summary>
public static class NoneInWiderPeriodShape
{
    /// <summary>One draft at most for each wider period that closes in this one; or for this period alone (K003-HALF).</summary>
    public static ShapeResult Draft(NoneInWiderPeriod shape, ShapeContext context)
    {
        if (context.Obligation(shape.Obligation) is not { } obligation)
        {
            return ShapeResult.Nothing;
        }

        var measurement = context.Measurement;
        var occurrences = shape.TestedIn == WiderPeriodTest.ClosingPeriod
            ? measurement.OccurrencesIn(context.Period, obligation)
            : OccurrenceMeasure.InSpan(
                obligation,
                new(context.Period.Id, context.Period.Days, obligation.Obligation.Recurrence.Count),
                measurement).ToList();
        return ShapeResult.Of(occurrences
            .Where(occurrence => occurrence.State == OccurrenceState.Missing)
            .GroupBy(occurrence => occurrence.Days)
            .Select(span => new Draft(
                shape.Points,
                MissingOccurrencesShape.ReasonFor(span.First()),
                span.First().WithoutEvidence.Select(fact => RecordReference.To(fact)).ToList())
            { Occurrences = span.ToList() }));
    }
}
