using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>When one time of a duty is in time.</summary>
/// <param name="Place">The days on which a record must lie that does not say what it covers; null where any day will do.</param>
/// <param name="Last">The last day in time; null while nobody knows it.</param>
/// <param name="LateCounts">Whether what comes after the last day is late; otherwise it is not the thing that was asked for.</param>
internal sealed record DueDays(DateSpan? Place, LocalDate? Last, bool LateCounts)
{
    private const int MostDaysBack = 1200;

    /// <summary>Why the last day is not known, e.g. a year without a working calendar; null where it is, or where its anchor has not happened yet.</summary>
    public ClockProblem? Problem { get; init; }

    /// <summary>Whether a record of some day is in time.</summary>
    public bool IsInTime(LocalDate day) => Last is not { } last || day <= last;

    /// <summary>The days of one time of a duty.</summary>
    /// <param name="days">The span it is for.</param>
    /// <param name="call">The record that calls for it; null for a span of the calendar.</param>
    public static DueDays Plan(ScopedObligation scoped, DateSpan days, Fact? call, Measurement measurement)
    {
        var recurrence = scoped.Obligation.Recurrence;
        if (recurrence.Due is { } terms)
        {
            var due = LastDay(terms, scoped, days, call, measurement);
            var place = call is null && recurrence.Every != Span.Term ? days : (DateSpan?)null;
            return Graced(new(place, due is { Problem: null } known ? known.Value : null, LateCounts: true) { Problem = due?.Problem }, recurrence, measurement);
        }

        var last = days.End.PlusDays(-1);
        return TimingOf(recurrence, call) switch
        {
            DutyTiming.Within => Graced(new(call is not null && recurrence.Grace is not null ? null : days, last, recurrence.Grace is not null), recurrence, measurement),
            DutyTiming.Before => new(new(call is null ? days.Start.PlusDays(-days.Days) : BeijingTime.FirstDate, days.Start), days.Start.PlusDays(-1), LateCounts: false),
            DutyTiming.FirstDay => new(new(days.Start, days.Start.PlusDays(1)), days.Start, LateCounts: false),
            DutyTiming.LastDay => new(new(last, days.End), last, LateCounts: false),
            DutyTiming.After => new(call is null ? new(days.Start, BeijingTime.LastDate) : null, LocalDate.Max(last, scoped.Days.End.PlusDays(-1)), LateCounts: true),
        };
    }

    /// <summary>The place in the span, as the contract gives it or as it follows from what calls: an order stands for its days, any other record sets no limit.</summary>
    public static DutyTiming TimingOf(Recurrence recurrence, Fact? call) =>
        recurrence.Timing ?? (call is null || call.Resource.Kind.Ahead == Ahead.Announced ? DutyTiming.Within : DutyTiming.After);

    private static DueDays Graced(DueDays due, Recurrence recurrence, Measurement measurement)
    {
        if (due.Last is not { } last || recurrence.Grace is not { } words || Amount.Parse(words) is not { } grace)
        {
            return due;
        }

        var until = Deadline(last, grace, roll: false, measurement);
        return until.Problem is { } problem ? due with { Last = null, Problem = problem } : due with { Last = until.Value };
    }

    /// <summary>The last day; null while the anchor has not happened.</summary>
    private static Parsed<LocalDate>? LastDay(DueDay terms, ScopedObligation scoped, DateSpan days, Fact? call, Measurement measurement)
    {
        if ((terms.After ?? terms.Before) is not { } name || Amount.Parse(terms.Within) is not { } limit || Anchor(name, scoped, days, call, measurement) is not { } anchor)
        {
            return null;
        }

        if (terms.Before is null)
        {
            return Deadline(anchor, limit, terms.Roll, measurement);
        }

        // The last day from which the limit still ends by the anchor: the same rule read backwards. What counts in working days is done on one of them.
        for (var day = anchor; day > anchor.PlusDays(-MostDaysBack); day = day.PlusDays(-1))
        {
            var end = Deadline(day, limit, roll: false, measurement);
            if (end.Problem is not null || (end.Value <= anchor && (limit.Unit != AmountUnit.WorkingDays || measurement.Calendar.IsWorkingDay(day).Value)))
            {
                return end.Select(_ => day);
            }
        }

        return null;
    }

    private static Parsed<LocalDate> Deadline(LocalDate from, Amount limit, bool roll, Measurement measurement) =>
        Clock.Deadline(BeijingTime.StartOf(from), limit, ServiceClock.For(limit.Unit, window: null, roll) ?? new ServiceClock.CalendarDays(roll), measurement.Calendar)
            .Select(due => BeijingTime.DateEndingAt(due.At));

    /// <summary>The day that a limit counts from; null while it has not come.</summary>
    private static LocalDate? Anchor(string name, ScopedObligation scoped, DateSpan days, Fact? call, Measurement measurement)
    {
        var last = days.End.PlusDays(-1);
        return name switch
        {
            "signing" => measurement.Folder.Terms.SignedOn.Value,
            "termStart" => scoped.Days.Start,
            "termEnd" => scoped.Days.End.PlusDays(-1),
            "periodStart" => PeriodOf(last, measurement).Days.Start,
            "periodEnd" => PeriodOf(last, measurement).Days.End.PlusDays(-1),
            "spanStart" => days.Start,
            "spanEnd" => last,
            _ => name.Split('.') is [var of, var field] ? OfRecord(of, field, scoped, call, measurement) : null,
        };
    }

    private static AssessmentPeriod PeriodOf(LocalDate day, Measurement measurement) =>
        measurement.Periods.FirstOrDefault(period => period.Days.Contains(day)) ?? measurement.Periods[day < measurement.Periods[0].Days.Start ? 0 : ^1];

    private static LocalDate? OfRecord(string of, string field, ScopedObligation scoped, Fact? call, Measurement measurement) => of == "called"
        ? call is null ? null : DayIn(call, field)
        : measurement.FactsOf(scoped.Service).Where(fact => fact.Resource.Kind.Name == of).Select(fact => DayIn(fact, field)).Where(day => day is not null).Min();

    private static LocalDate? DayIn(Fact fact, string field) => fact.Resource.Kind.Field(field)?.ValueOf(fact.Record) switch
    {
        LocalDate day => day,
        OffsetDateTime time => BeijingTime.DateOf(time.ToInstant()),
        _ => null,
    };
}
