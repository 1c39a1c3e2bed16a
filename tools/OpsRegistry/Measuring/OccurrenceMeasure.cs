using NodaTime;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Finds when an obligation fell due in an assessment period, and by what it was fulfilled.</summary>
public static class OccurrenceMeasure
{
    /// <summary>The occurrences that belong to a period: those whose last day lies in it.</summary>
    /// <param name="obligation">The obligation.</param>
    /// <param name="period">The assessment period.</param>
    /// <param name="contract">The contract, for spans counted from its term.</param>
    /// <param name="facts">The contract's records up to the cut-off.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="asOf">The cut-off.</param>
    public static IReadOnlyList<Occurrence> InPeriod(
        Obligation obligation, AssessmentPeriod period, Contract contract, IReadOnlyList<Fact> facts, WorkCalendar calendar, Instant asOf)
    {
        var fulfilling = facts
            .Where(fact => obligation.FulfilledBy.Any(fact.Matches))
            .OrderBy(fact => fact.Record.OccurredOn).ThenBy(fact => fact.Resource.Path, StringComparer.Ordinal)
            .ToList();
        return obligation.Recurrence.Every == Span.Record
            ? Called(obligation, period, facts, fulfilling, asOf)
            : SpansOf(obligation.Recurrence, period, contract, calendar)
                .SelectMany(span => InSpan(obligation, span.Name, span.Days, fulfilling, asOf))
                .ToList();
    }

    /// <summary>The occurrences in one span of days, looking at that span alone.</summary>
    public static IEnumerable<Occurrence> InSpan(Obligation obligation, string name, DateSpan days, IReadOnlyList<Fact> fulfilling, Instant asOf) =>
        Fill(obligation, name, days, obligation.Recurrence.Count, fulfilling.Where(fact => days.Contains(fact.Record.OccurredOn)).ToList(), asOf);

    private static List<Occurrence> Called(
        Obligation obligation, AssessmentPeriod period, IReadOnlyList<Fact> facts, IReadOnlyList<Fact> fulfilling, Instant asOf)
    {
        var occurrences = new List<Occurrence>();
        foreach (var call in facts.Where(fact => obligation.Recurrence.Calls is { } calls && fact.Matches(calls) && period.Days.Contains(fact.Record.OccurredOn)))
        {
            var answers = fulfilling
                .Where(fact => obligation.Recurrence.Refers is { } field && fact.Values(field).Contains(call.Resource.Name, StringComparer.Ordinal))
                .ToList();
            var count = obligation.Recurrence.CountField is { } countField && call.Values(countField) is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : obligation.Recurrence.Count;
            var days = DateSpan.Inclusive(call.Record.OccurredOn, call.Record.EndedOn);
            occurrences.AddRange(Fill(obligation, call.Resource.Name, days, count, answers, asOf).Select(occurrence => occurrence with { CalledBy = call }));
        }

        return occurrences;
    }

    private static IEnumerable<Occurrence> Fill(Obligation obligation, string name, DateSpan days, int count, IReadOnlyList<Fact> candidates, Instant asOf)
    {
        var proven = candidates.Where(fact => obligation.Evidence.All(role => fact.Record.Evidence.Any(evidence => evidence.Role == role))).ToList();
        var unproven = candidates.Except(proven).ToList();
        for (var number = 0; number < count; number++)
        {
            var label = count == 1 ? name : $"{name} ({number + 1}/{count})";
            yield return number < proven.Count
                ? new Occurrence(obligation, label, days, OccurrenceState.Fulfilled) { FulfilledBy = proven[number] }
                : new Occurrence(obligation, label, days, days.ToInterval().End <= asOf ? OccurrenceState.Missing : OccurrenceState.Pending) { WithoutEvidence = unproven };
        }
    }

    private static IEnumerable<(string Name, DateSpan Days)> SpansOf(Recurrence recurrence, AssessmentPeriod period, Contract contract, WorkCalendar calendar) =>
        recurrence.Every switch
        {
            Span.Day => Days(period.Days),
            Span.WorkingDay => Days(period.Days).Where(day => calendar.Find(day.Days.Start)?.IsWorking ?? false),
            Span.Week => WeeksOf(recurrence.Weeks, period.Days),
            Span.AssessmentPeriod => [(period.Id, period.Days)],
            Span.Term => period.IsLast ? [("T", new DateSpan(contract.Term.Start, contract.Term.End))] : [],
            Span.Month => Months(1, "M", period, contract),
            Span.Quarter => Months(3, "Q", period, contract),
            Span.HalfYear => Months(6, "H", period, contract),
            _ => Months(12, "Y", period, contract),
        };

    private static IEnumerable<(string Name, DateSpan Days)> Days(DateSpan span)
    {
        for (var day = span.Start; day < span.End; day = day.PlusDays(1))
        {
            yield return (day.ToString("uuuu-MM-dd", null), new DateSpan(day, day.PlusDays(1)));
        }
    }

    private static IEnumerable<(string Name, DateSpan Days)> WeeksOf(WeekReading reading, DateSpan span) => reading switch
    {
        WeekReading.WholeIsoWeeks => CalendarUnits.Inside(span, CalendarUnit.IsoWeek).Select(week => (week.Name, week.Span)),
        WeekReading.TouchedIsoWeeks => CalendarUnits.Touching(span, CalendarUnit.IsoWeek).Select(week => (week.Name, week.Span.Intersect(span))),
        _ => PeriodSchedule.Blocks(span, 7).Where(block => block.Days == 7).Select((block, index) => ($"B{index + 1}", block)),
    };

    private static IEnumerable<(string Name, DateSpan Days)> Months(int months, string prefix, AssessmentPeriod period, Contract contract)
    {
        var term = new DateSpan(contract.Term.Start, contract.Term.End);
        return new PeriodSchedule(term.Start, months).Until(term.End)
            .Select((span, index) => ($"{prefix}{index + 1}", span.Intersect(term)))
            .Where(span => period.Days.Contains(span.Item2.End.PlusDays(-1)));
    }
}
