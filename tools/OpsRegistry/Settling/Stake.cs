using OpsRegistry.Assessing;

namespace OpsRegistry.Settling;

/// <summary>What is at stake: points, and what the period's deduction of money becomes with them.</summary>
/// <param name="Points">Points lost, after floors; null while the lines that lose them are undetermined.</param>
/// <param name="Total">The total with all of it lost; null while undetermined.</param>
/// <param name="Yuan">Yuan deducted because of it; null while undetermined.</param>
internal sealed record Stake(decimal? Points, decimal? Total, decimal? Yuan)
{
    /// <summary>What losses that have not happened would add to a period's result.</summary>
    public static Stake OfComing(Assessment assessment, IReadOnlyCollection<PointLoss> losses) =>
        Between(assessment, With(assessment, losses, 1m));

    /// <summary>What losses that are in a period's result already have taken.</summary>
    public static Stake OfCounted(Assessment assessment, IReadOnlyCollection<PointLoss> losses) =>
        Between(With(assessment, losses, -1m), assessment);

    private static Stake Between(Assessment better, Assessment worse) => new(
        better.Total - worse.Total ?? OfLines(better, worse),
        worse.Total,
        PeriodSettlement.Settle(worse).Total - PeriodSettlement.Settle(better).Total);

    /// <summary>The points of the lines that differ: known also where another line, and so the total, is undetermined.</summary>
    private static decimal? OfLines(Assessment better, Assessment worse)
    {
        var changed = better.Indicators.Zip(worse.Indicators).Where(pair => !ReferenceEquals(pair.First, pair.Second)).ToList();
        return changed.Count == 0 ? null : changed.Sum(pair => pair.First.Score!.Value - pair.Second.Score!.Value);
    }

    /// <summary>The assessment with losses added or taken back; a loss with the same key counts once.</summary>
    private static Assessment With(Assessment assessment, IReadOnlyCollection<PointLoss> losses, decimal sign)
    {
        var byIndicator = losses.DistinctBy(loss => loss.Key).ToLookup(loss => loss.Indicator.Id, loss => loss.Points, StringComparer.Ordinal);
        return assessment with { Indicators = assessment.Indicators.Select(line => With(line, sign * byIndicator[line.Indicator.Id].Sum())).ToList() };
    }

    private static IndicatorScore With(IndicatorScore line, decimal change)
    {
        if (line.Score is null || change == 0m)
        {
            return line;
        }

        // From the points before the floor: what lies below the floor already is lost only once.
        var open = line.Indicator.Marks - line.Deductions.Sum(deduction => deduction.PointsBeforeFloor) - change;
        return line with { Score = line.Indicator.Floor is { } floor ? Math.Max(open, floor) : open };
    }
}
