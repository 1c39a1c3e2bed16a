using OpsRegistry.Assessing;
using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>Points that one missed duty or limit costs by one term of the scorecard, before floors.</summary>
/// <param name="Indicator">The line of the form.</param>
/// <param name="Term">The term.</param>
/// <param name="Points">Points, more than zero.</param>
/// <param name="Key">Losses with the same key are one: two missed limits of a fault under one term, two duties of one half-year.</param>
public sealed record PointLoss(Indicator Indicator, DeductionTerms Term, decimal Points, string Key)
{
    /// <summary>True where each further day costs as much again.</summary>
    public bool Daily { get; init; }

    /// <summary>What a missed occurrence costs by the terms that name its obligation.</summary>
    public static IReadOnlyList<PointLoss> OfOccurrence(Assessment assessment, Occurrence occurrence)
    {
        var measurement = assessment.Measurement;
        var scored = measurement.Scope.Obligations.FirstOrDefault(scoped => scoped.Obligation.Id == occurrence.Obligation.Id);
        return scored is null || scored.Service != occurrence.Service
            ? []
            : Terms(assessment).Select(pair => pair.Term switch
            {
                { MissingOccurrences: { } shape } when shape.Obligation == occurrence.Obligation.Id =>
                    new PointLoss(pair.Indicator, pair.Term, shape.Points, $"{pair.Term.Id}/{occurrence.Days}/{occurrence.Name}"),
                { NoneInWiderPeriod: { } shape } when shape.Obligation == occurrence.Obligation.Id =>
                    new PointLoss(pair.Indicator, pair.Term, shape.Points, $"{pair.Term.Id}/{occurrence.Days}"),
                _ => null,
            }).OfType<PointLoss>().ToList();
    }

    /// <summary>
    /// What a missed limit costs by the terms that name its target. Terms that band or count by the n-th are left out:
    /// what one miss costs there depends on all the others.
    /// </summary>
    public static IReadOnlyList<PointLoss> OfTarget(Assessment assessment, TargetResult result)
    {
        var fact = assessment.Measurement.Facts.First(one => ReferenceEquals(one.Resource, result.Resource));
        return Terms(assessment).Select(pair => pair.Term switch
        {
            { DaysLate: { } shape } when shape.Target == result.Target.Id =>
                new PointLoss(pair.Indicator, pair.Term, shape.Points * Math.Max(1, result.DaysLate), $"{pair.Term.Id}/{fact.Resource.Path}") { Daily = true },
            { MatchingRecords: { } shape } when Costs(fact, result, shape) is > 0m and var points =>
                new PointLoss(pair.Indicator, pair.Term, points, $"{pair.Term.Id}/{fact.Resource.Path}"),
            _ => null,
        }).OfType<PointLoss>().ToList();
    }

    private static IEnumerable<(Indicator Indicator, DeductionTerms Term)> Terms(Assessment assessment) =>
        from indicator in assessment.Scorecard?.Indicators ?? []
        from term in indicator.Deductions
        select (indicator, term);

    /// <summary>
    /// What a record costs with the limit missed, less what it costs without: a pending limit costs nothing more where the
    /// term has taken its points for another one; limits that are missed together share one loss.
    /// </summary>
    private static decimal Costs(Fact fact, TargetResult result, MatchingRecords shape)
    {
        if (!shape.Records.Where.TryGetValue(MeasuredFields.MissedTargets, out var wanted) || !wanted.Values.Contains(result.Target.Id, StringComparer.Ordinal))
        {
            return 0m;
        }

        var missed = fact.Values(MeasuredFields.MissedTargets);
        var without = result.State == TargetState.Missed ? missed.Except(wanted.Values, StringComparer.Ordinal).ToList() : missed;
        return PointsOf(Missing(fact, [.. without, result.Target.Id]), shape) - PointsOf(Missing(fact, without), shape);
    }

    private static decimal PointsOf(Fact fact, MatchingRecords shape) => fact.Matches(shape.Records) ? MatchingRecordsShape.PointsFor(fact, shape) : 0m;

    private static Fact Missing(Fact fact, IReadOnlyList<string> targets) => fact with
    {
        Measured = new Dictionary<string, IReadOnlyList<string>>(fact.Measured, StringComparer.Ordinal) { [MeasuredFields.MissedTargets] = targets },
    };
}
