using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Each missing occurrence of an obligation costs points.</summary>
internal sealed class MissingOccurrencesShape(MissingOccurrences given) : Shape<MissingOccurrences>(given)
{
    public override ShapeBasis RestsOn => new() { Obligations = [Named(Given.Obligation, nameof(Given.Obligation))] };

    public override decimal? Most(decimal marks) => Often(Given.Points);

    /// <summary>One draft for each occurrence that was missed.</summary>
    public override ShapeResult Assess(ShapeContext context) =>
        context.Obligation(Given.Obligation) is { } obligation
            ? ShapeResult.Lose(context.Book.Occurrences(obligation)
                .Where(occurrence => occurrence.State == OccurrenceState.Missing)
                .Select(occurrence => new TakenPoints(Given.Points, new(() => MissingDuty.Reason(occurrence)), MissingDuty.Records(occurrence)) { Occurrences = [occurrence], CarriedFrom = occurrence.CarriedFrom }))
            : ShapeResult.Nothing;

    public override Loss? LossOf(Occurrence occurrence) =>
        occurrence.Obligation.Id == Given.Obligation ? new(Given.Points, $"{occurrence.Days}/{occurrence.Name}") : null;

    public override Loss? LossOf(Fact fact, TargetResult result) => null;
}
