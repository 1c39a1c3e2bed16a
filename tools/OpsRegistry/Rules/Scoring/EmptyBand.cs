using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A band ends at or below where it begins.
/// </summary>
internal sealed class EmptyBand() : Rule("OPS507", new("档位没有范围", "band that holds no total"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from band in Governance.Scorecards(folder).SelectMany(scorecard => scorecard.Bands)
        where band.From >= band.Below
        select At(
            band.PlaceOf(nameof(band.Below)),
            new($"“{band.Id}”从 {Shown.Show(band.From!.Value)} 到不足 {Shown.Show(band.Below!.Value)}", $"'{band.Id}' is from {Shown.Show(band.From!.Value)} to below {Shown.Show(band.Below!.Value)}"),
            new("改正两个边界中的一个", "correct one of the two edges"));
}
