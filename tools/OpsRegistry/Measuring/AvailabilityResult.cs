using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Availability in a period: outages united, cut to the period and the window.</summary>
/// <param name="Terms">The figure.</param>
/// <param name="Whole">Time that counts in all; zero where nothing was to be measured yet.</param>
/// <param name="Outage">Time of it without service.</param>
/// <param name="Incidents">The incidents behind it.</param>
internal sealed record AvailabilityResult(AvailabilityTerms Terms, Duration Whole, Duration Outage, IReadOnlyList<Fact> Incidents)
{
    /// <summary>The share available, 0 to 1; null where there is nothing to divide by.</summary>
    public decimal? Share => Whole == Duration.Zero ? null : 1m - ((decimal)Outage.ToInt64Nanoseconds() / Whole.ToInt64Nanoseconds());

    /// <summary>Outage that the target would have allowed.</summary>
    public Duration Allowed => Duration.FromNanoseconds((long)((1m - Terms.Target) * Whole.ToInt64Nanoseconds()));

    /// <summary>The longest single fault that touches the period, also with its hours before and after it, up to the cut-off.</summary>
    public Duration LongestFault { get; init; }

    /// <summary>The incidents left out, and the maintenance filed before it began.</summary>
    public IReadOnlyList<Fact> Excluded { get; init; } = [];

    /// <summary>Measures a period up to the cut-off; null when the window is unknown or the calendar does not reach.</summary>
    public static AvailabilityResult? Measure(AvailabilityTerms terms, AssessmentPeriod period, IReadOnlyList<Fact> facts, ContractClocks clocks, Instant asOf)
    {
        var span = period.Days.ToInterval();
        var end = Instant.Min(span.End, asOf);
        if (clocks.Window(terms.Window) is not { } window || end <= span.Start ||
            !window.Intervals(span.Start, end, clocks.Calendar).TryGet(out var whole, out _))
        {
            return null;
        }

        var (incidents, excluded) = Split(terms, facts);
        var maintenance = terms.PlannedMaintenanceExcluded ? Maintenance(facts, asOf) : [];
        var planned = IntervalSet.Union(maintenance.SelectMany(pair => pair.Intervals.Intervals));
        var counted = whole.Subtract(planned);
        var hit = incidents
            .Select(fact => (Fact: fact, Down: Severities.IntervalsOf(((Incident)fact.Record).Interruptions, asOf)))
            .Where(pair => !pair.Down.Intersect(counted).IsEmpty)
            .ToList();
        if (LongestOf(hit.Select(pair => pair.Down), planned, window, clocks.Calendar) is not { } longest)
        {
            return null;
        }

        var outage = IntervalSet.Union(hit.SelectMany(pair => pair.Down.Intersect(counted).Intervals));
        return new(terms, counted.Total, outage.Total, hit.Select(pair => pair.Fact).ToList())
        {
            LongestFault = longest,
            Excluded = excluded.Concat(maintenance.Select(pair => pair.Fact)).ToList(),
        };
    }

    /// <summary>
    /// The longest fault in the window's hours, whole: a limit on a single fault does not end where a period does. Null when the calendar
    /// does not reach.
    /// </summary>
    private static Duration? LongestOf(IEnumerable<IntervalSet> faults, IntervalSet planned, ServiceWindow window, WorkCalendar calendar)
    {
        var longest = Duration.Zero;
        foreach (var fault in faults)
        {
            if (!window.Intervals(fault.Intervals[0].Start, fault.Intervals[^1].End, calendar).TryGet(out var open, out _))
            {
                return null;
            }

            longest = Duration.Max(longest, fault.Intersect(open).Subtract(planned).Total);
        }

        return longest;
    }

    private static (List<Fact> Counted, List<Fact> Excluded) Split(AvailabilityTerms terms, IReadOnlyList<Fact> facts)
    {
        var incidents = facts.Where(fact => fact.Record is Incident && fact.Matches(terms.AppliesTo)).ToLookup(fact => terms.Excluded.Any(fact.Matches));
        return (incidents[false].ToList(), incidents[true].ToList());
    }

    /// <summary>Maintenance that was filed before it began; filed later it is an outage like any other.</summary>
    private static List<(Fact Fact, IntervalSet Intervals)> Maintenance(IReadOnlyList<Fact> facts, Instant asOf) => facts
        .Where(fact => fact.Record is Change { StartedAt: { } started } change && change.FiledAt.ToInstant() < started.ToInstant())
        .Select(fact => (fact, Severities.IntervalsOf([StretchOf((Change)fact.Record)], asOf)))
        .ToList();

    private static TimeSpanRecord StretchOf(Change change) => new() { From = change.StartedAt!.Value, To = change.FinishedAt };
}
