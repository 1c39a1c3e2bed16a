using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A person holds a post that must be filled on site and is not stationed there. The post counts as empty on these days.
/// </summary>
internal sealed class AssignmentOffSite() : Rule("OPS417", new("驻场岗位的人员不驻场", "assignment off site to a post on site"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from staffing in StaffingDays.Count(folder)
        let requirement = staffing.Requirement
        from holding in staffing.Holdings
        where !holding.IsPresent
        let assignment = holding.Assignment.Spec
        select At(
            assignment.PlaceOf(nameof(Assignment.OnSite)),
            new($"“{assignment.Person}”在岗位“{requirement.Post}”不驻场", $"'{assignment.Person}' holds the post '{requirement.Post}' and is not on site"),
            new("改派驻场人员，或写 onSite: true", "assign somebody on site, or write onSite: true"),
            new RelatedPlace(requirement.PlaceOf(nameof(requirement.OnSite)), new("要求写", "asked for")));
}
