using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A plan came before its request, a consent before its plan, an end before its beginning. Limits run between these times.
/// </summary>
internal sealed class StepsOutOfOrder() : Rule("OPS316", new("办理时间先后颠倒", "steps of a request or change out of order"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where resource.Spec is ServiceRequest or Vulnerability or Change
        let steps = StepsOf(resource.Spec).Where(step => step.At is not null).ToList()
        from pair in steps.Zip(steps.Skip(1))
        where pair.Second.IsBefore(pair.First)
        select At(
            pair.Second.Place,
            new(
                $"在{pair.First.Done.Zh}之前就已{pair.Second.Done.Zh}：{pair.Second.Against(pair.First)}",
                $"{resource.Kind.Title.En} {pair.Second.Done.En} before it was {pair.First.Done.En}: {pair.Second.Against(pair.First)}"),
            new("改正两个时间中的一个", "correct one of the two times"),
            new RelatedPlace(pair.First.Place, pair.First.Done)) with
        { Label = pair.Second.Done };

    private static IEnumerable<Step> StepsOf(Spec spec)
    {
        Step Of(string property, OffsetDateTime? at, string zh, string en) => new(spec, property, at, new(zh, en));
        return spec switch
        {
            ServiceRequest request =>
            [
                Of(nameof(request.RequestedAt), request.RequestedAt, "提出", "requested"),
                Of(nameof(request.PlannedAt), request.PlannedAt, "提交方案", "planned"),
                Of(nameof(request.ConsentedAt), request.ConsentedAt, "同意", "consented to"),
                Of(nameof(request.CompletedAt), request.CompletedAt, "完成", "completed"),
            ],
            Vulnerability vulnerability =>
            [
                Of(nameof(vulnerability.RequestedAt), vulnerability.RequestedAt, "发现", "found"),
                Of(nameof(vulnerability.PlannedAt), vulnerability.PlannedAt, "提交方案", "planned"),
                Of(nameof(vulnerability.ConsentedAt), vulnerability.ConsentedAt, "同意", "consented to"),
                Of(nameof(vulnerability.CompletedAt), vulnerability.CompletedAt, "完成", "completed"),
            ],
            Change change =>
            [
                Of(nameof(change.StartedAt), change.StartedAt, "开始", "started"),
                Of(nameof(change.FinishedAt), change.FinishedAt, "结束", "finished"),
            ],
            _ => [],
        };
    }
}
