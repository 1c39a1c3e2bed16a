using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A commit on the branch claims a time more than an hour before the commit it follows on. Clocks differ by minutes; a larger step back is a clock set
/// wrong, or a date made up to look timely.
/// </summary>
internal sealed class BackdatedCommit() : HistoryRule("OPS719", new("提交时间早于它的上一个提交", "commit dated before the one before it"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from step in history.Steps
        let back = step.Parent.CommittedAt - step.Commit.CommittedAt
        where back > Tolerance
        select At(step.Commit, step.Files.Count > 0 ? step.Files[0].Path : "ops-registry",
            new($"提交时间比上一个提交早 {back.TotalHours:0.0} 小时", $"dated {back.TotalHours:0.0} hours before the commit before it"),
            new("按平台的合并时间判断是否迟报，不按提交自称的时间", "judge lateness by the forge's time of merging, not by what a commit claims"));

    private static readonly Duration Tolerance = Duration.FromHours(1);
}
