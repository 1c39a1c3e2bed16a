using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A person holds a post with fewer years of experience than the contract asks for.
/// </summary>
internal sealed class TooLittleExperience() : Rule("OPS404", new("人员经验年限不足", "too little experience for the post"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let posts = folder.Terms.Staffing.ToLookup(requirement => requirement.Post, StringComparer.Ordinal)
        from assignment in folder.Of<Assignment>()
        from requirement in posts[assignment.Spec.Post]
        let person = folder.Find<Person>(assignment.Spec.Person)?.Spec
        where person is not null
        let years = person.YearsOfExperience(requirement.ExperienceIn, assignment.Spec.From)
        where years < requirement.ExperienceYears
        let kind = requirement.ExperienceIn is { } word ? new Text($"“{word}”", $"'{word}' ") : Text.Same("")
        select At(
            assignment.Spec.PlaceOf(nameof(Assignment.Person)),
            new(
                $"“{assignment.Spec.Person}”有 {years} 年{kind.Zh}经验，岗位要求 {requirement.ExperienceYears} 年",
                $"'{assignment.Spec.Person}' has {years} years of {kind.En}experience, and the post asks for {requirement.ExperienceYears}"),
            new("改派符合要求的人员，或改正经验年限", "assign somebody who has them, or correct the years"),
            new RelatedPlace(requirement.PlaceOf(nameof(requirement.ExperienceYears)), new("要求写", "asked for")));
}
