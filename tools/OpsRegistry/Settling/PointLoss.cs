using OpsRegistry.Assessing;
using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>Points that one missed duty or limit costs by one term of the scorecard, before floors.</summary>
/// <param name="Indicator">The line of the form.</param>
/// <param name="Points">Points, more than zero.</param>
/// <param name="Key">Losses with the same key are one: two missed limits of a fault under one term, two duties of one half-year.</param>
/// <param name="PerDay">Points that each further day costs; null where being late costs the same whatever the days.</param>
internal sealed record PointLoss(Indicator Indicator, DeductionTerms Term, decimal Points, string Key, decimal? PerDay)
{
    /// <summary>What a missed occurrence costs by the terms that name its obligation.</summary>
    public static IReadOnlyList<PointLoss> OfOccurrence(Assessment assessment, Occurrence occurrence)
    {
        var scored = assessment.Measurement.Scope.Obligations.FirstOrDefault(scoped => scoped.Obligation.Id == occurrence.Obligation.Id);
        return scored is null || scored.Service != occurrence.Service ? [] : Collect(assessment, shape => shape.LossOf(occurrence));
    }

    /// <summary>What a missed limit costs by the terms that name its target.</summary>
    public static IReadOnlyList<PointLoss> OfTarget(Assessment assessment, TargetResult result)
    {
        var fact = assessment.Measurement.Facts.First(one => ReferenceEquals(one.Resource, result.Resource));
        return Collect(assessment, shape => shape.LossOf(fact, result));
    }

    private static List<PointLoss> Collect(Assessment assessment, Func<Shape, Loss?> cost) => (
        from indicator in assessment.Scorecard?.Indicators ?? []
        from term in indicator.Deductions
        where term.Shape is not null
        let loss = cost(Shape.Of(term.Shape!))
        where loss is not null
        select new PointLoss(indicator, term, loss.Points, $"{term.Id}/{loss.Cause}", loss.PerDay)).ToList();
}
