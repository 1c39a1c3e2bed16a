using NodaTime;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Which time stamps of a record a metric runs between.</summary>
public static class TimeStamps
{
    /// <summary>Start and end of a metric on a record; for reports the end stands in another record.</summary>
    public static (OffsetDateTime? Start, OffsetDateTime? End) Of(RecordSpec record, Metric metric) => (record, metric) switch
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
        (Acceptance acceptance, Metric.AcceptanceDecision) => (StartOf(acceptance.RequestedOn), StartOf(acceptance.DecidedOn)),
        (Acceptance { Accepted: false } acceptance, Metric.Rectification) => (StartOf(acceptance.DecidedOn), StartOf(acceptance.RectifiedOn)),
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

    /// <summary>A day as a time stamp: records that know only the day are measured on day clocks, which do not look at the hour.</summary>
    private static OffsetDateTime? StartOf(LocalDate? day) => day?.AtMidnight().WithOffset(BeijingTime.Offset);
}
