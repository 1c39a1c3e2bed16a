using System.Collections.Concurrent;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Assessing;

/// <summary>
/// What counts in a period: its own records with the deadlines that fall in it, and the deadlines that were still open when an earlier period's book
/// was closed. A book is closed when the period's result is; where deadlines belong to their own day, at the end of its last day.
/// </summary>
internal sealed class PeriodBook
{
    private readonly Measurement measurement;
    private readonly AssessmentPeriod period;
    private readonly IReadOnlyDictionary<string, Instant> closed;
    private readonly IReadOnlyList<Stretch> stretches;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<Fact>>> factsOfStretches;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<TargetResult>>> resultsOfStretches;
    private readonly Lazy<IReadOnlyList<Fact>> facts;
    private readonly Lazy<IReadOnlyList<TargetResult>> results;
    private readonly PeriodBook? before;
    private readonly ConcurrentDictionary<string, PeriodBook> others = new(StringComparer.Ordinal);

    private PeriodBook(Measurement measurement, AssessmentPeriod period, IReadOnlyDictionary<string, Instant> closed, PeriodBook? before = null)
    {
        (this.measurement, this.period, this.closed, this.before) = (measurement, period, closed, before);
        stretches = StretchesOf().ToList();
        var same = before is not null && ReferenceEquals(measurement.Again?.Before, before.measurement) && stretches.SequenceEqual(before.stretches) ? before : null;
        factsOfStretches = new(() => stretches.Select((stretch, index) => same is not null && measurement.TakesOver(stretch.Of) ? same.factsOfStretches.Value[index] : FactsOf(stretch).ToList()).ToList());
        resultsOfStretches = new(() => stretches.Select((stretch, index) => same is not null && measurement.TakesOver(stretch.Of) ? same.resultsOfStretches.Value[index] : ResultsOf(stretch).ToList()).ToList());
        facts = new(() => Joined(factsOfStretches.Value));
        results = new(() => Joined(resultsOfStretches.Value));
    }

    /// <summary>The records, each with the deadlines of it that were missed in the period.</summary>
    public IReadOnlyList<Fact> Facts => facts.Value;

    /// <summary>The outcomes of limits; of one that an earlier period left open, what came after.</summary>
    public IReadOnlyList<TargetResult> Results => results.Value;

    /// <summary>When earlier periods were closed, by id.</summary>
    public IReadOnlyDictionary<string, Instant> Closed => closed;

    private bool ByDay => measurement.Folder.Scorecard?.DeadlinesBelongTo == DeadlineReading.Day;

    /// <summary>A period's book.</summary>
    /// <param name="measurement">What was measured.</param>
    /// <param name="period">The period, or <see cref="AfterTerm"/>.</param>
    /// <param name="closed">When earlier periods were closed, by id; those that are not in it are open.</param>
    /// <param name="before">The book of the period in the measurement that this one takes records over from; null for none.</param>
    public static PeriodBook Of(Measurement measurement, AssessmentPeriod period, IReadOnlyDictionary<string, Instant>? closed = null, PeriodBook? before = null) =>
        new(measurement, period, closed ?? System.Collections.Immutable.ImmutableDictionary<string, Instant>.Empty, before);

    /// <summary>The days after the term, in which nothing counts but what the last periods left open.</summary>
    public static AssessmentPeriod AfterTerm(Measurement measurement) =>
        new("S", measurement.Periods.Count + 1, new(measurement.Periods[^1].Days.End, BeijingTime.LastDate), IsLast: false);

    /// <summary>The outcomes of limits on what began in an earlier period and was reported in this one, after that period's book was closed.</summary>
    public IEnumerable<TargetResult> LateResults => Results.Where(result => result.CarriedFrom is { } id && measurement.PeriodNamed(id) is { } earlier && IsLate((RecordSpec)result.Resource.Spec, earlier));

    /// <summary>The book of another period under the same closings.</summary>
    public PeriodBook For(AssessmentPeriod other) => other.Id == period.Id ? this : others.GetOrAdd(other.Id, _ => new(measurement, other, closed, before?.For(other)));

    /// <summary>The occurrences of a duty.</summary>
    public IEnumerable<Occurrence> Occurrences(ScopedObligation obligation) =>
        from stretch in stretches
        where stretch.From is null || obligation.Obligation.Recurrence is { Calls: not null } or { Due: not null } or { Grace: not null } or { Timing: DutyTiming.After }
        from occurrence in measurement.OccurrencesIn(stretch.Of, obligation)
        let due = occurrence.DueAt ?? BeijingTime.EndOf(BeijingTime.LastDate)
        where stretch.From is null ? due <= (stretch.Until ?? due) : due > stretch.From && due <= stretch.Until
        select stretch.From is null ? occurrence : occurrence with { CarriedFrom = stretch.Of.Id };

    private static IReadOnlyList<T> Joined<T>(IReadOnlyList<IReadOnlyList<T>> parts) => parts.Count == 1 ? parts[0] : parts.SelectMany(part => part).ToList();

    private IEnumerable<Stretch> StretchesOf()
    {
        var days = period.Days.ToInterval();
        foreach (var earlier in measurement.Periods.Where(one => one.Number < period.Number))
        {
            var end = earlier.Days.ToInterval().End;
            if ((ByDay ? end : closed.TryGetValue(earlier.Id, out var at) ? at : null as Instant?) is { } from && from < days.End)
            {
                yield return new(earlier, Instant.Max(from, days.Start), days.End);
            }
        }

        if (period.Number <= measurement.Periods.Count)
        {
            yield return new(period, null, ByDay ? days.End : null);
        }
    }

    private IEnumerable<Fact> FactsOf(Stretch stretch)
    {
        foreach (var fact in measurement.FactsIn(stretch.Of))
        {
            var until = stretch.Until is { } end ? By(fact, end) : fact;
            if (stretch.From is not { } start)
            {
                yield return until;
            }
            else if (IsLate(fact.Record, stretch.Of))
            {
                yield return until with { CarriedFrom = stretch.Of.Id };
            }
            else if (By(fact, start) is var before && !SameDeadlines(before, until))
            {
                yield return until with { Before = before, CarriedFrom = stretch.Of.Id };
            }
        }
    }

    private IEnumerable<TargetResult> ResultsOf(Stretch stretch)
    {
        foreach (var result in measurement.TargetsIn(stretch.Of))
        {
            var until = stretch.Until is { } end ? measurement.At(result, end) : result;
            if (stretch.From is not { } start)
            {
                yield return until;
            }
            else if (IsLate((RecordSpec)result.Resource.Spec, stretch.Of))
            {
                yield return until with { CarriedFrom = stretch.Of.Id };
            }
            else if (until.State == TargetState.Missed && until.DaysLate - measurement.At(result, start).DaysLate is > 0 and var late)
            {
                yield return until with { DaysLate = late, CarriedFrom = stretch.Of.Id };
            }
        }
    }

    /// <summary>True where a record of an earlier period was reported in this one and nobody knew of it when that period's book was closed: all of it counts here.</summary>
    private bool IsLate(RecordSpec record, AssessmentPeriod earlier) =>
        closed.TryGetValue(earlier.Id, out var at) && BeijingTime.StartOf(record.OccurredOn) >= at && period.Days.Contains(record.OccurredOn);

    /// <summary>The record with the deadlines that were missed by a moment.</summary>
    private Fact By(Fact fact, Instant moment)
    {
        var dueState = fact.Record is ServiceRequest { DueOn: { } due } request && fact.Values(MeasuredFields.DueState) is ["missed"]
            ? ByDay ? BeijingTime.EndOf(due) <= moment ? "missed" : "pending" : Measurer.DueStateOf(request, Instant.Min(moment, measurement.AsOf))
            : null;
        var missed = MissedBy(measurement.TargetsOf(fact.Resource), moment);
        return dueState is null or "missed" && missed is null ? fact : fact.With(missed ?? fact.Values(MeasuredFields.MissedTargets), dueState);
    }

    /// <summary>The limits that were missed by a moment; null where those are all that were missed.</summary>
    private List<string>? MissedBy(IReadOnlyList<TargetResult> limits, Instant moment)
    {
        for (var place = 0; place < limits.Count; place++)
        {
            if (limits[place].State == TargetState.Missed && !IsMissedBy(limits[place], moment))
            {
                return limits.Where(result => result.State == TargetState.Missed && IsMissedBy(result, moment)).Select(result => result.Target.Id).ToList();
            }
        }

        return null;
    }

    private bool IsMissedBy(TargetResult result, Instant moment) => ByDay ? result.Due <= moment : measurement.At(result, moment).State == TargetState.Missed;

    private static bool SameDeadlines(Fact one, Fact other) => ReferenceEquals(one, other) || new[] { MeasuredFields.MissedTargets, MeasuredFields.DueState }
        .All(field => one.Values(field).SequenceEqual(other.Values(field), StringComparer.Ordinal));

    /// <summary>The records of a period, and from when until when deadlines of them count.</summary>
    /// <param name="Of">The period.</param>
    /// <param name="From">After this moment; null for a period's own records, of which all counts.</param>
    /// <param name="Until">Up to this moment; null for no end.</param>
    private sealed record Stretch(AssessmentPeriod Of, Instant? From, Instant? Until);
}
