using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// An indicator's floor, or the total's, is higher than the marks there are. No score could ever be given.
/// </summary>
internal sealed class FloorAboveMarks() : Rule("OPS503", new("保底分高于满分", "floor above full marks"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        from floor in scorecard.Indicators.Select(indicator => (indicator.Id, indicator.Floor, indicator.Marks, Place: indicator.PlaceOf(nameof(indicator.Floor))))
            .Append((Id: "totalFloor", Floor: scorecard.TotalFloor, scorecard.Marks, Place: scorecard.PlaceOf(nameof(scorecard.TotalFloor))))
        where floor.Floor > floor.Marks
        select At(
            floor.Place,
            new($"“{floor.Id}”的保底分 {Shown.Show(floor.Floor!.Value)} 高于满分 {Shown.Show(floor.Marks)}", $"floor {Shown.Show(floor.Floor!.Value)} of '{floor.Id}' is above its marks {Shown.Show(floor.Marks)}"),
            new("改正保底分或分值", "correct the floor or the marks"));
}
