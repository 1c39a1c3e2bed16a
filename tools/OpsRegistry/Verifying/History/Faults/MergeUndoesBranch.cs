using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A merge takes back what the branch itself had changed meanwhile, though the merged request never touched it: a stale copy was merged over newer
/// files.
/// </summary>
internal sealed class MergeUndoesBranch() : HistoryRule("OPS712", new("合并撤销了主干上的改动", "merge that undoes the branch"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        from file in step.Merge?.Paths ?? []
        where file.Fault == MergeFault.UndoesBranch
        select At(step.Commit, file.Path, new("合并把主干上的改动退回到旧内容", "the merge takes the branch's own change back"), new("恢复主干的内容", "restore what the branch had"));
}
