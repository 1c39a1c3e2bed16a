using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>How much of the work that a contract has paid for was used.</summary>
/// <param name="Terms">What is counted, and how much there is.</param>
/// <param name="Service">The service it belongs to; null for the contract's own.</param>
/// <param name="Span">What the span is called.</param>
/// <param name="Days">The span's days.</param>
/// <param name="Used">Used so far, at least 0.</param>
/// <param name="Records">The records that used it.</param>
internal sealed record QuotaLine(QuotaTerms Terms, string? Service, string Span, DateSpan Days, decimal Used, IReadOnlyList<Fact> Records)
{
    /// <summary>What is left; less than nothing where more was used than was paid for.</summary>
    public decimal Left => Terms.Amount - Used;

    /// <summary>The quotas of a period, up to its end.</summary>
    public static IReadOnlyList<QuotaLine> Compute(Measurement measurement, AssessmentPeriod period) =>
    [
        .. from scoped in measurement.Scope.Quotas
           from span in AggregateSpans.Touching(scoped.Terms.Span, scoped.Days, period)
           where span.Days.ToInterval().Start < measurement.AsOf
           let facts = measurement.CountedIn(scoped.Service, new DateSpan(span.Days.Start, LocalDate.Min(span.Days.End, period.Days.End))).Where(fact => fact.Matches(scoped.Terms.Records)).ToList()
           select new QuotaLine(
               scoped.Terms, scoped.Service, span.Name, span.Days, scoped.Terms.Field is { } field ? facts.Sum(fact => AggregateLine.NumberIn(fact, field) ?? 0m) : facts.Count, facts),
    ];
}
