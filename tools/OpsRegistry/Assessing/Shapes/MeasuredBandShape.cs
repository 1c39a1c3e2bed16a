using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Measured durations fall into bands that give the score; several events become one figure.</summary>
internal sealed class MeasuredBandShape(MeasuredBand given) : Shape<MeasuredBand>(given)
{
    public override ShapeBasis RestsOn => new() { Targets = [Named(Given.Target, nameof(Given.Target)), .. Given.AlsoTargets.Select((id, index) => new Located<string>(id, Given.PlaceOf(nameof(Given.AlsoTargets), index)))] };

    public override decimal? Most(decimal marks) => Math.Max(0m, marks - Given.Bands.Select(band => band.Score).Append(Given.NeverScore).Min());

    /// <summary>One draft for the marks that the figure falls short of; undetermined where nothing was measured.</summary>
    public override ShapeResult Assess(ShapeContext context)
    {
        var results = Given.AlsoTargets.Prepend(Given.Target).SelectMany(context.Results).Where(result => result.State is TargetState.Met or TargetState.Missed).ToList();
        if (results.Count == 0)
        {
            return ShapeResult.Unknown(UndeterminedReason.NothingMeasured);
        }

        var scores = results.Select(ScoreOf).ToList();
        var worst = scores.Min().ToString("0.##", CultureInfo.InvariantCulture);
        var (score, reason) = Given.Aggregation switch
        {
            Aggregation.Mean => (scores.Sum() / scores.Count, new Text($"{scores.Count} 次事件取平均，最差一次 {worst} 分", $"mean of {scores.Count} events, the worst gives {worst}")),
            Aggregation.Worst => (scores.Min(), new Text($"{scores.Count} 次事件，取最差一次 {worst} 分", $"{scores.Count} events, the worst gives {worst}")),
        };
        var short_ = results.Zip(scores).Where(pair => pair.Second < context.Indicator.Marks).Select(pair => pair.First.Resource);
        var lost = context.Indicator.Marks - score;
        return lost <= 0m
            ? ShapeResult.Nothing
            : ShapeResult.Lose(new TakenPoints(lost, reason, short_.Select(record => RecordReference.At(record, record.Place)).ToList()) { Targets = results });
    }

    public override Loss? LossOf(Occurrence occurrence) => null;

    public override Loss? LossOf(Fact fact, TargetResult result) => null;

    private decimal ScoreOf(TargetResult result) =>
        result.End is null || result.Elapsed is not { Counted: { Unit: AmountUnit.Time } counted }
            ? Given.NeverScore
            : Given.Bands.FirstOrDefault(band => band.UpTo is not { } upTo || counted.Time <= upTo)?.Score ?? Given.NeverScore;
}
