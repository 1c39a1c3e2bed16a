using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// Both sides changed a file and the merge took one side whole. It may well be right, and nobody reviewed it: the other side's change is gone.
/// </summary>
internal sealed class HandResolvedMerge() : HistoryRule("OPS714", new("手工解决的合并冲突", "conflict resolved by hand"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        from file in step.Merge?.Paths ?? []
        where file.Fault == MergeFault.ResolvedByHand
        select At(step.Commit, file.Path, new("两边都改了该文件，合并只取了一边", "both sides changed the file, and the merge took one of them"), new("核对被放弃的一边", "look at the side that was given up"));
}
