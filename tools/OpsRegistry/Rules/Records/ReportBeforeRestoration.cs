using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A fault report was handed in before the service was back. The clock of its limit had not begun, so the times contradict each other.
/// </summary>
internal sealed class ReportBeforeRestoration() : Rule("OPS322", new("报告早于恢复", "report handed in before the restoration"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from report in folder.Of<FaultReport>()
        let incident = folder.Find<Incident>(report.Spec.Incident)?.Spec
        where incident is not null
        let restored = TimeStamps.Usual(incident, Metric.Report).Start
        where restored is not null
        where report.Spec.SubmittedAt.ToInstant() < restored.Value.ToInstant()
        select At(
            report.Spec.PlaceOf(nameof(FaultReport.SubmittedAt)),
            new(
                $"报告于 {Shown.Show(report.Spec.SubmittedAt)} 提交，早于恢复时间 {Shown.Show(restored.Value)}",
                $"report handed in at {Shown.Show(report.Spec.SubmittedAt)}, before the restoration at {Shown.Show(restored.Value)}"),
            new("改正提交时间或恢复时间", "correct the time of the report or of the restoration"),
            new RelatedPlace(incident.PlaceOf(nameof(Incident.RestoredAt)), new("恢复", "restored")));
}
