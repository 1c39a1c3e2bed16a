using OpsRegistry.Loading;
using OpsRegistry.Rules;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// By the times of a new record nothing took any time, or it took more than a year: begun and ended, or reported, answered and restored in one second.
/// Nobody works like that; somebody filled in a form. Worth a look, no accusation.
/// </summary>
internal sealed class NoTimePassed() : PolicyRule("OPS658", new("所费时间不可能", "impossible duration"), Severity.Note)
{
    private const int AtOnce = 3; // Two of several may well be one: whoever reports a fault on the telephone is answered at once.
    private static readonly Duration Longest = Duration.FromDays(366);

    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from added in MergedRecords.Added(change)
        let times = RecordMarks.TimesOf(added.Resource)
        where times.Count > 1
        let took = times[^1].Value.ToInstant() - times[0].Value.ToInstant()
        let together = times.Count(time => time.Value.ToInstant() == times[0].Value.ToInstant())
        where took > Longest || together == times.Count || together >= AtOnce
        select At(
            times[0].Place,
            took > Longest
                ? new($"“{added.Resource.Name}”从 {Shown.Show(times[0].Value)} 到 {Shown.Show(times[^1].Value)}，超过一年", $"'{added.Resource.Name}' takes from {Shown.Show(times[0].Value)} to {Shown.Show(times[^1].Value)}, more than a year")
                : new($"“{added.Resource.Name}”有 {together} 个时间是同一秒（{Shown.Show(times[0].Value)}）", $"{together} times of '{added.Resource.Name}' are one second ({Shown.Show(times[0].Value)})"),
            new("请与监控、工单或签到的时间核对", "compare them with the monitoring, the ticket system or the sign-in sheet"));
}
