using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// On some days of the term fewer people hold a post than the contract asks for. Days in a row are one finding.
/// </summary>
internal sealed class StaffingShortfall() : Rule("OPS405", new("岗位人数不足", "post with too few people"), Severity.Warning)
{
    public override IReadOnlyList<string> RestsOn => [nameof(Assignment), nameof(Person)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from staffing in StaffingDays.Count(folder)
        let requirement = staffing.Requirement
        from gap in staffing.TooFew
        let last = gap.Days.End.PlusDays(-1)
        select At(
            requirement.PlaceOf(nameof(requirement.Headcount)),
            new(
                $"岗位“{requirement.Post}”自 {Shown.Show(gap.Days.Start)} 至 {Shown.Show(last)} 只有 {gap.Found} 人，应有 {requirement.Headcount} 人",
                $"post '{requirement.Post}' has {gap.Found} of {requirement.Headcount} from {Shown.Show(gap.Days.Start)} through {Shown.Show(last)}"),
            new("补上派驻，或改正派驻的起止日期", "add an assignment, or correct the days of those there are"));
}
