using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A post asks for all of a person's working time, and whoever holds it gives a share of it.
/// </summary>
internal sealed class PartOfTheirTime() : Rule("OPS445", new("专属岗位的人员没有全部投入", "dedicated post held with part of somebody's time"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from staffing in StaffingDays.Count(folder)
        from holding in staffing.Holdings
        where holding.Faults.Any(fault => fault.Lacks == PostLack.Dedication)
        let assignment = holding.Assignment.Spec
        select At(
            assignment.PlaceOf(nameof(Assignment.Share)),
            new(
                $"“{assignment.Person}”的投入比例是 {Shown.Show(assignment.Share)}，岗位“{staffing.Requirement.Post}”要求专属",
                $"'{assignment.Person}' gives {Shown.Show(assignment.Share)} of their time, and post '{staffing.Requirement.Post}' is dedicated"),
            new("改派全部投入的人员，或改正投入比例", "assign somebody who gives all of it, or correct the share"),
            new RelatedPlace(staffing.Requirement.PlaceOf(nameof(StaffingRequirement.Dedicated)), new("要求写", "asked for")));
}
