using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A change of personnel says that one person left and another came on a day, and the assignments say otherwise. Who was there on which day then depends on which file is believed.
/// </summary>
internal sealed class ChangeNotCarriedOut() : Rule("OPS408", new("人员变更与派驻不一致", "personnel change that the assignments do not show"), Severity.Warning)
{
    public override IReadOnlyList<string> RestsOn => [nameof(Assignment)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let assignments = folder.Of<Assignment>().ToLookup(assignment => assignment.Spec.Person, StringComparer.Ordinal)
        from change in folder.Of<PersonnelChange>()
        let day = change.Spec.EffectiveOn
        from fault in Faults(change.Spec, day, assignments)
        select At(
            change.Spec.PlaceOf(fault.Property),
            fault.Message,
            new("改正变更的日期，或改正派驻的起止日期", "correct the day of the change, or the days of the assignment"),
            new RelatedPlace(change.Spec.PlaceOf(nameof(PersonnelChange.EffectiveOn)), new("变更生效", "takes effect")));

    private static IEnumerable<(string Property, Message Message)> Faults(PersonnelChange change, LocalDate day, ILookup<string, Resource<Assignment>> assignments)
    {
        if (assignments[change.Outgoing].Any(assignment => assignment.Spec.Covers(day)))
        {
            yield return (nameof(change.Outgoing), new($"“{change.Outgoing}”应于 {Shown.Show(day)} 离岗，当日仍有派驻", $"'{change.Outgoing}' leaves on {Shown.Show(day)} and is still assigned on that day"));
        }

        if (change.Incoming is { } incoming && !assignments[incoming].Any(assignment => assignment.Spec.Covers(day)))
        {
            yield return (nameof(change.Incoming), new($"“{incoming}”应于 {Shown.Show(day)} 到岗，当日没有派驻", $"'{incoming}' comes on {Shown.Show(day)} and is not assigned on that day"));
        }
    }
}
