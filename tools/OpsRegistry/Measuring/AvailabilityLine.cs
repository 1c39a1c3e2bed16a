using NodaTime;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>An availability figure of a period against its one or two limits.</summary>
/// <param name="Terms">The figure.</param>
/// <param name="Result">What was measured; null where the period has not begun, the window is unknown or the calendar does not reach.</param>
public sealed record AvailabilityLine(AvailabilityTerms Terms, AvailabilityResult? Result)
{
    /// <summary>The longest single fault that reaches into the period, whole, also where the period cuts it; zero without faults.</summary>
    public Duration Longest { get; init; }

    /// <summary>The record of the longest fault; null without faults.</summary>
    public Fact? LongestBy { get; init; }

    /// <summary>Met when every stated limit is kept; the limit itself is within.</summary>
    public TargetState State => Result?.Share is not { } share
        ? TargetState.NotMeasurable
        : share >= Terms.Target && (Terms.LongestFault is not { } most || Longest <= most) ? TargetState.Met : TargetState.Missed;

    /// <summary>The lines of a period, also those that nothing could be measured for.</summary>
    public static IReadOnlyList<AvailabilityLine> Of(Measurement measurement, AssessmentPeriod period) =>
        (measurement.Folder.ServiceLevels?.Availability ?? []).Select(terms => Line(terms, measurement, period)).ToList();

    private static AvailabilityLine Line(AvailabilityTerms terms, Measurement measurement, AssessmentPeriod period)
    {
        var result = AvailabilityResult.Measure(terms, period, measurement.Facts, measurement.Clocks, measurement.AsOf);
        var longest = (Fact: (Fact?)null, Length: Duration.Zero);
        foreach (var fact in result?.Incidents ?? [])
        {
            var length = LengthOf(fact, terms, measurement);
            longest = length > longest.Length ? (fact, length) : longest;
        }

        return new(terms, result) { Longest = longest.Length, LongestBy = longest.Fact };
    }

    private static Duration LengthOf(Fact fact, AvailabilityTerms terms, Measurement measurement)
    {
        var outage = Severities.IntervalsOf(((Incident)fact.Record).Interruptions, measurement.AsOf);
        return !outage.IsEmpty && measurement.Clocks.Window(terms.Window) is { } window &&
            window.Intervals(outage.Intervals[0].Start, outage.Intervals[^1].End, measurement.Calendar).TryGet(out var open, out _)
            ? outage.Intersect(open).Total
            : outage.Total;
    }
}
