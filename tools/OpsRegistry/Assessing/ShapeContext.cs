using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>What a rule shape may look at.</summary>
/// <param name="Measurement">All that was measured of the contract.</param>
/// <param name="Period">The period under assessment.</param>
internal sealed record ShapeContext(Measurement Measurement, AssessmentPeriod Period, Indicator Indicator, DeductionTerms Term)
{
    /// <summary>The period's records that match, by day.</summary>
    public IReadOnlyList<Fact> Matching(RecordMatch match) => Measurement.FactsIn(Period).Where(fact => fact.Matches(match)).ToList();

    /// <summary>The obligation of an id; null when there is none, which a rule reports.</summary>
    public ScopedObligation? Obligation(string id) => Measurement.Scope.Obligations.FirstOrDefault(item => item.Obligation.Id == id);

    /// <summary>The period's outcomes of a target.</summary>
    public IReadOnlyList<TargetResult> Results(string target) =>
        Measurement.TargetsIn(Period).Where(result => result.Target.Id == target).ToList();
}
