using System.Runtime.CompilerServices;
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
    // Hundreds of duties may be missing, and few terms name one.
    private static readonly ConditionalWeakTable<Scorecard, ILookup<string, (Indicator Indicator, DeductionTerms Term, Shape Shape)>> Naming = [];

    /// <summary>What a missed occurrence costs by the terms that name its obligation.</summary>
    public static IReadOnlyList<PointLoss> OfOccurrence(Assessment assessment, Occurrence occurrence)
    {
        var scored = assessment.Measurement.Scope.Obligations.FirstOrDefault(scoped => scoped.Obligation.Id == occurrence.Obligation.Id);
        return scored is null || scored.Service != occurrence.Service || assessment.Scorecard is not { } scorecard
            ? []
            : Collect(Naming.GetValue(scorecard, TermsByDuty)[occurrence.Obligation.Id], shape => shape.LossOf(occurrence));
    }

    /// <summary>What a missed limit costs by the terms that name its target.</summary>
    public static IReadOnlyList<PointLoss> OfTarget(Assessment assessment, TargetResult result)
    {
        var fact = assessment.Measurement.FactOf(result.Resource)!;
        return Collect(assessment.Scorecard is { } scorecard ? Shaped(scorecard) : [], shape => shape.LossOf(fact, result));
    }

    private static ILookup<string, (Indicator Indicator, DeductionTerms Term, Shape Shape)> TermsByDuty(Scorecard scorecard) =>
        Shaped(scorecard).SelectMany(term => term.Shape.RestsOn.Obligations, (term, duty) => (duty.Value, Term: term)).ToLookup(named => named.Value, named => named.Term, StringComparer.Ordinal);

    private static IEnumerable<(Indicator Indicator, DeductionTerms Term, Shape Shape)> Shaped(Scorecard scorecard) =>
        from indicator in scorecard.Indicators
        from term in indicator.Deductions
        where term.Shape is not null
        select (indicator, term, Shape.Of(term.Shape!));

    private static List<PointLoss> Collect(IEnumerable<(Indicator Indicator, DeductionTerms Term, Shape Shape)> terms, Func<Shape, Loss?> cost) => (
        from one in terms
        let loss = cost(one.Shape)
        where loss is not null
        select new PointLoss(one.Indicator, one.Term, loss.Points, $"{one.Term.Id}/{loss.Cause}", loss.PerDay)).ToList();
}
