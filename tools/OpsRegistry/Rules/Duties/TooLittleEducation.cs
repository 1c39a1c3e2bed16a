using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A person holds a post with less education than the contract asks for.
/// </summary>
internal sealed class TooLittleEducation() : Rule("OPS414", new("学历低于岗位要求", "too little education for the post"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let posts = folder.Terms.Staffing.ToLookup(requirement => requirement.Post, StringComparer.Ordinal)
        from assignment in folder.Of<Assignment>()
        from requirement in posts[assignment.Spec.Post]
        let person = folder.Find<Person>(assignment.Spec.Person)?.Spec
        where person is not null && person.Education < requirement.Education
        let has = person.Education.Title()
        let needs = requirement.Education.Title()
        select At(
            assignment.Spec.PlaceOf(nameof(Assignment.Person)),
            new($"“{assignment.Spec.Person}”的学历是{has.Zh}，岗位要求{needs.Zh}", $"'{assignment.Spec.Person}' has the education '{has.En}', and the post asks for '{needs.En}'"),
            new("改派符合要求的人员，或改正学历", "assign somebody who has it, or correct the education"),
            new RelatedPlace(requirement.PlaceOf(nameof(requirement.Education)), new("要求写", "asked for")));
}
