using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A status speaks of a promise that the contract does not list. An unfulfilled promise costs money, so it has to be one that was made.
/// </summary>
internal sealed class UnknownCommitment() : Rule("OPS216", new("引用了不存在的承诺", "unknown commitment"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = folder.Terms.Commitments.Select(commitment => commitment.Id).ToList()
        from status in folder.Of<CommitmentStatus>()
        where !known.Contains(status.Spec.Commitment)
        let fault = UnknownName.Describe(new("承诺", "commitment"), status.Spec.Commitment, known)
        select At(status.Spec.PlaceOf(nameof(CommitmentStatus.Commitment)), fault.Message, fault.Help);
}
