using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An incident was restored before anybody responded to it, or resolved before it was restored. A service can come back by itself, so the times may be right;
/// more often one of them is a slip.
/// </summary>
internal sealed class UnlikelyOrder() : Rule("OPS315", new("事件时间的先后不合常理", "incident's times in an unlikely order"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from incident in registry.Of<Incident>()
        from pair in Pairs(incident.Spec)
        where pair.Later.IsBefore(pair.Earlier)
        select At(
            pair.Later.Place,
            new(
                $"事件在{pair.Earlier.Done.Zh}之前就已{pair.Later.Done.Zh}：{pair.Later.Against(pair.Earlier)}",
                $"incident {pair.Later.Done.En} before it was {pair.Earlier.Done.En}: {pair.Later.Against(pair.Earlier)}"),
            new("核对两个时间；如属实，保留记录", "check the two times; if they are right, keep the record"),
            new RelatedPlace(pair.Earlier.Place, pair.Earlier.Done)) with
        { Label = pair.Later.Done };

    private static IEnumerable<(Step Earlier, Step Later)> Pairs(Incident incident)
    {
        Step Of(string property, OffsetDateTime? at, string zh, string en) => new(incident, property, at, new(zh, en));
        var restored = Of(nameof(incident.RestoredAt), incident.RestoredAt, "恢复", "restored");
        return
        [
            (Of(nameof(incident.RespondedAt), incident.RespondedAt, "响应", "responded to"), restored),
            (restored, Of(nameof(incident.ResolvedAt), incident.ResolvedAt, "解决", "resolved")),
        ];
    }
}
