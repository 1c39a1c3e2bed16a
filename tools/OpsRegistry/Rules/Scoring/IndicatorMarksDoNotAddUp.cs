using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The marks of a group's indicators do not add up to the group's marks.
/// </summary>
internal sealed class IndicatorMarksDoNotAddUp() : Rule("OPS502", new("各指标分值之和不等于本组分值", "indicators' marks do not add up"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scored in Governance.Scorecards(folder).SelectMany(scorecard => scorecard.Groups)
        let sum = scored.Indicators.Sum(indicator => indicator.Marks)
        where sum != scored.Marks
        select At(
            scored.PlaceOf(nameof(scored.Marks)),
            new($"“{scored.Id}”各指标合计 {Shown.Show(sum)}，本组写 {Shown.Show(scored.Marks)}", $"indicators of '{scored.Id}' add up to {Shown.Show(sum)}, and the group has {Shown.Show(scored.Marks)}"),
            new("改正本组或某一指标的分值", "correct the marks of the group or of an indicator"),
            [.. scored.Indicators.Select(indicator => new RelatedPlace(indicator.PlaceOf(nameof(indicator.Marks)), new($"“{indicator.Id}”{Shown.Show(indicator.Marks)} 分", $"'{indicator.Id}' has {Shown.Show(indicator.Marks)}")))]);
}
