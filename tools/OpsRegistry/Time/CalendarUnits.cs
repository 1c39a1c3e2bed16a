using NodaTime.Calendars;

namespace OpsRegistry.Time;

/// <summary>A week, month … of the calendar, whatever a contract's anchor is.</summary>
internal enum CalendarUnit
{
    /// <summary>Monday to Sunday, e.g. <c>2026-W01</c>.</summary>
    IsoWeek,

    /// <summary>E.g. <c>2026-01</c>.</summary>
    Month,

    /// <summary>E.g. <c>2026-Q1</c>.</summary>
    Quarter,

    /// <summary>E.g. <c>2026-H1</c>.</summary>
    HalfYear,

    /// <summary>E.g. <c>2026</c>.</summary>
    Year,
}

/// <summary>A calendar unit with its usual name.</summary>
/// <param name="Name">E.g. <c>2026-W01</c>; names sort in time.</param>
/// <param name="Span">All of its days.</param>
internal sealed record CalendarPeriod(string Name, DateSpan Span);

/// <summary>Finds the weeks, months, quarters, half-years and years of a span.</summary>
internal static class CalendarUnits
{
    /// <summary>The units of which every day is in the span, in order.</summary>
    public static IReadOnlyList<CalendarPeriod> Inside(DateSpan span, CalendarUnit unit) =>
        [.. Touching(span, unit).Where(period => span.Contains(period.Span))];

    /// <summary>The units of which any day is in the span, in order.</summary>
    public static IReadOnlyList<CalendarPeriod> Touching(DateSpan span, CalendarUnit unit)
    {
        var periods = new List<CalendarPeriod>();
        for (var date = span.Start; date < span.End; date = periods[^1].Span.End)
        {
            periods.Add(Find(date, unit));
        }

        return periods;
    }

    /// <summary>The unit that has the date.</summary>
    public static CalendarPeriod Find(LocalDate date, CalendarUnit unit) => unit switch
    {
        CalendarUnit.IsoWeek => Week(date),
        CalendarUnit.Month => Months(date, 1, $"{date:uuuu'-'MM}"),
        CalendarUnit.Quarter => Months(date, 3, $"{date:uuuu}-Q{((date.Month - 1) / 3) + 1}"),
        CalendarUnit.HalfYear => Months(date, 6, $"{date:uuuu}-H{((date.Month - 1) / 6) + 1}"),
        CalendarUnit.Year => Months(date, 12, $"{date:uuuu}"),
    };

    private static CalendarPeriod Week(LocalDate date)
    {
        var monday = date.PlusDays(1 - (int)date.DayOfWeek);
        var rule = WeekYearRules.Iso;
        return new($"{rule.GetWeekYear(date):D4}-W{rule.GetWeekOfWeekYear(date):D2}", new(monday, monday.PlusDays(7)));
    }

    private static CalendarPeriod Months(LocalDate date, int length, string name)
    {
        var start = new LocalDate(date.Year, ((date.Month - 1) / length * length) + 1, 1);
        return new(name, new(start, start.PlusMonths(length)));
    }
}
