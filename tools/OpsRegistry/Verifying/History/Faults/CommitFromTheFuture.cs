using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A commit on the branch claims a time that has not come yet. Whether a record is of the future, or late, is judged by the time of the commit that brings it:
/// one set ahead lets both pass.
/// </summary>
internal sealed class CommitFromTheFuture() : HistoryRule("OPS725", new("提交时间在将来", "commit from the future"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        let ahead = step.Commit.CommittedAt - history.Now
        where ahead > Tolerance
        select At(step.Commit, step.Files.Count > 0 ? step.Files[0].Path : "ops-registry",
            new($"提交自称的时间比现在晚 {ahead.TotalHours:0.0} 小时", $"dated {ahead.TotalHours:0.0} hours ahead of now"),
            new("查明谁把时钟拨快或写了假日期；按平台的合并时间重新合并", "find out whose clock was set ahead or who made the date up, and merge it again at the forge's own time"));

    private static readonly Duration Tolerance = Duration.FromHours(1);
}
