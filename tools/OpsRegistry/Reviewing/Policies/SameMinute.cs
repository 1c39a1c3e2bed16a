using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A new incident was reported and answered in the same two minutes as another. One fault may hit two systems at once, and times may have been
/// copied: worth a look, no accusation.
/// </summary>
internal sealed class SameMinute() : PolicyRule("OPS652", new("时间与另一事件同在一分钟", "same minutes as another incident"), Severity.Note)
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var known = change.After.Registry.Of<Incident>().ToLookup(incident => (incident.Untyped.Metadata.Contract, Minutes(incident.Spec)));
        return
            from added in MergedRecords.Added(change)
            let incident = added.Record as Incident
            where incident?.RespondedAt is not null
            let other = known[(added.Resource.Metadata.Contract, Minutes(incident))].Cast<Resource<Incident>?>().FirstOrDefault(one => one!.Value.Path != added.Resource.Path)
            where other is not null
            select At(
                incident.PlaceOf(nameof(incident.ReportedAt)),
                new($"报告和响应的时间与“{other.Value.Name}”同在一分钟（{Shown.Show(incident.ReportedAt)}）", $"reported and answered in the minutes of '{other.Value.Name}' ({Shown.Show(incident.ReportedAt)})"),
                new("可能是同一故障，也可能是照抄；请核对", "one fault told twice, or copied times: worth a look"),
                new RelatedPlace(other.Value.Place, new("另一事件", "the other incident")));
    }

    private static (LocalDateTime, LocalDateTime?) Minutes(Incident incident) =>
        (Minute(incident.ReportedAt), incident.RespondedAt is { } answered ? Minute(answered) : null);

    private static LocalDateTime Minute(OffsetDateTime time)
    {
        var local = BeijingTime.Local(time.ToInstant());
        return local.Date.At(new LocalTime(local.Hour, local.Minute));
    }
}
