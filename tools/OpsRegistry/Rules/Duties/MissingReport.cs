using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A report on an incident was due by the registry's cut-off and is not there. It costs points for each day until it comes.
/// </summary>
internal sealed class MissingReport() : Rule("OPS413", new("报告未提交", "report not handed in"), Severity.Note)
{
    public override IReadOnlyList<string> RestsOn => [nameof(FaultReport)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from version in InForce.Contracts(registry)
        from result in AwaitedReports.Find(registry, version)
        where result.State == TargetState.Missed && result.StoppedBy is null
        select At(
            result.Resource.Place,
            new(
                $"“{result.Resource.Name}”的“{result.Target.Title.Zh}”应在 {AwaitedReports.Shown(result.Due)} 前提交，尚未提交",
                $"'{result.Target.Title.En}' on '{result.Resource.Name}' was due by {AwaitedReports.Shown(result.Due)} and is not there"),
            new("提交报告并登记", "hand the report in and record it"),
            new RelatedPlace(result.Target.PlaceOf(nameof(TargetTerms.Limit)), new($"时限（{Shown.Show(result.Target.Clauses).Zh}）", $"limit ({Shown.Show(result.Target.Clauses).En})")));
}
