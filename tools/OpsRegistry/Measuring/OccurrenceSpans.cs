using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>Days in which an obligation is due, and how many times.</summary>
/// <param name="Name">What the span is called: <c>2026-W03</c>, <c>M2</c>, <c>P1</c>.</param>
/// <param name="Count">How many times, at least 1.</param>
internal sealed record OccurrenceSpan(string Name, DateSpan Days, int Count);

/// <summary>The spans of a recurrence that close in an assessment period.</summary>
internal static class OccurrenceSpans
{
    /// <summary>The spans; months and longer are counted from the first day of the obligation's own days.</summary>
    public static IEnumerable<OccurrenceSpan> Plan(ScopedObligation scoped, AssessmentPeriod period, Measurement measurement)
    {
        var recurrence = scoped.Obligation.Recurrence;
        if (recurrence.Every == Span.Term)
        {
            var term = new OccurrenceSpan("T", scoped.Days, recurrence.Count);
            return period.Days.Contains(TermDay(scoped, measurement)) ? [term] : [];
        }

        var inside = period.Days.Intersect(scoped.Days);
        if (inside.IsEmpty)
        {
            return [];
        }

        return recurrence.Every switch
        {
            Span.Day => EachDay(inside).Select(day => new OccurrenceSpan(Name(day), new(day, day.PlusDays(1)), recurrence.Count)),
            Span.WorkingDay => EachDay(inside)
                .Where(day => measurement.Calendar.Find(day)?.IsWorking ?? false)
                .Select(day => new OccurrenceSpan(Name(day), new(day, day.PlusDays(1)), recurrence.Count)),
            Span.Week => Weeks(recurrence, inside),
            Span.AssessmentPeriod => [new(period.Id, inside, recurrence.Count)],
            Span.Holiday => Closing(Holidays(recurrence, scoped.Days, measurement), period),
            Span.Month or Span.Quarter or Span.HalfYear or Span.Year => Closing(ByMonths(recurrence, scoped.Days, measurement.Folder.Obligations?.ProRata ?? ProRataReading.Floor), period),
            Span.Term or Span.Record => throw new System.Diagnostics.UnreachableException(), // called for by records, which OccurrenceMeasure counts
        };
    }

    /// <summary>
    /// Spans of whole months. Where the days hold no whole number of spans, n per span becomes n × whole months ÷ months of the span
    /// for all days together: one a quarter in nine months is three, four a year in nine months is three.
    /// </summary>
    private static List<OccurrenceSpan> ByMonths(Recurrence recurrence, DateSpan days, ProRataReading reading)
    {
        var (each, prefix) = recurrence.Every switch
        {
            Span.Month => (1, "M"),
            Span.Quarter => (3, "Q"),
            Span.HalfYear => (6, "H"),
            Span.Year => (12, "Y"),
            Span.Day or Span.WorkingDay or Span.Week or Span.AssessmentPeriod or Span.Term or Span.Holiday or Span.Record => throw new System.Diagnostics.UnreachableException(),
        };
        var months = Period.Between(days.Start, days.End, PeriodUnits.Months).Months;
        if (months >= each && months % each == 0)
        {
            return new PeriodSchedule(days.Start, each).Until(days.End)
                .Where(span => span.End <= days.End)
                .Select((span, index) => new OccurrenceSpan($"{prefix}{index + 1}", span, recurrence.Count))
                .ToList();
        }

        var exact = (decimal)recurrence.Count * months / each;
        var due = reading switch
        {
            ProRataReading.Floor => Math.Max(1, (int)Math.Floor(exact)),
            ProRataReading.Ceiling => Math.Max(1, (int)Math.Ceiling(exact)),
            ProRataReading.Full => recurrence.Count * Math.Max(1, (int)Math.Ceiling((decimal)months / each)),
        };
        return recurrence.Count == 1 && months >= each && reading == ProRataReading.Floor
            ? new PeriodSchedule(days.Start, each).Until(days.End).Take(due).Select((span, index) => new OccurrenceSpan($"{prefix}{index + 1}", span.Intersect(days), 1)).ToList()
            : [new($"{prefix}×{due}", days, due)];
    }

    private static IEnumerable<OccurrenceSpan> Weeks(Recurrence recurrence, DateSpan inside) => recurrence.Weeks switch
    {
        WeekReading.WholeIsoWeeks => CalendarUnits.Inside(inside, CalendarUnit.IsoWeek).Select(week => new OccurrenceSpan(week.Name, week.Span, recurrence.Count)),
        WeekReading.TouchedIsoWeeks => CalendarUnits.Touching(inside, CalendarUnit.IsoWeek).Select(week => new OccurrenceSpan(week.Name, week.Span.Intersect(inside), recurrence.Count)),
        WeekReading.EndingIsoWeeks => CalendarUnits.Touching(inside, CalendarUnit.IsoWeek).Where(week => inside.Contains(week.Span.End.PlusDays(-1))).Select(week => new OccurrenceSpan(week.Name, week.Span, recurrence.Count)),
        WeekReading.SevenDayBlocks => PeriodSchedule.Blocks(inside, 7).Where(block => block.Days == 7).Select((block, index) => new OccurrenceSpan($"B{index + 1}", block, recurrence.Count)),
    };

    /// <summary>The day by which what is due once in the term belongs to a period: its due day, where that is known and in the term.</summary>
    private static LocalDate TermDay(ScopedObligation scoped, Measurement measurement)
    {
        var last = scoped.Days.End.PlusDays(-1);
        var due = scoped.Obligation.Recurrence.Due is null ? last : DueDays.Plan(scoped, scoped.Days, null, measurement).Last ?? last;
        return LocalDate.Max(measurement.Periods[0].Days.Start, LocalDate.Min(due, last));
    }

    private static IEnumerable<OccurrenceSpan> Holidays(Recurrence recurrence, DateSpan days, Measurement measurement) =>
        from holiday in StatutoryHolidays.EndingIn(measurement.Calendar, days)
        where holiday.Days.Days >= (recurrence.LeastDays ?? 1)
        select new OccurrenceSpan($"{Name(holiday.Days.Start)} {holiday.Name}", holiday.Days, recurrence.Count);

    private static IEnumerable<OccurrenceSpan> Closing(IEnumerable<OccurrenceSpan> spans, AssessmentPeriod period) =>
        spans.Where(span => period.Days.Contains(span.Days.End.PlusDays(-1)));

    private static IEnumerable<LocalDate> EachDay(DateSpan span)
    {
        for (var day = span.Start; day < span.End; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    private static string Name(LocalDate day) => day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
