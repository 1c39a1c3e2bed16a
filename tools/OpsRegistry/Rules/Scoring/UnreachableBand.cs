using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// No total can ever fall into a band: it begins above full marks, or ends at or below the least that floors allow, and no veto leads into it. Whoever wrote
/// it meant something that will never happen.
/// </summary>
internal sealed class UnreachableBand() : Rule("OPS260", new("没有得分能落入的档次", "band that no total can reach"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        let least = LeastTotal(scorecard)
        from band in scorecard.Bands
        where (band.From > scorecard.Marks || band.Below <= least) && scorecard.Vetoes.All(veto => veto.Band != band.Id)
        select At(
            band.From > scorecard.Marks ? band.PlaceOf(nameof(Band.From)) : band.PlaceOf(nameof(Band.Below)),
            new(
                $"总分在 {(least is { } floor ? Shown.Show(floor) : "负值")} 到 {Shown.Show(scorecard.Marks)} 之间，落不到“{band.Id}”",
                $"totals lie between {(least is { } bottom ? Shown.Show(bottom) : "any negative number")} and {Shown.Show(scorecard.Marks)}, and none falls into '{band.Id}'"),
            new("改正档次的界限，或各项的保底分", "correct the band's edges, or the floors"));

    /// <summary>The least total: the total's floor, or the sum of the indicators' where each has one; null where there is none.</summary>
    private static decimal? LeastTotal(Scorecard scorecard)
    {
        var sum = scorecard.Indicators.Aggregate((decimal?)0m, (least, indicator) => least + indicator.Floor);
        return sum is null || scorecard.TotalFloor > sum ? scorecard.TotalFloor ?? sum : sum;
    }
}
