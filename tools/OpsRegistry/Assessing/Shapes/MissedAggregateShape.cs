using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>A figure over many records that missed its limit costs points, in the period in which its span ends; one for each system where it is taken for each.</summary>
internal sealed class MissedAggregateShape(MissedAggregate given) : Shape<MissedAggregate>(given)
{
    public override ShapeBasis RestsOn => new() { Aggregates = [Named(Given.Aggregate, nameof(Given.Aggregate))] };

    public override decimal? Most(decimal marks) => Often(Given.Points);

    /// <summary>One draft for each figure that was missed; a span that still runs costs nothing yet.</summary>
    public override ShapeResult Assess(ShapeContext context) => ShapeResult.Lose(
        from line in AggregateLine.Compute(context.Measurement, context.Period)
        where line.Terms.Id == Given.Aggregate && line.Closes && line.State == TargetState.Missed
        let of = line.Of is null ? "" : $" {line.Of}"
        let figure = new LaterText(() => line.Describe(line.Figure))
        let limit = new LaterText(line.DescribeLimit)
        select new TakenPoints(
            Given.Points,
            new(() => new($"{line.Terms.Title.Zh}{of}（{line.Span}）：{figure.Value.Zh}，{limit.Value.Zh}", $"{line.Terms.Title.En}{of} ({line.Span}): {figure.Value.En}, {limit.Value.En}")),
            line.Records.Select(fact => RecordReference.To(fact)).ToList()));

    public override Loss? LossOf(Occurrence occurrence) => null;

    public override Loss? LossOf(Fact fact, TargetResult result) => null;
}
