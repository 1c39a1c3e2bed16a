using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A deduction looks for something in a wider period, and the obligation falls due as often as the assessment or more often.
/// </summary>
internal sealed class SpanNotWider() : Rule("OPS518", new("义务的周期不长于考核周期", "obligation's span not wider than the period"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let obligations = Governance.Obligations(folder).DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal)
        let period = folder.Terms.Assessment.EveryMonths ?? int.MaxValue
        from term in Governance.Deductions(folder)
        where term.NoneInWiderPeriod is not null && obligations.ContainsKey(term.NoneInWiderPeriod.Obligation)
        let obligation = obligations[term.NoneInWiderPeriod!.Obligation]
        where MonthsOf(obligation.Recurrence.Every) <= period
        let every = YamlWord.Write(obligation.Recurrence.Every)
        select At(
            term.NoneInWiderPeriod!.PlaceOf(nameof(NoneInWiderPeriod.Obligation)),
            new($"义务“{obligation.Id}”的周期“{every}”不长于考核周期", $"span '{every}' of '{obligation.Id}' is not wider than an assessment period"),
            new("改用 missingOccurrences，或改正义务的周期", "use missingOccurrences, or correct the obligation's span"),
            new RelatedPlace(obligation.Recurrence.PlaceOf(nameof(Recurrence.Every)), new("周期写", "span given")));

    private static int MonthsOf(Span span) => span switch
    {
        Span.Month => 1,
        Span.Quarter => 3,
        Span.HalfYear => 6,
        Span.Year => 12,
        Span.Term => int.MaxValue,
        Span.Day or Span.WorkingDay or Span.Week or Span.AssessmentPeriod or Span.Holiday or Span.Record => 0,
    };
}
