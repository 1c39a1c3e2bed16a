using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The best total or the worst lies in no band: the highest band has an upper edge, or the lowest a lower edge that totals can fall under.
/// </summary>
internal sealed class UncoveredTotals() : Rule("OPS506", new("档位没有覆盖全部得分", "totals that no band holds"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        where scorecard.Bands.Count > 0
        let ordered = BandOrder.BestFirst(scorecard.Bands)
        from edge in new[]
        {
            (Band: ordered[0], Open: ordered[0].Below is null || ordered[0].Below > scorecard.Marks, Property: nameof(Band.Below), Total: scorecard.Marks),
            (Band: ordered[^1], Open: ordered[^1].From is null || ordered[^1].From <= scorecard.TotalFloor, Property: nameof(Band.From), Total: scorecard.TotalFloor ?? (ordered[^1].From ?? 0) - 1),
        }
        where !edge.Open
        select At(
            edge.Band.PlaceOf(edge.Property),
            new($"总分 {Shown.Show(edge.Total)} 不在任何档位内", $"no band holds a total of {Shown.Show(edge.Total)}"),
            new("最高一档不写 below，最低一档不写 from", "leave out below in the highest band and from in the lowest"));
}
