using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A report was handed in before the last day that it covers. What happened after it was handed in is not in it, and no other report will tell.
/// </summary>
internal sealed class ReportBeforeItsEnd() : Rule("OPS433", new("报告早于其所涵盖的末日", "report handed in before the last day it covers"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where resource.Spec is ICovering { Covers: not null } and RecordSpec
        let record = (RecordSpec)resource.Spec
        let covered = ((ICovering)record).Covers!
        where covered.From <= covered.Through && record.OccurredOn < covered.Through
        select At(
            covered.PlaceOf(nameof(CoveredDays.Through)),
            new($"报告 {Shown.Show(record.OccurredOn)} 提交，却涵盖到 {Shown.Show(covered.Through)}", $"the report was handed in on {Shown.Show(record.OccurredOn)} and covers days through {Shown.Show(covered.Through)}"),
            new("写实际涵盖的末日，或改正提交日", "give the last day that it really covers, or correct the day it was handed in"));
}
