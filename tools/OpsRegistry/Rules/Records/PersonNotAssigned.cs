using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A record names a person of the provider who holds no post on that day. Work by somebody who was not there proves nothing.
/// People of the purchaser hold no post and are not asked.
/// </summary>
internal sealed class PersonNotAssigned() : Rule("OPS320", new("当日不在岗的人员", "person not assigned on that day"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Assignment), nameof(Person)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let assignments = folder.Of<Assignment>().ToLookup(assignment => assignment.Spec.Person, StringComparer.Ordinal)
        from resource in folder.Records
        let record = (RecordSpec)resource.Spec
        from person in record.People
        where folder.Find<Person>(person.Value) is { } known && known.Spec.Employer == folder.Terms.Vendor
        where !assignments[person.Value].Any(assignment => assignment.Spec.Covers(record.OccurredOn))
        let nearest = assignments[person.Value].Select(assignment => assignment.Place).FirstOrDefault()
        select At(
            person.Place,
            new($"“{person.Value}”在 {Shown.Show(record.OccurredOn)} 没有派驻", $"'{person.Value}' is not assigned on {Shown.Show(record.OccurredOn)}"),
            new("改正人员或日期，或补上派驻", "correct the person or the day, or add the assignment"),
            nearest.Path is null ? [] : [new RelatedPlace(nearest, new("派驻", "assignment"))]);
}
