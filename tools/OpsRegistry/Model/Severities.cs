using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>Which level an incident has by the contract's own terms.</summary>
internal static class Severities
{
    /// <summary>The worst level whose conditions hold; the last level when none does (e.g. 003 附件2 四(二)1).</summary>
    /// <param name="asOf">Intervals still open count up to here.</param>
    public static SeverityLevel LevelOf(SeverityTerms terms, Incident incident, Instant asOf) => SeverityGrading.Grade(terms, incident, asOf).Level;

    /// <summary>The union of stretches, so that overlapping or split ones count once.</summary>
    public static IntervalSet IntervalsOf(IReadOnlyList<TimeSpanRecord> stretches, Instant asOf) => stretches switch
    {
        [] => IntervalSet.Empty,
        [var only] => IntervalSet.Between(only.From.ToInstant(), EndOf(only, asOf)),
        _ => IntervalSet.Union(Begun(stretches, asOf)),
    };

    private static List<Interval> Begun(IReadOnlyList<TimeSpanRecord> stretches, Instant asOf)
    {
        var begun = new List<Interval>(stretches.Count);
        for (var index = 0; index < stretches.Count; index++)
        {
            var (start, end) = (stretches[index].From.ToInstant(), EndOf(stretches[index], asOf));
            if (start < end)
            {
                begun.Add(new(start, end));
            }
        }

        return begun;
    }

    private static Instant EndOf(TimeSpanRecord stretch, Instant asOf) => stretch.To is { } to && to.ToInstant() < asOf ? to.ToInstant() : asOf;
}
