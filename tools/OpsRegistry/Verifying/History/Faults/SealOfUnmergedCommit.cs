using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A seal came into the branch and names a commit that the branch did not have: the period was measured on files that nobody had accepted.
/// </summary>
internal sealed class SealOfUnmergedCommit() : HistoryRule("OPS724", new("封存了未合并的提交", "seal of a commit that was not merged"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        from resource in step.Change.Resources
        let seal = resource is { Before: null } ? resource.After?.Spec as Seal : null
        where seal is not null && !history.Git.Holds(step.Parent, seal.Commit)
        select At(step.Commit, resource.Path, new($"封存的提交 {seal.Commit[..12]} 当时不在主干上", $"sealed commit {seal.Commit[..12]} was not in the branch"), new("在主干的提交上重新封存", "seal on a commit of the branch"));
}
