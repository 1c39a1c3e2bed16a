using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A person holds a post that needs a confidentiality agreement, and signed none before the first day.
/// </summary>
internal sealed class NoConfidentialityAgreement() : Rule("OPS403", new("上岗前未签保密协议", "no confidentiality agreement on the first day"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let posts = folder.Terms.Staffing.Where(requirement => requirement.ConfidentialityAgreement).ToLookup(requirement => requirement.Post, StringComparer.Ordinal)
        from assignment in folder.Of<Assignment>()
        from requirement in posts[assignment.Spec.Post].Take(1)
        let person = folder.Find<Person>(assignment.Spec.Person)?.Spec
        where person is not null
        where person.ConfidentialitySignedOn is not { } signed || signed > assignment.Spec.From
        select At(
            assignment.Spec.PlaceOf(nameof(Assignment.From)),
            person.ConfidentialitySignedOn is { } late
                ? new(
                    $"“{assignment.Spec.Person}”于 {Shown.Show(assignment.Spec.From)} 上岗，{Shown.Show(late)} 才签保密协议",
                    $"'{assignment.Spec.Person}' began on {Shown.Show(assignment.Spec.From)} and signed the confidentiality agreement on {Shown.Show(late)}")
                : new(
                    $"“{assignment.Spec.Person}”于 {Shown.Show(assignment.Spec.From)} 上岗，没有签保密协议的记录",
                    $"'{assignment.Spec.Person}' began on {Shown.Show(assignment.Spec.From)} without a confidentiality agreement"),
            new("补签并登记 confidentialitySignedOn", "have it signed and fill in confidentialitySignedOn"),
            new RelatedPlace(requirement.PlaceOf(nameof(requirement.ConfidentialityAgreement)), new("保密要求写", "agreement asked for")));
}
