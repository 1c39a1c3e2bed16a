using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>An incident's level and the reasoning behind it, level by level.</summary>
/// <param name="Terms">The contract's levels.</param>
/// <param name="Interrupted">When business was interrupted: the union of the recorded stretches, up to the cut-off.</param>
/// <param name="Degraded">When it was degraded; with the interruptions where the contract adds them up.</param>
/// <param name="Impact">What the record says of the impact.</param>
internal sealed record SeverityGrading(SeverityTerms Terms, IntervalSet Interrupted, IntervalSet Degraded, SeriousImpact Impact)
{
    /// <summary>Each level's conditions, worst level first.</summary>
    public IEnumerable<SeverityTest> Tests => Terms.Levels.Select(TestOf);

    /// <summary>The worst level whose conditions hold; null when none does and the last level takes the incident.</summary>
    public SeverityTest? Deciding
    {
        get
        {
            for (var index = 0; index < Terms.Levels.Count; index++)
            {
                if (TestOf(Terms.Levels[index]) is { Holds: true } test)
                {
                    return test;
                }
            }

            return null;
        }
    }

    /// <summary>The level.</summary>
    public SeverityLevel Level => Deciding?.Level ?? Terms.Levels[^1];

    /// <summary>The clauses of a level: its own, or those of all levels together where the contract cites no closer.</summary>
    public IReadOnlyList<string> ClausesOf(SeverityLevel level) => level.Clauses.Count > 0 ? level.Clauses : Terms.Clauses;

    /// <summary>Grades an incident.</summary>
    /// <param name="asOf">Intervals still open count up to here.</param>
    public static SeverityGrading Grade(SeverityTerms terms, Incident incident, Instant asOf)
    {
        var interrupted = Severities.IntervalsOf(incident.Interruptions, asOf);
        var degraded = Severities.IntervalsOf(incident.Degradations, asOf);
        if (terms.Durations == DurationReading.Summed)
        {
            degraded = degraded.Union(interrupted);
        }

        return new(terms, interrupted, degraded, incident.SeriousImpact);
    }

    private SeverityTest TestOf(SeverityLevel level) => new(
        level,
        !level.NeedsSeriousImpact || Impact == SeriousImpact.Yes || (Impact == SeriousImpact.Undecided && Terms.UndecidedImpact == UndecidedImpact.Serious),
        Passes(Interrupted.Total, level.Interruption, Terms.Edge),
        Passes(Degraded.Total, level.Degradation, Terms.Edge));

    private static bool? Passes(Duration total, Duration? threshold, ThresholdEdge edge) =>
        threshold is { } limit ? (edge == ThresholdEdge.Reaches ? total >= limit : total > limit) : null;
}

/// <summary>Whether a level's conditions hold.</summary>
/// <param name="ImpactSuffices">The impact is serious enough for the level.</param>
/// <param name="Interruption">The interruption passes the level's threshold; null where it has none.</param>
/// <param name="Degradation">The degradation passes the level's threshold; null where it has none.</param>
internal readonly record struct SeverityTest(SeverityLevel Level, bool ImpactSuffices, bool? Interruption, bool? Degradation)
{
    /// <summary>Whether the level applies: one duration is enough, the impact always counts.</summary>
    public bool Holds => ImpactSuffices && (Interruption == true || Degradation == true);
}
