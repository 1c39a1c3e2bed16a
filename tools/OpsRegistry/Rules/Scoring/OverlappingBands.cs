using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Two bands hold the same totals, so one total has two prices.
/// </summary>
internal sealed class OverlappingBands() : Rule("OPS505", new("档位互相重叠", "overlapping bands"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from pair in Governance.Scorecards(folder).SelectMany(BandOrder.Neighbours)
        where pair.Upper.From is null || pair.Lower.Below is null || pair.Lower.Below > pair.Upper.From
        select At(
            pair.Lower.PlaceOf(pair.Lower.Below is null ? nameof(Band.Id) : nameof(Band.Below)),
            new($"“{pair.Lower.Id}”与“{pair.Upper.Id}”重叠", $"'{pair.Lower.Id}' overlaps '{pair.Upper.Id}'"),
            new("使 below 等于上一档的 from", "let below be the from of the band above"),
            new RelatedPlace(pair.Upper.PlaceOf(nameof(Band.From)), new("上一档", "the band above")));
}
