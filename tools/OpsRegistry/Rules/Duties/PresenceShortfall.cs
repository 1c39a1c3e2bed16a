using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// On a day of which presence is recorded fewer people came than the post asks for, though enough hold it. Days in a row are one finding; a day without
/// a record says nothing. Somebody on leave may be the reason, so it is a note.
/// </summary>
internal sealed class PresenceShortfall() : Rule("OPS442", new("到岗人数不足", "fewer came than asked for"), Severity.Note)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from staffing in StaffingDays.Count(folder)
        let requirement = staffing.Requirement
        from gap in staffing.TooFewCame
        let days = Shown.Show(gap.Days)
        select At(
            requirement.PlaceOf(nameof(requirement.PresenceRecorded)),
            new(
                $"岗位“{requirement.Post}”{days.Zh} 到岗 {gap.Found} 人，应到 {requirement.Headcount} 人",
                $"post '{requirement.Post}': {gap.Found} of {requirement.Headcount} came, {days.En}"),
            new("核对到岗表；属实的，保留", "check the presence sheet; where it is so, leave it"));
}
