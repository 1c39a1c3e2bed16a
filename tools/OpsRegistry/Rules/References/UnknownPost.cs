using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// An assignment fills a post that the contract does not ask for. With a slip in its name the post it was meant for looks empty.
/// </summary>
internal sealed class UnknownPost() : Rule("OPS222", new("岗位不在人员要求中", "assignment to an unknown post"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = folder.Terms.Staffing.Select(requirement => requirement.Post).Distinct().ToList()
        where known.Count > 0
        from assignment in folder.Of<Assignment>()
        where !known.Contains(assignment.Spec.Post)
        let fault = UnknownName.Describe(new("岗位", "post"), assignment.Spec.Post, known)
        select At(assignment.Spec.PlaceOf(nameof(Assignment.Post)), fault.Message, fault.Help);
}
