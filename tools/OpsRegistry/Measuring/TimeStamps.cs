using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Which time stamps of a record a metric runs between.</summary>
internal static class TimeStamps
{
    /// <summary>Start and end of a metric on a record; for reports the end stands in another record.</summary>
    public static (OffsetDateTime? Start, OffsetDateTime? End) Find(RecordSpec record, Metric metric) => (record, metric) switch
    {
        (Incident incident, Metric.Response) => (incident.ReportedAt, incident.RespondedAt),
        (Incident incident, Metric.FirstReply) => (incident.ReportedAt, incident.RepliedAt),
        (Incident incident, Metric.OnSiteArrival) => (incident.ReportedAt, incident.ArrivedAt),
        (Incident incident, Metric.Restoration) => (incident.ReportedAt, incident.RestoredAt),
        (Incident incident, Metric.Resolution) => (incident.ReportedAt, incident.ResolvedAt),
        (Incident incident, Metric.Report) => (incident.RestoredAt ?? incident.ResolvedAt, null),
        (ServiceRequest request, Metric.Response) => (request.RequestedAt, request.RespondedAt),
        (ServiceRequest request, Metric.Plan) => (request.RequestedAt, request.PlannedAt),
        (ServiceRequest request, Metric.Completion) => (request.ConsentedAt ?? (request.PlannedAt is null ? request.RequestedAt : null), request.CompletedAt),
        (Vulnerability vulnerability, Metric.Plan) => (vulnerability.RequestedAt, vulnerability.PlannedAt),
        (Vulnerability vulnerability, Metric.Completion) => (vulnerability.ConsentedAt, vulnerability.CompletedAt),
        (Acceptance acceptance, Metric.AcceptanceDecision) => (WithinDay(acceptance.RequestedOn), WithinDay(acceptance.DecidedOn)),
        (Acceptance { Accepted: false } acceptance, Metric.Rectification) => (WithinDay(acceptance.DecidedOn), WithinDay(acceptance.RectifiedOn)),
        _ => (null, null),
    };

    /// <summary>The pauses of a record.</summary>
    public static IReadOnlyList<TimeSpanRecord> PausesOf(RecordSpec record) => record is Incident incident ? incident.Pauses : [];

    /// <summary>The metrics that can be measured on a kind of record.</summary>
    public static IReadOnlyList<Metric> MetricsOf(string kind) => kind switch
    {
        "Incident" => [Metric.Response, Metric.FirstReply, Metric.OnSiteArrival, Metric.Restoration, Metric.Resolution, Metric.Report],
        "ServiceRequest" => [Metric.Response, Metric.Plan, Metric.Completion],
        "Vulnerability" => [Metric.Plan, Metric.Completion],
        "Acceptance" => [Metric.AcceptanceDecision, Metric.Rectification],
        _ => [],
    };

    /// <summary>
    /// A day as a time stamp, for records that know only the day and are measured on day clocks. Noon, because the day's first
    /// instant is also 24:00 of the day before, and one day late would be in time.
    /// </summary>
    private static OffsetDateTime? WithinDay(LocalDate? day) => day?.At(LocalTime.Noon).WithOffset(BeijingTime.Offset);
}
