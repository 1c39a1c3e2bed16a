using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The marks of the groups do not add up to the scorecard's full marks. A faultless period would not get full marks.
/// </summary>
internal sealed class GroupMarksDoNotAddUp() : Rule("OPS501", new("各组分值之和不等于总分", "groups' marks do not add up"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        let sum = scorecard.Groups.Sum(part => part.Marks)
        where sum != scorecard.Marks
        select At(
            scorecard.PlaceOf(nameof(scorecard.Marks)),
            new($"各组分值合计 {Shown.Show(sum)}，总分写 {Shown.Show(scorecard.Marks)}", $"groups' marks add up to {Shown.Show(sum)}, and full marks are {Shown.Show(scorecard.Marks)}"),
            new("改正总分或某一组的分值", "correct full marks or the marks of a group"),
            [.. scorecard.Groups.Select(part => new RelatedPlace(part.PlaceOf(nameof(part.Marks)), new($"“{part.Id}”{Shown.Show(part.Marks)} 分", $"'{part.Id}' has {Shown.Show(part.Marks)}")))]);
}
