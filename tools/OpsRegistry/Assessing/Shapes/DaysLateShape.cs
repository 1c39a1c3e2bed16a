using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Each day that a report is late costs points.</summary>
internal sealed class DaysLateShape(DaysLate given) : Shape<DaysLate>(given)
{
    public override ShapeBasis RestsOn => new() { Targets = [Named(Given.Target, nameof(Given.Target))] };

    public override decimal? Most(decimal marks) => Often(Given.Points);

    /// <summary>One draft for each late report; a report still missing is late up to the cut-off.</summary>
    public override ShapeResult Assess(ShapeContext context) => ShapeResult.Lose(
        from result in context.Deadlines(Given.Target)
        where result.State == TargetState.Missed
        let title = result.Target.Title
        let references = new[] { RecordReference.At(result.Resource, result.Resource.Place) }
            .Concat(result.StoppedBy is { } report ? [RecordReference.At(report, report.Spec.PlaceOf(nameof(FaultReport.SubmittedAt)))] : [])
        select new TakenPoints(
            Given.Points * result.DaysLate,
            new(() => new($"{RecordNames.Show(result.Resource.Name).Zh} 的{title.Zh}逾期 {result.DaysLate} 天", $"{title.En} on {RecordNames.Show(result.Resource.Name).En} is {English.Count(result.DaysLate, "day")} late")),
            references.ToList())
        { Targets = [result], CarriedFrom = result.CarriedFrom });

    public override Loss? LossOf(Occurrence occurrence) => null;

    public override Loss? LossOf(Fact fact, TargetResult result) =>
        result.Target.Id == Given.Target ? new(Given.Points * Math.Max(1, result.DaysLate), fact.Resource.Path) { PerDay = Given.Points } : null;
}
