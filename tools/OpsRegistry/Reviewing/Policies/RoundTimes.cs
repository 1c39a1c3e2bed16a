using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// Every time of a new record is a full quarter of an hour. Clocks read from a log are seldom so round, memory is: worth a look, no accusation. Plans are
/// round by nature, and kinds that are filed ahead are passed over.
/// </summary>
internal sealed class RoundTimes() : PolicyRule("OPS653", new("时间全是整刻钟", "nothing but round times"), Severity.Note)
{
    private const int Quarter = 15;
    private const int Fewest = 4; // Three round times come by chance about once in three thousand, four once in fifty thousand.

    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from added in MergedRecords.Added(change)
        let times = RecordMarks.TimesOf(added.Resource)
        where added.Resource.Kind.Ahead == Ahead.Never && times.Count >= Fewest && times.All(time => time.Value.Minute % Quarter == 0 && time.Value.Second == 0)
        select At(
            times[0].Place,
            new($"“{added.Resource.Name}”的 {times.Count} 个时间全是整刻钟", $"all {times.Count} times of '{added.Resource.Name}' are full quarters of an hour"),
            new("请与监控或工单的时间核对", "compare them with the monitoring or the ticket system"));
}
