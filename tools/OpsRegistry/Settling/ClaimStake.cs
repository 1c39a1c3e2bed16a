using OpsRegistry.Assessing;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>What would be lost if a record said something else where it takes the lenient value.</summary>
/// <param name="Record">The record with the values in force.</param>
/// <param name="Others">The other values: one, or several where only all of them together would cost something.</param>
/// <param name="Periods">The ids of the periods that would lose.</param>
/// <param name="Points">Points lost more.</param>
/// <param name="Yuan">Yuan deducted more; null where it would be undetermined.</param>
internal sealed record ClaimStake(Resource Record, IReadOnlyList<OtherValue> Others, IReadOnlyList<string> Periods, decimal Points, decimal? Yuan)
{
    /// <summary>True where anything would be lost.</summary>
    public bool IsWorse => Points > 0m || Yuan is null or > 0m;

    /// <summary>What periods lose from one result to another.</summary>
    /// <param name="periods">Each period's id with both results.</param>
    public static ClaimStake Between(Resource record, IReadOnlyList<OtherValue> others, IEnumerable<(string Id, Assessment Claimed, Assessment Other)> periods)
    {
        var losses = periods
            .Select(period => (period.Id, Points: PointsOf(period.Claimed, period.Other), Yuan: YuanOf(PeriodSettlement.Settle(period.Claimed), PeriodSettlement.Settle(period.Other))))
            .Where(loss => loss is not (_, 0m, 0m))
            .ToList();
        return new(record, others, losses.Select(loss => loss.Id).ToList(), losses.Sum(loss => loss.Points), losses.Aggregate((decimal?)0m, (sum, loss) => sum + loss.Yuan));
    }

    /// <summary>The points of the lines whose score is known on both sides: what a person must judge moves nothing here.</summary>
    private static decimal PointsOf(Assessment before, Assessment after) => before.Indicators.Zip(after.Indicators, (was, becomes) => was.Score - becomes.Score ?? 0m).Sum();

    private static decimal? YuanOf(PeriodSettlement before, PeriodSettlement after) => (before.Total, after.Total) is (not null, null) ? null : KnownOf(after) - KnownOf(before);

    private static decimal KnownOf(PeriodSettlement settlement) => settlement.Lines.Sum(line => line.Amount ?? 0m);
}

/// <summary>Another value of a field than the one claimed.</summary>
/// <param name="Key">The field's key under <c>spec:</c>.</param>
/// <param name="Claimed">The value claimed; null where nothing is said.</param>
/// <param name="Other">The other value; null for none.</param>
internal sealed record OtherValue(string Key, string? Claimed, string? Other);
