using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>One assessment period of a contract.</summary>
/// <param name="Id"><c>P1</c>, <c>P2</c> …; <c>T</c> where the whole term is the only period.</param>
/// <param name="Number">Its place among the contract's periods, from 1.</param>
/// <param name="Days">Its days, half-open.</param>
/// <param name="IsLast">True for the one that the term ends with.</param>
internal sealed record AssessmentPeriod(string Id, int Number, DateSpan Days, bool IsLast)
{
    /// <summary>
    /// The periods of a contract: n months each from the term's first day, counted from that anchor and clamped to month ends,
    /// never chained, the last one cut where the term ends.
    /// </summary>
    public static IReadOnlyList<AssessmentPeriod> Plan(Contract contract)
    {
        var term = new DateSpan(contract.Term.Start, contract.Term.End);
        if (contract.Assessment.EveryMonths is not { } months)
        {
            return [new("T", 1, term, IsLast: true)];
        }

        var spans = new PeriodSchedule(term.Start, months).Until(term.End);
        return spans
            .Select((span, index) => new AssessmentPeriod($"P{index + 1}", index + 1, span.Intersect(term), index == spans.Count - 1))
            .ToList();
    }

    /// <summary>True once every day of the period lies before the cut-off.</summary>
    public bool IsOverBy(Instant asOf) => Days.ToInterval().End <= asOf;

    /// <summary>True once the period has begun before the cut-off.</summary>
    public bool HasBegunBy(Instant asOf) => Days.ToInterval().Start < asOf;
}
