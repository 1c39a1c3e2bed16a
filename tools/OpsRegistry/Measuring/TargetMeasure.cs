using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Measures one target on one record.</summary>
internal static class TargetMeasure
{
    // Said of every record: made once.
    private static readonly Text MeansNothing = new("服务级别中的时限或服务时间无法理解", "the limit or window in the service levels means nothing");
    private static readonly Text NotStarted = new("计时起点尚未发生", "what starts the clock has not happened");
    private static readonly Text Within = new("在时限内", "within the limit");
    private static readonly Text Open = new("时限未到，尚未完成", "open, limit not reached");
    private static readonly Text OpenPast = new("已超时限，尚未完成", "open past the limit");
    private static readonly Text Past = new("超过时限", "past the limit");

    /// <summary>The outcome as of a cut-off; what was stamped after the cut-off has not happened yet.</summary>
    /// <param name="reports">The reports on the record, for <see cref="Metric.Report"/>.</param>
    /// <param name="startsAt">When the clock of a target starts that runs only once another was missed; null for all others.</param>
    /// <param name="earlier">The outcome as of an earlier cut-off: a limit that nothing pauses is reached at the same moment. Null for none.</param>
    public static TargetResult Measure(
        TargetTerms target, Resource resource, RecordSpec record, IReadOnlyList<Resource<FaultReport>> reports, ContractClocks clocks, Instant asOf, Instant? startsAt = null, TargetResult? earlier = null)
    {
        if (clocks.Parse(target) is not { } measure)
        {
            return new(target, resource, TargetState.NotMeasurable, MeansNothing) { IsForGood = true };
        }

        var (from, to) = TimeStamps.Find(resource.Kind, record, target);
        var report = target.Metric == Metric.Report ? FirstReport(target, reports) : null;
        var stop = report?.Spec.SubmittedAt.ToInstant() ?? to?.ToInstant();
        if ((startsAt ?? from?.ToInstant()) is not { } start || start > asOf)
        {
            return new(target, resource, TargetState.NotMeasurable, NotStarted) { IsForGood = startsAt is null && from is null };
        }

        var end = stop <= asOf ? stop : null;
        var early = end < start && (target.From is not null || startsAt is not null) && end >= (TimeStamps.Reported(record)?.ToInstant() ?? end);
        var pauses = target.Pauses ? Severities.IntervalsOf(TimeStamps.PausesOf(record), asOf) : null;
        var due = pauses is null && earlier is { Due: { } reached } && earlier.Start == start ? Parsed.Known(reached, earlier.Provisional) : Clock.DueAt(start, measure.Limit, measure.Clock, clocks.Calendar, pauses);
        var elapsed = Clock.Elapsed(start, early ? start : end ?? asOf, measure.Clock, clocks.Calendar, pauses);
        if (due.Problem is { } problem || (problem = elapsed.Problem) is not null)
        {
            return new(target, resource, TargetState.NotMeasurable, problem.Message) { Start = start, End = end, Problem = problem, StartsAt = startsAt };
        }

        var met = elapsed.Value.Meets(measure.Limit);
        var state = met ? (end is null ? TargetState.Pending : TargetState.Met) : TargetState.Missed;
        return new(target, resource, state, early ? new("起算前已完成", "done before the clock started") : Words(state, end, due.Value, record))
        {
            StartsAt = startsAt,
            Start = start,
            End = end,
            Due = due.Value,
            Elapsed = elapsed.Value,
            DaysLate = state == TargetState.Missed ? DaysBetween(due.Value, end ?? asOf) : 0,
            StoppedBy = report?.Untyped,
            Provisional = due.Provisional || elapsed.Provisional,
        };
    }

    private static Resource<FaultReport>? FirstReport(TargetTerms target, IReadOnlyList<Resource<FaultReport>> reports)
    {
        Resource<FaultReport>? first = null;
        for (var index = 0; index < reports.Count; index++)
        {
            var report = reports[index];
            if (report.Spec.ReportType != target.ReportType)
            {
                continue;
            }

            if (first is not { } earlier || report.Spec.SubmittedAt.ToInstant() < earlier.Spec.SubmittedAt.ToInstant())
            {
                first = report;
            }
        }

        return first;
    }

    /// <summary>Calendar days from the due day to the end's day; midnight ends a day and does not begin the next.</summary>
    private static int DaysBetween(Instant due, Instant end) =>
        Math.Max(1, Period.DaysBetween(BeijingTime.DateEndingAt(due), BeijingTime.DateEndingAt(end)));

    private static Text Words(TargetState state, Instant? end, Instant due, RecordSpec record) => (state, end) switch
    {
        (TargetState.Missed, _) when record is Incident { TierRaisedAt: { } raised } && due < raised.ToInstant() =>
            new("级别调高时已超时限", "already past the limit when the tier was raised"),
        (TargetState.Met, _) => Within,
        (TargetState.Pending, _) => Open,
        (TargetState.Missed, null) => OpenPast,
        (TargetState.Missed, _) => Past,
        (TargetState.NotMeasurable, _) => throw new System.Diagnostics.UnreachableException(), // has a reason of its own
    };
}
