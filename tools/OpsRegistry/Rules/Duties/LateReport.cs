using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A report on an incident came after its limit. The record is true; the note says which limit it missed and by when it was due.
/// </summary>
internal sealed class LateReport() : Rule("OPS412", new("报告逾期提交", "report handed in late"), Severity.Note)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from version in InForce.Contracts(registry)
        from result in AwaitedReports.Find(registry, version)
        where result.State == TargetState.Missed && result.StoppedBy is not null
        let report = (FaultReport)result.StoppedBy!.Spec
        select At(
            report.PlaceOf(nameof(report.SubmittedAt)),
            new(
                $"“{result.Resource.Name}”的“{result.Target.Title.Zh}”应在 {AwaitedReports.Shown(result.Due)} 前提交，{Shown.Show(report.SubmittedAt)} 才提交",
                $"'{result.Target.Title.En}' on '{result.Resource.Name}' was due by {AwaitedReports.Shown(result.Due)} and handed in at {Shown.Show(report.SubmittedAt)}"),
            new("如时间无误，无须更改", "nothing to do if the time is right"),
            new RelatedPlace(result.Target.PlaceOf(nameof(TargetTerms.Limit)), new($"时限（{Shown.Show(result.Target.Clauses).Zh}）", $"limit ({Shown.Show(result.Target.Clauses).En})")));
}
