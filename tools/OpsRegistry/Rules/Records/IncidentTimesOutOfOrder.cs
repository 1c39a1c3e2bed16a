using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A step of an incident happened before it was reported. Limits run from the report, so one slip makes a late step look early.
/// </summary>
internal sealed class IncidentTimesOutOfOrder() : Rule("OPS312", new("事件时间先后颠倒", "incident's times out of order"))
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
            new("改正两个时间中的一个；如果都无误，则应写成两起事件", "correct the later of the two times; if both are right, the record needs two incidents"),
            new RelatedPlace(pair.Earlier.Place, pair.Earlier.Done)) with
        { Label = pair.Later.Done };

    private static IEnumerable<(Step Earlier, Step Later)> Pairs(Incident incident)
    {
        Step Of(string property, OffsetDateTime? at, string zh, string en) => new(incident.PlaceOf(property), at, new(zh, en));
        var reported = Of(nameof(incident.ReportedAt), incident.ReportedAt, "报告", "reported");
        return
        [
            (reported, Of(nameof(incident.RespondedAt), incident.RespondedAt, "响应", "responded to")),
            (reported, Of(nameof(incident.RepliedAt), incident.RepliedAt, "答复", "replied to")),
            (reported, Of(nameof(incident.ArrivedAt), incident.ArrivedAt, "到场", "attended")),
            (reported, Of(nameof(incident.TierRaisedAt), incident.TierRaisedAt, "升级", "raised")),
            (reported, Of(nameof(incident.RestoredAt), incident.RestoredAt, "恢复", "restored")),
            (reported, Of(nameof(incident.ResolvedAt), incident.ResolvedAt, "解决", "resolved")),
        ];
    }
}
