using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Two neighbouring bands leave totals between them that are in neither. A total in the gap would cost nothing that the contract names.
/// </summary>
internal sealed class BandGap() : Rule("OPS504", new("档位之间有空档", "gap between bands"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from pair in Governance.Scorecards(folder).SelectMany(BandOrder.Neighbours)
        where pair.Lower.Below < pair.Upper.From
        select At(
            pair.Lower.PlaceOf(nameof(Band.Below)),
            new(
                $"“{pair.Lower.Id}”到 {Shown.Show(pair.Lower.Below!.Value)} 为止，“{pair.Upper.Id}”从 {Shown.Show(pair.Upper.From!.Value)} 开始",
                $"'{pair.Lower.Id}' ends below {Shown.Show(pair.Lower.Below!.Value)} and '{pair.Upper.Id}' begins at {Shown.Show(pair.Upper.From!.Value)}"),
            new("使 below 等于上一档的 from", "let below be the from of the band above"),
            new RelatedPlace(pair.Upper.PlaceOf(nameof(Band.From)), new("上一档", "the band above")));
}
