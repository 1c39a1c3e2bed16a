using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A merge commit holds a file that git would not have made of its two sides: something was slipped in while merging, where a reviewer of either
/// side could not see it.
/// </summary>
internal sealed class EvilMerge() : HistoryRule("OPS711", new("合并夹带了两边都没有的内容", "merge with content that neither side had"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        from file in step.Merge?.Paths ?? []
        where file.Fault == MergeFault.HoldsWhatNobodyHad
        select At(step.Commit, file.Path, new("合并后的文件不是两边自动合并的结果", "the merged file is not what git makes of the two sides"), new("恢复自动合并的结果；要改的内容另行提交审查", "restore what git makes of it, and propose the change where it can be reviewed"));
}
