using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// One person holds the same post twice on the same days, or another post beside one that allows no other. One of the two is not filled, whatever the count says.
/// </summary>
internal sealed class OverlappingAssignments() : Rule("OPS407", new("同一人员派驻重叠", "overlapping assignments of one person"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let exclusive = folder.Terms.Staffing.Where(requirement => requirement.Exclusive).Select(requirement => requirement.Post).ToHashSet(StringComparer.Ordinal)
        from person in folder.Of<Assignment>().GroupBy(assignment => assignment.Spec.Person, StringComparer.Ordinal)
        let ordered = person.OrderBy(assignment => assignment.Spec.From).ThenBy(assignment => assignment.Path, StringComparer.Ordinal).ToList()
        from pair in ordered.SelectMany((first, index) => ordered.Skip(index + 1).Select(second => (First: first, Second: second)))
        where pair.First.Spec.To is not { } end || end > pair.Second.Spec.From
        where pair.First.Spec.Post == pair.Second.Spec.Post || exclusive.Contains(pair.First.Spec.Post) || exclusive.Contains(pair.Second.Spec.Post)
        select At(
            pair.Second.Spec.PlaceOf(nameof(Assignment.From)),
            new(
                $"“{person.Key}”自 {Shown.Show(pair.Second.Spec.From)} 起派驻“{pair.Second.Spec.Post}”，与在“{pair.First.Spec.Post}”的派驻重叠",
                $"'{person.Key}' is assigned to '{pair.Second.Spec.Post}' from {Shown.Show(pair.Second.Spec.From)} while assigned to '{pair.First.Spec.Post}'"),
            new("结束前一个派驻，或改正日期", "end the one before, or correct the days"),
            new RelatedPlace(pair.First.Spec.PlaceOf(nameof(Assignment.From)), new("前一个派驻", "the one before")));
}
