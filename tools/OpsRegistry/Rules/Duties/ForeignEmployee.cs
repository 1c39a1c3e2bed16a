using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A post asks for the vendor's own employees, and whoever holds it works for somebody else: the work is passed on, which the contract forbids.
/// </summary>
internal sealed class ForeignEmployee() : Rule("OPS444", new("岗位由外单位人员担任", "post held by somebody else's employee"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from staffing in StaffingDays.Count(folder)
        from holding in staffing.Holdings
        where holding.Faults.Any(fault => fault.Lacks == PostLack.Employer)
        let person = folder.Find<Person>(holding.Assignment.Spec.Person)?.Spec
        where person is not null
        select At(
            holding.Assignment.Spec.PlaceOf(nameof(Assignment.Person)),
            new(
                $"“{holding.Assignment.Spec.Person}”是“{person.Employer}”的人员，岗位“{staffing.Requirement.Post}”要求供应商“{folder.Terms.Vendor}”的员工",
                $"'{holding.Assignment.Spec.Person}' works for '{person.Employer}', and post '{staffing.Requirement.Post}' asks for employees of '{folder.Terms.Vendor}'"),
            new("改派供应商自己的员工，或改正所属单位", "assign an employee of the vendor, or correct the employer"),
            new RelatedPlace(person.PlaceOf(nameof(Person.Employer)), new("所属单位", "employer")),
            new RelatedPlace(staffing.Requirement.PlaceOf(nameof(StaffingRequirement.OwnEmployees)), new("要求写", "asked for")));
}
