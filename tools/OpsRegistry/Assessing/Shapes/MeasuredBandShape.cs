using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Measured durations fall into bands that give the score; several events become one figure (K004-AGG).</summary>
public static class MeasuredBandShape
{
    /// <summary>One draft for the marks that the figure falls short of; undetermined where nothing was measured.</summary>
    public static ShapeResult Draft(MeasuredBand shape, ShapeContext context)
    {
        var results = context.Results(shape.Target).Where(result => result.State is TargetState.Met or TargetState.Missed).ToList();
        if (results.Count == 0)
        {
            return ShapeResult.Unknown(UndeterminedReason.NothingMeasured);
        }

        var scores = results.Select(result => ScoreOf(result, shape)).ToList();
        var score = shape.Aggregation == Aggregation.Worst ? scores.Min() : scores.Sum() / scores.Count;
        var lost = context.Indicator.Marks - score;
        var references = results.Zip(scores)
            .Where(pair => pair.Second < context.Indicator.Marks)
            .Select(pair => RecordReference.At(pair.First.Resource, pair.First.Resource.Place)).ToList();
        return lost <= 0m
            ? ShapeResult.Nothing
            : ShapeResult.Of(new Draft(lost, ReasonFor(scores, shape.Aggregation), references) { Targets = results });
    }

    private static decimal ScoreOf(TargetResult result, MeasuredBand shape)
    {
        if (result.End is null || result.Elapsed is not { Counted: { Unit: AmountUnit.Time } counted })
        {
            return shape.NeverScore;
        }

        return shape.Bands.FirstOrDefault(band => band.UpTo is not { } upTo || counted.Time <= upTo)?.Score ?? shape.NeverScore;
    }

    private static Text ReasonFor(IReadOnlyList<decimal> scores, Aggregation aggregation)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var (count, worst) = (scores.Count.ToString(invariant), scores.Min().ToString("0.##", invariant));
        return aggregation == Aggregation.Worst
            ? new($"{count} 次事件，取最差一次 {worst} 分", $"{count} events, the worst gives {worst}")
            : new($"{count} 次事件取平均，最差一次 {worst} 分", $"mean of {count} events, the worst gives {worst}");
    }
}
