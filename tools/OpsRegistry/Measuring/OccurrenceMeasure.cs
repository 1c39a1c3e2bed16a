using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Finds when an obligation fell due in an assessment period, and by what it was fulfilled.</summary>
internal static class OccurrenceMeasure
{
    /// <summary>The occurrences that belong to a period: those whose last day lies in it.</summary>
    /// <param name="scoped">The obligation, its service and its days.</param>
    /// <param name="measurement">The contract's records up to the cut-off.</param>
    public static IReadOnlyList<Occurrence> InPeriod(ScopedObligation scoped, AssessmentPeriod period, Measurement measurement)
    {
        return scoped.Obligation.Recurrence.Every == Span.Record
            ? Called(scoped, period, measurement, measurement.FactsOf(scoped.Service))
            : OccurrenceSpans.Plan(scoped, period, measurement)
                .SelectMany(span => InSpan(scoped, span, measurement))
                .ToList();
    }

    /// <summary>The occurrences in one span of days, looking at that span alone.</summary>
    public static IEnumerable<Occurrence> InSpan(ScopedObligation scoped, OccurrenceSpan span, Measurement measurement)
    {
        var inside = measurement.FactsOf(scoped.Service, span.Days);
        return scoped.Obligation.FulfilledByGroup.Count > 0
            ? [Grouped(scoped, span, inside, measurement.AsOf)]
            : Fill(scoped, span, inside.Where(fact => scoped.Obligation.FulfilledBy.Any(fact.Matches)).ToList(), measurement.AsOf);
    }

    private static List<Occurrence> Called(ScopedObligation scoped, AssessmentPeriod period, Measurement measurement, IEnumerable<Fact> candidates)
    {
        var recurrence = scoped.Obligation.Recurrence;
        var fulfilling = candidates
            .Where(fact => recurrence.Refers is not null && scoped.Obligation.FulfilledBy.Any(fact.Matches))
            .SelectMany(fact => fact.Values(recurrence.Refers!).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Fact: fact)))
            .ToLookup(answer => answer.Name, answer => answer.Fact, StringComparer.Ordinal);
        var calls = candidates.Where(fact =>
            recurrence.Calls is { } wanted && fact.Matches(wanted) && period.Days.Contains(fact.Record.OccurredOn));
        var occurrences = new List<Occurrence>();
        foreach (var call in calls)
        {
            var span = new OccurrenceSpan(call.Resource.Name, DateSpan.Inclusive(call.Record.OccurredOn, call.Record.EndedOn), CountFor(recurrence, call));
            occurrences.AddRange(Fill(scoped, span, fulfilling[call.Resource.Name].ToList(), measurement.AsOf).Select(occurrence => occurrence with { CalledBy = call }));
        }

        return occurrences;
    }

    private static int CountFor(Recurrence recurrence, Fact call) =>
        recurrence.CountField is { } field && call.Values(field) is [var number] &&
        int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? count
            : recurrence.Count;

    private static IEnumerable<Occurrence> Fill(ScopedObligation scoped, OccurrenceSpan span, IReadOnlyList<Fact> candidates, Instant asOf)
    {
        var proven = candidates.Where(fact => HasEvidence(scoped.Obligation, fact)).ToList();
        var unproven = candidates.Except(proven).ToList();
        for (var number = 0; number < span.Count; number++)
        {
            var label = span.Count == 1 ? span.Name : $"{span.Name} ({number + 1}/{span.Count})";
            var state = number < proven.Count ? OccurrenceState.Fulfilled : Open(span, asOf);
            yield return new(scoped.Obligation, label, span.Days, state)
            {
                Service = scoped.Service,
                FulfilledBy = number < proven.Count ? proven[number] : null,
                WithoutEvidence = number < proven.Count ? [] : unproven,
            };
        }
    }

    private static Occurrence Grouped(ScopedObligation scoped, OccurrenceSpan span, IReadOnlyList<Fact> candidates, Instant asOf)
    {
        var answers = scoped.Obligation.FulfilledByGroup
            .Select(group => group.All.Select(match => candidates.FirstOrDefault(fact => fact.Matches(match) && HasEvidence(scoped.Obligation, fact))).ToList())
            .FirstOrDefault(group => group.TrueForAll(fact => fact is not null));
        return new(scoped.Obligation, span.Name, span.Days, answers is null ? Open(span, asOf) : OccurrenceState.Fulfilled)
        {
            Service = scoped.Service,
            FulfilledBy = answers?[^1],
        };
    }

    private static bool HasEvidence(Obligation obligation, Fact fact) =>
        obligation.Evidence.All(role => fact.Record.Evidence.Any(evidence => evidence.Role == role));

    private static OccurrenceState Open(OccurrenceSpan span, Instant asOf) =>
        span.Days.ToInterval().End <= asOf ? OccurrenceState.Missing : OccurrenceState.Pending;
}
