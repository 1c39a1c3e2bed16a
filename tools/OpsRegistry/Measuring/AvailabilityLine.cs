using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>An availability figure of a period against its one or two limits.</summary>
/// <param name="Terms">The figure.</param>
/// <param name="Result">What was measured; null where the period has not begun, the window is unknown or the calendar does not reach.</param>
internal sealed record AvailabilityLine(AvailabilityTerms Terms, AvailabilityResult? Result)
{
    /// <summary>Met when every stated limit is kept; the limit itself is within.</summary>
    public TargetState State => Result is not { Share: { } share }
        ? TargetState.NotMeasurable
        : share >= Terms.Target && (Terms.LongestFault is not { } most || Result.LongestFault <= most) ? TargetState.Met : TargetState.Missed;

    /// <summary>The lines of a period, also those that nothing could be measured for.</summary>
    public static IReadOnlyList<AvailabilityLine> Compute(Measurement measurement, AssessmentPeriod period) =>
        (measurement.Folder.ServiceLevels?.Availability ?? [])
            .Select(terms => new AvailabilityLine(terms, AvailabilityResult.Measure(terms, measurement.DaysOf(terms, period), measurement.Facts, measurement.Clocks, measurement.AsOf)))
            .ToList();
}
