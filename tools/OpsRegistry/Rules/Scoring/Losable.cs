using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>How many points a shape can take in a period, as far as a scorecard alone tells.</summary>
internal static class Losable
{
    /// <summary>The most points that it can take; null where there is no most.</summary>
    /// <param name="marks">The indicator's marks.</param>
    public static decimal? Most(RuleShape shape, decimal marks) => shape switch
    {
        MissingOccurrences missing => Often(missing.Points),
        MatchingRecords { PointsBy: { } by } => Often(by.Values.Values.DefaultIfEmpty(0m).Max()),
        MatchingRecords records => Often(records.Points ?? 0m),
        EveryNth every => Often(every.Points),
        DaysLate late => Often(late.Points),
        MissedAggregate missed => Often(missed.Points),
        NoneInWiderPeriod none => none.Points,
        MeasuredBand measured => Math.Max(0m, marks - measured.Bands.Select(band => band.Score).Append(measured.NeverScore).Min()),
        Judged judged => Math.Max(0m, marks - judged.Least),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static decimal? Often(decimal points) => points == 0m ? 0m : null;
}
