using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// An indicator's terms together take fewer points than it has above its floor. The floor is never reached: either the floor or the points are not what the
/// contract says.
/// </summary>
internal sealed class UnreachableFloor() : Rule("OPS262", new("扣不到的保底分", "floor that is never reached"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        from indicator in scorecard.Indicators
        let most = indicator.Deductions.Aggregate((decimal?)0m, (sum, term) => term.Shape is { } shape ? sum + Shape.Of(shape).Most(indicator.Marks) : null)
        where most > 0m && indicator.Marks - most > indicator.Floor
        select At(
            indicator.PlaceOf(nameof(indicator.Floor)),
            new(
                $"“{indicator.Id}”最多扣 {Shown.Show(most!.Value)} 分，剩 {Shown.Show(indicator.Marks - most.Value)} 分，扣不到 {Shown.Show(indicator.Floor!.Value)} 分",
                $"'{indicator.Id}' loses {Shown.Show(most!.Value)} points at most and keeps {Shown.Show(indicator.Marks - most.Value)}, never falling to {Shown.Show(indicator.Floor!.Value)}"),
            new("核对条款：改正扣分、分值或保底分", "check the clause: correct the points, the marks or the floor"));
}
