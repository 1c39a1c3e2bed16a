using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>What a rule shape may look at.</summary>
/// <param name="Measurement">All that was measured of the contract.</param>
/// <param name="Period">The period under assessment.</param>
/// <param name="Book">What counts in the period.</param>
internal sealed record ShapeContext(Measurement Measurement, AssessmentPeriod Period, Indicator Indicator, DeductionTerms Term, PeriodBook Book)
{
    /// <summary>The records that match and count in the period, by day; those that an earlier period left open first.</summary>
    public IReadOnlyList<Fact> Matching(RecordMatch match) => Book.Facts.Where(fact => fact.Matches(match)).ToList();

    /// <summary>The records that satisfy any of some matches, each with the first that it satisfies, in the same order.</summary>
    public IReadOnlyList<(Fact Fact, RecordMatch By)> MatchingAny(IReadOnlyList<RecordMatch> matches)
    {
        var picked = new List<(Fact Fact, RecordMatch By)>();
        for (var index = 0; index < Book.Facts.Count; index++)
        {
            if (Book.Facts[index].Picked(matches) is { } by)
            {
                picked.Add((Book.Facts[index], by));
            }
        }

        return picked;
    }

    /// <summary>The records of an earlier period that match.</summary>
    public IReadOnlyList<Fact> MatchingIn(AssessmentPeriod earlier, RecordMatch match) => Book.For(earlier).Facts.Where(fact => fact.Matches(match)).ToList();

    /// <summary>The obligation of an id; null when there is none, which a rule reports.</summary>
    public ScopedObligation? Obligation(string id) => Measurement.Scope.Obligations.FirstOrDefault(item => item.Obligation.Id == id);

    /// <summary>The outcomes of a target on the period's records, whenever its deadlines are.</summary>
    public IReadOnlyList<TargetResult> Results(string target) =>
        Measurement.TargetsIn(Period).Concat(Book.LateResults).Where(result => result.Target.Id == target).ToList();

    /// <summary>The outcomes of a target that count in the period by its deadlines.</summary>
    public IEnumerable<TargetResult> Deadlines(string target) => Book.Results.Where(result => result.Target.Id == target);
}
