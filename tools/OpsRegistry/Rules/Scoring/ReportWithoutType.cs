using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A target awaits a report and does not say which. Any report, or none, would stop its clock.
/// </summary>
internal sealed class ReportWithoutType() : Rule("OPS527", new("报告时限没有写报告类型", "report target without a type of report"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from target in Governance.Targets(folder)
        where (target.Metric == Metric.Report) != (target.ReportType is not null)
        select At(
            target.PlaceOf(target.ReportType is null ? nameof(target.Metric) : nameof(target.ReportType)),
            target.ReportType is null
                ? new($"时限“{target.Id}”没有写等待哪一种报告", $"target '{target.Id}' does not say which report it awaits")
                : new($"时限“{target.Id}”不等待报告，却写了报告类型", $"target '{target.Id}' awaits no report and names a type of report"),
            new("报告时限写 reportType，其他时限不写", "a target for a report has a reportType, any other has none"));
}
