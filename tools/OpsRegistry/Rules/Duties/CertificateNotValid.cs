using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A person holds a post on days on which the certificate that it needs is missing or not valid.
/// </summary>
public sealed class CertificateNotValid : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS415";

    /// <inheritdoc/>
    public override Text Title => new("岗位要求的证书缺失或过期", "certificate missing or run out");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let posts = folder.Terms.Staffing.Where(requirement => requirement.Certificate is not null).ToLookup(requirement => requirement.Post, StringComparer.Ordinal)
        from assignment in folder.Of<Assignment>()
        from requirement in posts[assignment.Spec.Post]
        let person = folder.Find<Person>(assignment.Spec.Person)?.Spec
        where person is not null
        let last = (assignment.Spec.To ?? folder.Terms.Term.End).PlusDays(-1)
        let held = person.Certificates.Where(certificate => certificate.Title == requirement.Certificate).ToList()
        where !held.Any(certificate => (certificate.ValidFrom ?? assignment.Spec.From) <= assignment.Spec.From && (certificate.ValidTo ?? last) >= last)
        select At(
            assignment.Spec.PlaceOf(nameof(Assignment.Person)),
            held.Count == 0
                ? new($"“{assignment.Spec.Person}”没有岗位要求的证书“{requirement.Certificate}”", $"'{assignment.Spec.Person}' has no certificate '{requirement.Certificate}'")
                : new(
                    $"“{assignment.Spec.Person}”的证书“{requirement.Certificate}”没有覆盖 {Shown.Of(assignment.Spec.From)} 至 {Shown.Of(last)}",
                    $"certificate '{requirement.Certificate}' of '{assignment.Spec.Person}' is not valid on all days from {Shown.Of(assignment.Spec.From)} through {Shown.Of(last)}"),
            new("改派持证人员，或登记新的证书", "assign somebody who has it, or record the new certificate"),
            new RelatedPlace(requirement.PlaceOf(nameof(requirement.Certificate)), new("要求写", "asked for")));
}
