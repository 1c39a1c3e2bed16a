using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A commit that a seal names, or that was kept as a checkpoint, is not in the branch any more: the branch was pushed by force over it, and what
/// was agreed there may have been replaced.
/// </summary>
internal sealed class CheckpointLost() : HistoryRule("OPS717", new("历史被改写，检查点不见了", "history rewritten: a checkpoint is gone"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from checkpoint in history.Checkpoints
        where !history.Git.Holds(history.Head, checkpoint.Commit)
        select new Finding(Info, checkpoint.Place,
            new($"提交 {checkpoint.Commit[..12]} 不在 {history.Head.Short} 的历史里", $"commit {checkpoint.Commit[..12]} is not in the history of {history.Head.Short}"),
            new("找回原来的历史（镜像、备份、他人的克隆），并查明谁强制推送", "recover the old history from a mirror, a backup or someone's clone, and find out who forced the push"));
}
