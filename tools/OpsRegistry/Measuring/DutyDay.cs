using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>The duties whose last day is one day: what had to be done by then, and what became of it.</summary>
/// <param name="Due">The duties, in the contract's order; never empty.</param>
internal sealed record DutyDay(LocalDate Day, IReadOnlyList<Occurrence> Due)
{
    /// <summary>Done.</summary>
    public int Fulfilled { get; } = Due.Count(occurrence => occurrence.State == OccurrenceState.Fulfilled);

    /// <summary>Done after its last day.</summary>
    public int Late { get; } = Due.Count(occurrence => occurrence.State == OccurrenceState.Late);

    /// <summary>Not done in time.</summary>
    public int Missing { get; } = Due.Count(occurrence => occurrence.State == OccurrenceState.Missing);

    /// <summary>Not done, and still time.</summary>
    public int Pending { get; } = Due.Count(occurrence => occurrence.State == OccurrenceState.Pending);

    /// <summary>The days of a contract on which any duty falls due, in order.</summary>
    /// <param name="periods">The contract's periods with what was measured for each.</param>
    public static IReadOnlyList<DutyDay> Collect(IEnumerable<(Measurement Measurement, AssessmentPeriod Period)> periods) => periods
        .SelectMany(pair => pair.Measurement.OccurrencesIn(pair.Period))
        .Where(occurrence => !occurrence.Days.IsEmpty)
        .GroupBy(occurrence => occurrence.LastDay)
        .OrderBy(group => group.Key)
        .Select(group => new DutyDay(group.Key, group.ToList()))
        .ToList();
}
