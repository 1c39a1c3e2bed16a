using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Finds when an obligation fell due in an assessment period, and by what it was fulfilled.</summary>
internal static class OccurrenceMeasure
{
    /// <summary>The occurrences that belong to a period: those whose last day lies in it, and those that a record of it called for.</summary>
    /// <param name="scoped">The obligation, its service and its days.</param>
    /// <param name="measurement">The contract's records up to the cut-off.</param>
    public static IReadOnlyList<Occurrence> InPeriod(ScopedObligation scoped, AssessmentPeriod period, Measurement measurement)
    {
        var recurrence = scoped.Obligation.Recurrence;
        var calls = recurrence.Calls is { } wanted ? measurement.FactsOf(scoped.Service).Where(fact => fact.Matches(wanted)).ToList() : [];
        var planned = recurrence.Every == Span.Record ? [] : OccurrenceSpans.Plan(scoped, period, measurement)
            .Where(span => !calls.Exists(call => !OrderedDays(call).Intersect(span.Days).IsEmpty))
            .SelectMany(span => InSpan(scoped, span, measurement));
        var called = calls.FindAll(call => period.Days.Contains(call.Record.OccurredOn));
        return called.Count == 0 ? planned.ToList() : Called(scoped, called, measurement).Concat(planned).ToList();
    }

    /// <summary>The occurrences in one span of days, looking at that span alone.</summary>
    public static IEnumerable<Occurrence> InSpan(ScopedObligation scoped, OccurrenceSpan span, Measurement measurement)
    {
        var due = DueDays.Plan(scoped, span.Days, null, measurement);
        var inside = new List<Fact>();
        foreach (var fact in due.Place is { } place ? measurement.FactsOf(scoped.Service, place) : measurement.FactsOf(scoped.Service))
        {
            if (fact.Covers is null)
            {
                inside.Add(fact);
            }
        }

        foreach (var fact in measurement.CoveringOf(scoped.Service))
        {
            if (IsAbout(fact.Covers!.Value, scoped, span))
            {
                inside.Add(fact);
            }
        }

        return scoped.Obligation.FulfilledByGroup.Count > 0
            ? [Grouped(scoped, span, due, inside, measurement.AsOf)]
            : Fill(scoped, span, due, inside.FindAll(fact => Fulfils(scoped.Obligation, fact)), [], measurement.AsOf);
    }

    private static bool Fulfils(Obligation obligation, Fact fact)
    {
        for (var index = 0; index < obligation.FulfilledBy.Count; index++)
        {
            if (fact.Matches(obligation.FulfilledBy[index]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Occurrence> Called(ScopedObligation scoped, IEnumerable<Fact> calls, Measurement measurement)
    {
        var recurrence = scoped.Obligation.Recurrence;
        var fulfilling = measurement.FactsOf(scoped.Service)
            .Where(fact => recurrence.Refers is not null && Fulfils(scoped.Obligation, fact))
            .SelectMany(fact => fact.Values(recurrence.Refers!).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Fact: fact)))
            .ToLookup(answer => answer.Name, answer => answer.Fact, StringComparer.Ordinal);
        foreach (var call in calls)
        {
            var span = new OccurrenceSpan(call.Resource.Name, OrderedDays(call), CountFor(recurrence, call));
            var due = DueDays.Plan(scoped, span.Days, call, measurement);
            var answers = fulfilling[call.Resource.Name].ToLookup(fact => due.Place is not { } place || place.Contains(fact.Record.OccurredOn));
            foreach (var occurrence in Fill(scoped, span, due, answers[true].ToList(), answers[false].ToList(), measurement.AsOf))
            {
                yield return occurrence with { CalledBy = call };
            }
        }
    }

    private static DateSpan OrderedDays(Fact call) => DateSpan.Inclusive(call.Record.OccurredOn, call.Record.EndedOn);

    /// <summary>
    /// Whether a report is about a span: more than half of its days lie in the span, so it is about one at most, and it is about more than half of
    /// what one report of the span has to tell. Once in the term, any span inside will do.
    /// </summary>
    private static bool IsAbout(DateSpan covered, ScopedObligation scoped, OccurrenceSpan span)
    {
        var common = covered.Intersect(span.Days).Days;
        return common * 2 > covered.Days && (scoped.Obligation.Recurrence.Every == Span.Term || common * 2 * span.Count > span.Days.Days);
    }

    private static int CountFor(Recurrence recurrence, Fact call) =>
        recurrence.CountField is { } field && call.Values(field) is [var number] &&
        int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? count
            : recurrence.Count;

    private static IEnumerable<Occurrence> Fill(ScopedObligation scoped, OccurrenceSpan span, DueDays due, IReadOnlyList<Fact> candidates, IReadOnlyList<Fact> misplaced, Instant asOf)
    {
        var unproven = candidates.Where(fact => !HasEvidence(scoped.Obligation, fact)).ToList();
        var proven = InTimeFirst(due, unproven.Count == 0 ? candidates : candidates.Where(fact => HasEvidence(scoped.Obligation, fact)).ToList());
        for (var number = 0; number < span.Count; number++)
        {
            var label = span.Count == 1 ? span.Name : $"{span.Name} ({number + 1}/{span.Count})";
            var by = number < proven.Count ? proven[number] : null;
            yield return new(scoped.Obligation, label, span.Days, StateOf(due, by, asOf))
            {
                Service = scoped.Service,
                Due = due,
                CanBeMadeUp = due.LateCounts || IsReported(scoped.Obligation),
                FulfilledBy = by,
                WithoutEvidence = by is null ? unproven : [],
                Misplaced = by is null ? misplaced : [],
            };
        }
    }

    private static Occurrence Grouped(ScopedObligation scoped, OccurrenceSpan span, DueDays due, IReadOnlyList<Fact> candidates, Instant asOf)
    {
        var answers = scoped.Obligation.FulfilledByGroup
            .Select(group => group.All.Select(match => candidates.FirstOrDefault(fact => fact.Matches(match) && HasEvidence(scoped.Obligation, fact))).ToList())
            .FirstOrDefault(group => group.TrueForAll(fact => fact is not null));
        var last = answers?.MaxBy(fact => fact!.Record.OccurredOn);
        return new(scoped.Obligation, span.Name, span.Days, StateOf(due, last, asOf))
        {
            Service = scoped.Service,
            Due = due,
            CanBeMadeUp = due.LateCounts,
            FulfilledBy = answers?[^1],
        };
    }

    private static IReadOnlyList<Fact> InTimeFirst(DueDays due, IReadOnlyList<Fact> facts) => facts.All(fact => IsInTime(due, fact)) ? facts : facts.OrderBy(fact => !IsInTime(due, fact)).ToList();

    private static bool HasEvidence(Obligation obligation, Fact fact) =>
        obligation.Evidence.Count == 0 || obligation.Evidence.All(role => fact.Record.Evidence.Any(evidence => evidence.Role == role));

    /// <summary>Whether what fulfils it says itself which span it is about, so that it can come after.</summary>
    private static bool IsReported(Obligation obligation) =>
        obligation.FulfilledBy.Any(match => Kinds.Named(match.Kind)?.SpecType.IsAssignableTo(typeof(ICovering)) ?? false);

    /// <summary>A report that says what it covers, or a duty with a due day, goes by the day it was done; anything else by the day it counts on.</summary>
    private static bool IsInTime(DueDays due, Fact fact) => due.IsInTime(due.LateCounts || fact.Covers is not null ? fact.Record.OccurredOn : fact.CountsOn);

    private static OccurrenceState StateOf(DueDays due, Fact? by, Instant asOf) =>
        by is not null ? IsInTime(due, by) ? OccurrenceState.Fulfilled : OccurrenceState.Late
        : due.Last is { } last && BeijingTime.EndOf(last) <= asOf ? OccurrenceState.Missing
        : OccurrenceState.Pending;
}
