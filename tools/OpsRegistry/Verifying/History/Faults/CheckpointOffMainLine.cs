using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A commit that was the branch's newest once is now on a side line: the branch was merged into another and the result pushed in its place, so that
/// its first parents tell another story.
/// </summary>
internal sealed class CheckpointOffMainLine() : HistoryRule("OPS718", new("检查点不在主线上", "checkpoint off the main line"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from checkpoint in history.Checkpoints
        where history.Git.Holds(history.Head, checkpoint.Commit) && !history.MainLine.Contains(checkpoint.Commit)
        select new Finding(Info, checkpoint.Place,
            new($"提交 {checkpoint.Commit[..12]} 曾是主干的最新提交，现在只在旁支上", $"commit {checkpoint.Commit[..12]} was the branch's newest once and is on a side line now"),
            new("把主干恢复到原来的主线，再合并请求", "put the branch back on its own line and merge requests into it"));
}
