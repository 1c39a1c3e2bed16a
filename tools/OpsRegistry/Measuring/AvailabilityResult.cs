using NodaTime;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Availability in a period: outages united, cut to the period and the window.</summary>
/// <param name="Terms">The figure.</param>
/// <param name="Whole">Time that counts in all; zero where nothing was to be measured yet.</param>
/// <param name="Outage">Time of it without service.</param>
/// <param name="Incidents">The incidents behind it.</param>
public sealed record AvailabilityResult(AvailabilityTerms Terms, Duration Whole, Duration Outage, IReadOnlyList<Fact> Incidents)
{
    /// <summary>The share available, 0 to 1; null where there is nothing to divide by.</summary>
    public decimal? Share => Whole == Duration.Zero ? null : 1m - ((decimal)Outage.ToInt64Nanoseconds() / Whole.ToInt64Nanoseconds());

    /// <summary>Outage that the target would have allowed.</summary>
    public Duration Allowed => Duration.FromNanoseconds((long)((1m - Terms.Target) * Whole.ToInt64Nanoseconds()));

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

        var hit = facts
            .Where(fact => fact.Record is Incident && fact.Matches(terms.AppliesTo))
            .Select(fact => (Fact: fact, Outage: Severities.IntervalsOf(((Incident)fact.Record).Interruptions, asOf).Intersect(whole)))
            .Where(pair => !pair.Outage.IsEmpty)
            .ToList();
        var outage = IntervalSet.Of(hit.SelectMany(pair => pair.Outage.Intervals));
        return new(terms, whole.Total, outage.Total, hit.Select(pair => pair.Fact).ToList());
    }
}
