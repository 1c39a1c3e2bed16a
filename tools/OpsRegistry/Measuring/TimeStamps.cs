using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Which time stamps of a record a clock runs between.</summary>
internal static class TimeStamps
{
    /// <summary>Start and end of a target's clock on a record: what the target names, else where its metric usually starts and ends; for reports the end stands in another record.</summary>
    /// <param name="kind">The record's kind.</param>
    public static (OffsetDateTime? Start, OffsetDateTime? End) Find(Kind kind, RecordSpec record, TargetTerms target)
    {
        var usual = Usual(record, target.Metric, target.Role);
        return (
            target.From is { } from ? Stamps(kind, record, from, target.Role).FirstOrDefault() : usual.Start,
            target.To is { } to ? Stamps(kind, record, to, target.Role).OrderBy(stamp => stamp?.ToInstant()).FirstOrDefault() : usual.End);
    }

    /// <summary>Where a metric usually starts and ends on a record.</summary>
    /// <param name="role">The role whose arrival counts; null for whoever comes first.</param>
    public static (OffsetDateTime? Start, OffsetDateTime? End) Usual(RecordSpec record, Metric metric, string? role = null) => (record, metric) switch
    {
        (Incident incident, Metric.Response) => (incident.ReportedAt, incident.RespondedAt),
        (Incident incident, Metric.FirstReply) => (incident.ReportedAt, incident.RepliedAt),
        (Incident incident, Metric.OnSiteArrival) => (incident.ReportedAt, FirstArrival(incident.ArrivedAt, incident.Arrivals, role)),
        (Incident incident, Metric.Restoration) => (incident.ReportedAt, incident.RestoredAt),
        (Incident incident, Metric.Resolution) => (incident.ReportedAt, incident.ResolvedAt),
        (Incident incident, Metric.Report) => (incident.RestoredAt ?? incident.ResolvedAt, null),
        (Incident incident, Metric.Substitute) => (incident.ReportedAt, incident.SubstituteOfferedAt),
        (Incident incident, Metric.Escalation) => (incident.ReportedAt, incident.EscalatedAt),
        (Incident incident, Metric.Confirmation) => (incident.ResolvedAt, incident.ConfirmedAt),
        (ServiceRequest request, Metric.Response) => (request.RequestedAt, request.RespondedAt),
        (ServiceRequest request, Metric.OnSiteArrival) => (request.RequestedAt, FirstArrival(request.ArrivedAt, request.Arrivals, role)),
        (ServiceRequest request, Metric.Plan) => (request.RequestedAt, request.PlannedAt),
        (ServiceRequest request, Metric.Completion) => (request.ConsentedAt ?? (request.PlannedAt is null ? request.RequestedAt : null), request.CompletedAt),
        (ServiceRequest request, Metric.Substitute) => (request.RequestedAt, request.SubstituteOfferedAt),
        (ServiceRequest request, Metric.Escalation) => (request.RequestedAt, request.EscalatedAt),
        (ServiceRequest request, Metric.Confirmation) => (request.CompletedAt, request.ConfirmedAt),
        (Vulnerability vulnerability, Metric.Plan) => (vulnerability.RequestedAt, vulnerability.PlannedAt),
        (Vulnerability vulnerability, Metric.Completion) => (vulnerability.ConsentedAt, vulnerability.CompletedAt),
        (Acceptance acceptance, Metric.AcceptanceDecision) => (WithinDay(acceptance.RequestedOn), WithinDay(acceptance.DecidedOn)),
        (Acceptance { Accepted: false } acceptance, Metric.Rectification) => (WithinDay(acceptance.DecidedOn), WithinDay(acceptance.RectifiedOn)),
        _ => (null, null),
    };

    /// <summary>When a record was reported or asked for, by which it falls into a class of hours; null for kinds that are not reported.</summary>
    public static OffsetDateTime? Reported(RecordSpec record) => record switch
    {
        Incident incident => incident.ReportedAt,
        ServiceRequest request => request.RequestedAt,
        Vulnerability vulnerability => vulnerability.RequestedAt,
        _ => null,
    };

    /// <summary>When a record was dealt with; null where it was not, and for kinds that are not.</summary>
    public static OffsetDateTime? Handled(RecordSpec record) => record switch
    {
        Incident incident => incident.ResolvedAt ?? incident.RestoredAt,
        ServiceRequest request => request.CompletedAt,
        Vulnerability vulnerability => vulnerability.CompletedAt,
        _ => null,
    };

    /// <summary>The pauses of a record.</summary>
    public static IReadOnlyList<TimeSpanRecord> PausesOf(RecordSpec record) => record is Incident incident ? incident.Pauses : [];

    /// <summary>The metrics that can be measured on a kind of record without naming where they start and end.</summary>
    public static IReadOnlyList<Metric> MetricsOf(string kind) => kind switch
    {
        "Incident" => [Metric.Response, Metric.FirstReply, Metric.OnSiteArrival, Metric.Restoration, Metric.Resolution, Metric.Report, Metric.Substitute, Metric.Escalation, Metric.Confirmation],
        "ServiceRequest" => [Metric.Response, Metric.OnSiteArrival, Metric.Plan, Metric.Completion, Metric.Substitute, Metric.Escalation, Metric.Confirmation],
        "Vulnerability" => [Metric.Plan, Metric.Completion],
        "Acceptance" => [Metric.AcceptanceDecision, Metric.Rectification],
        _ => [],
    };

    /// <summary>The stamps of some fields, in the fields' order; none for what is not filled in.</summary>
    private static IEnumerable<OffsetDateTime?> Stamps(Kind kind, RecordSpec record, OneOf fields, string? role) => fields.Values
        .Select(field => (record, field) switch
        {
            (Incident incident, ArrivedAt) => FirstArrival(incident.ArrivedAt, incident.Arrivals, role),
            (ServiceRequest request, ArrivedAt) => FirstArrival(request.ArrivedAt, request.Arrivals, role),
            _ => kind.Field(field)?.ValueOf(record) switch
            {
                OffsetDateTime time => time,
                LocalDate day => WithinDay(day),
                _ => null,
            },
        })
        .Where(stamp => stamp is not null);

    private const string ArrivedAt = "arrivedAt";

    /// <summary>Whoever came first; of a role, only those whose role is written down.</summary>
    private static OffsetDateTime? FirstArrival(OffsetDateTime? first, IReadOnlyList<Arrival> arrivals, string? role)
    {
        var earliest = role is null ? first : null;
        for (var index = 0; index < arrivals.Count; index++)
        {
            var arrival = arrivals[index];
            if ((role is null || arrival.Role == role) && !(earliest is { } known && known.ToInstant() < arrival.At.ToInstant()))
            {
                earliest = arrival.At;
            }
        }

        return earliest;
    }

    /// <summary>
    /// A day as a time stamp, for records that know only the day and are measured on day clocks. Noon, because the day's first
    /// instant is also 24:00 of the day before, and one day late would be in time.
    /// </summary>
    private static OffsetDateTime? WithinDay(LocalDate? day) => day?.At(LocalTime.Noon).WithOffset(BeijingTime.Offset);
}
