namespace OpsRegistry.Model;

internal sealed partial record SeverityTerms
{
    /// <summary>The fields of an incident that its level goes by, beside those that pick the incident.</summary>
    public IEnumerable<string> Reads()
    {
        var degraded = Levels.Any(level => level.Degradation is not null);
        (string Property, bool IsRead)[] fields =
        [
            (nameof(Incident.SeriousImpact), Levels.Any(level => level.NeedsSeriousImpact)),
            (nameof(Incident.Interruptions), Levels.Any(level => level.Interruption is not null) || (degraded && Durations == DurationReading.Summed)),
            (nameof(Incident.Degradations), degraded),
        ];
        return fields.Where(one => one.IsRead).Select(one => Bound.KeyOf(one.Property));
    }
}
