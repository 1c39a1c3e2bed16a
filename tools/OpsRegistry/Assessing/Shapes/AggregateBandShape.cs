using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>A figure over many records falls into a band that gives the score, in the period in which its span ends; of several figures the mean or the worst counts.</summary>
internal sealed class AggregateBandShape(AggregateBand given) : Shape<AggregateBand>(given)
{
    public override ShapeBasis RestsOn => new() { Aggregates = [Named(Given.Aggregate, nameof(Given.Aggregate))] };

    public override decimal? Most(decimal marks) => Math.Max(0m, marks - Given.Bands.Select(band => band.Score).Append(Given.NothingScore ?? marks).Min());

    /// <summary>One draft for the marks that the figures fall short of; undetermined where there is nothing to measure and no score for that, and nothing where no span ends.</summary>
    public override ShapeResult Assess(ShapeContext context)
    {
        var lines = AggregateLine.Compute(context.Measurement, context.Period).Where(line => line.Terms.Id == Given.Aggregate && line.Closes).ToList();
        if (lines.Count == 0)
        {
            return ShapeResult.Nothing;
        }

        var scored = lines.Select(line => (Line: line, Score: ScoreOf(line))).ToList();
        if (scored.Any(pair => pair.Score is null))
        {
            return ShapeResult.Unknown(UndeterminedReason.NothingMeasured);
        }

        var score = Given.Aggregation switch
        {
            Aggregation.Mean => scored.Average(pair => pair.Score!.Value),
            Aggregation.Worst => scored.Min(pair => pair.Score!.Value),
        };
        var lost = context.Indicator.Marks - score;
        var below = scored.Where(pair => pair.Score < context.Indicator.Marks).ToList();
        return lost <= 0m ? ShapeResult.Nothing : ShapeResult.Lose(new TakenPoints(
            lost,
            new(() => new(string.Join("；", below.Select(pair => Sentence(pair.Line, pair.Score!.Value).Zh)), string.Join("; ", below.Select(pair => Sentence(pair.Line, pair.Score!.Value).En)))),
            below.SelectMany(pair => pair.Line.Records).Distinct().Select(fact => RecordReference.To(fact)).ToList()));
    }

    public override Loss? LossOf(Occurrence occurrence) => null;

    public override Loss? LossOf(Fact fact, TargetResult result) => null;

    private static Text Sentence(AggregateLine line, decimal score)
    {
        var (of, figure, points) = (line.Of is null ? "" : $" {line.Of}", line.Describe(line.Figure), Points.Plain(score));
        return new($"{line.Terms.Title.Zh}{of}（{line.Span}）：{figure.Zh}，得 {points} 分", $"{line.Terms.Title.En}{of} ({line.Span}): {figure.En}, which gives {points}");
    }

    private decimal? ScoreOf(AggregateLine line) => line.Figure is not { } figure
        ? Given.NothingScore
        : Given.Bands.FirstOrDefault(band => !(figure > line.Terms.LimitIn(band.AtMost)) && !(figure < line.Terms.LimitIn(band.AtLeast)))?.Score ?? 0m;
}
