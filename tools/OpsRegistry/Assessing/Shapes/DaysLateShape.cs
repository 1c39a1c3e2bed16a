using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Each day that a report is late costs points.</summary>
public static class DaysLateShape
{
    /// <summary>One draft for each late report; a report still missing is late up to the cut-off.</summary>
    public static ShapeResult Draft(DaysLate shape, ShapeContext context) => ShapeResult.Of(
        from result in context.Results(shape.Target)
        where result.State == TargetState.Missed
        let title = result.Target.Title
        let references = new[] { RecordReference.At(result.Resource, result.Resource.Place) }
            .Concat(result.StoppedBy is { } report ? [RecordReference.At(report, report.Spec.PlaceOf(nameof(FaultReport.SubmittedAt)))] : [])
        select new Draft(
            shape.Points * result.DaysLate,
            new($"{result.Resource.Name} 的{title.Zh}逾期 {result.DaysLate} 天", $"{title.En} on {result.Resource.Name} is {result.DaysLate} day(s) late"),
            references.ToList())
        { Targets = [result] });
}
