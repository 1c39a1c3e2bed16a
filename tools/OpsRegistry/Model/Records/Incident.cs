namespace OpsRegistry.Model;

internal sealed partial record Incident
{
    /// <summary>The day of its report, or of its first interruption or degradation where that is earlier.</summary>
    public override LocalDate BeganOn => Earliest(Earliest(OccurredOn, Interruptions), Degradations);

    private static LocalDate Earliest(LocalDate day, IReadOnlyList<TimeSpanRecord> stretches)
    {
        for (var index = 0; index < stretches.Count; index++)
        {
            day = LocalDate.Min(day, DayOf(stretches[index].From));
        }

        return day;
    }

    /// <summary>True where every stretch that it tells of is over by a moment.</summary>
    public bool IsOverBy(Instant moment) => Interruptions.Concat(Degradations).Concat(Pauses).All(stretch => stretch.To?.ToInstant() <= moment);

    /// <summary>The incident as if it went on for ever from a moment; null where nothing of it goes on then.</summary>
    public Incident? GoingOn(Instant moment)
    {
        var (interruptions, degradations) = (Begun(Interruptions), Begun(Degradations));
        return interruptions.Concat(degradations).Any(stretch => stretch.To is null)
            ? this with { Interruptions = interruptions, Degradations = degradations }
            : null;

        List<TimeSpanRecord> Begun(IEnumerable<TimeSpanRecord> stretches) => stretches
            .Where(stretch => stretch.From.ToInstant() < moment)
            .Select(stretch => stretch.To is { } end && end.ToInstant() <= moment ? stretch : stretch with { To = null })
            .ToList();
    }
}
