using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Terms of two indicators can take points for the same record, and no clause of its own stands behind each. A contract that means to count one fact twice
/// says so in two places, or in one clause about one indicator; where it does not, the vendor will dispute the second deduction.
/// </summary>
internal sealed class FactCountedTwice() : Rule("OPS263", new("同一事实可能扣两次", "fact that two terms count"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        let terms = scorecard.Indicators.SelectMany(indicator => indicator.Deductions.Select(term => new Cited(indicator, term, term.Clauses.Count > 0 ? term.Clauses : indicator.Clauses))).ToList()
        from pair in Pairs(terms)
        where pair.First.Indicator != pair.Second.Indicator
            && pair.First.Clauses.ToHashSet(StringComparer.Ordinal).SetEquals(pair.Second.Clauses)
            && pair.First.Picks.Any(one => pair.Second.Picks.Any(other => CanBeOne(one, other)))
        select At(
            pair.Second.Term.PlaceOf(nameof(DeductionTerms.Id)),
            new($"一条记录可以同时按“{pair.First.Term.Id}”和“{pair.Second.Term.Id}”扣分", $"one record can lose points by '{pair.First.Term.Id}' and by '{pair.Second.Term.Id}'"),
            new("条款确实要各扣各的，分别写明各自的条款出处（clauses）；否则缩小其中一项的条件（where）", "where the contract means both, cite the clause of each under clauses; otherwise narrow one of them under where"),
            new RelatedPlace(pair.First.Term.PlaceOf(nameof(DeductionTerms.Id)), new("另一项", "the other term")));

    private static IEnumerable<(Cited First, Cited Second)> Pairs(List<Cited> terms) =>
        terms.SelectMany((first, index) => terms.Skip(index + 1).Select(second => (first, second)));

    /// <summary>True where nothing that the two ask for excludes the other.</summary>
    private static bool CanBeOne(RecordMatch one, RecordMatch other) =>
        one.Kind == other.Kind &&
        one.Where.All(condition => !other.Where.TryGetValue(condition.Key, out var values) || values.Values.Intersect(condition.Value.Values, StringComparer.Ordinal).Any());

    private sealed record Cited(Indicator Indicator, DeductionTerms Term, IReadOnlyList<string> Clauses)
    {
        public IReadOnlyList<RecordMatch> Picks { get; } = Governance.BasesOf(Term).SelectMany(basis => basis.Records).ToList();
    }
}
