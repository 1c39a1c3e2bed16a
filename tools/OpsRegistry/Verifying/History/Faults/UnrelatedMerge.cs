using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A merge joins a history that has nothing in common with the branch: another registry, or this one built up again with other facts.
/// </summary>
internal sealed class UnrelatedMerge() : HistoryRule("OPS716", new("合并了毫无关系的历史", "merge of an unrelated history"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        where step.Merge is { HasCommonAncestor: false }
        select At(step.Commit, "ops-registry", new("合并的历史与主干没有共同祖先", "the merged history has no ancestor in common with the branch"), new("不合并另起的历史；记录逐份提交审查", "do not merge a history begun elsewhere; file its records as requests"));
}
