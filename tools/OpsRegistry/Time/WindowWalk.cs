namespace OpsRegistry.Time;

/// <summary>What a window does on one date, within the time that is walked.</summary>
/// <param name="Hours">The window's hours that lie in the walked time; never none.</param>
/// <param name="IsOpen">Whether they are open, or would be on another day.</param>
/// <param name="Status">What was found of the date; null for windows that open every day.</param>
internal sealed record WindowDay(IReadOnlyList<Interval> Hours, bool IsOpen, DayStatus? Status)
{
    /// <summary>The open hours.</summary>
    public IReadOnlyList<Interval> Open => IsOpen ? Hours : [];

    /// <summary>Whether the date comes from a provisional calendar.</summary>
    public bool Provisional => Status?.Provisional ?? false;
}

/// <summary>Walks the dates of a window in order, lazily, and stops at the first date that no calendar covers.</summary>
internal static class WindowWalk
{
    private static readonly WindowDay Nothing = new([], false, null);

    /// <summary>
    /// The dates whose hours meet the time from <paramref name="from"/> to <paramref name="to"/>. A problem, if any, is
    /// the last item. Dates whose hours lie outside are not asked for, so 20:00 on the last covered day is no problem.
    /// </summary>
    public static IEnumerable<(WindowDay Day, ClockProblem? Problem)> Days(
        ServiceWindow window, Instant from, Instant to, WorkCalendar calendar)
    {
        if (to <= from)
        {
            yield break;
        }

        if (window.IsContinuous)
        {
            yield return (new([new(from, to)], true, null), null);
            yield break;
        }

        var last = BeijingTime.DateEndingAt(to);
        for (var date = BeijingTime.DateOf(from); date <= last; date = date.PlusDays(1))
        {
            var hours = Clipped(window, date, from, to);
            if (hours.Count == 0)
            {
                continue;
            }

            if (Status(window.Days, date, calendar) is { } status)
            {
                yield return (new(hours, status.IsWorking, status), null);
            }
            else if (window.Days == WindowDays.EveryDay)
            {
                yield return (new(hours, true, null), null);
            }
            else
            {
                yield return (Nothing, calendar.Missing(date));
                yield break;
            }
        }
    }

    /// <summary>How long the window is open between two instants while nothing stands still: the open hours of <see cref="Days"/> added up, and none of them made.</summary>
    public static Parsed<Duration> Running(ServiceWindow window, Instant from, Instant to, WorkCalendar calendar, IntervalSet pauses)
    {
        var all = OpenTime(window, from, to, calendar);
        if (all.Problem is not null)
        {
            return all;
        }

        // Pauses lie apart from each other, and the calendar that covers the whole covers each of them.
        var standing = Duration.Zero;
        for (var index = 0; index < pauses.Intervals.Count; index++)
        {
            var pause = pauses.Intervals[index];
            standing += OpenTime(window, Instant.Max(pause.Start, from), Instant.Min(pause.End, to), calendar).Value;
        }

        return Parsed.Known(all.Value - standing, all.Provisional);
    }

    /// <summary>When a window has been open for so long since an instant; while something stands still nothing counts.</summary>
    public static Parsed<Instant> Reached(ServiceWindow window, Instant from, Duration length, WorkCalendar calendar, IntervalSet pauses)
    {
        var (left, provisional) = (length, false);
        if (length == Duration.Zero)
        {
            return Parsed.Known(from);
        }

        if (window.IsContinuous)
        {
            return ReachedIn(from, BeijingTime.EndOf(BeijingTime.LastDate), pauses, ref left) is { } at ? Parsed.Known(at) : Parsed.Failed<Instant>(Never());
        }

        for (var date = BeijingTime.DateOf(from); date <= BeijingTime.LastDate; date = date.PlusDays(1))
        {
            if (window.Hours[^1].On(date).End <= from)
            {
                continue; // what no calendar says of a date does not matter once its hours are over
            }

            var status = Status(window.Days, date, calendar);
            if (status is null && window.Days != WindowDays.EveryDay)
            {
                return Parsed.Failed<Instant>(calendar.Missing(date));
            }

            provisional |= status?.Provisional ?? false;
            for (var index = 0; index < window.Hours.Count && status?.IsWorking != false; index++)
            {
                var open = window.Hours[index].On(date);
                if (ReachedIn(Instant.Max(open.Start, from), open.End, pauses, ref left) is { } at)
                {
                    return Parsed.Known(at, provisional);
                }
            }
        }

        return Parsed.Failed<Instant>(Never());

        static ClockProblem.NotServed Never() => new(BeijingTime.LastDate.PlusDays(1));
    }

    /// <summary>The moment within open time at which nothing is left of a length; null where some is, and what ran is taken off it.</summary>
    private static Instant? ReachedIn(Instant from, Instant to, IntervalSet pauses, ref Duration left)
    {
        for (var index = 0; index <= pauses.Intervals.Count && from < to; index++)
        {
            var pause = index < pauses.Intervals.Count ? pauses.Intervals[index] : new(to, to);
            var (start, end) = (Instant.Max(pause.Start, from), Instant.Min(pause.End, to));
            if (start > end)
            {
                continue;
            }

            if (start - from >= left)
            {
                return from + left;
            }

            left -= start - from;
            from = end;
        }

        return null;
    }

    /// <summary>The open time between two instants. Only the first and the last date can be cut; those between are counted, not walked.</summary>
    private static Parsed<Duration> OpenTime(ServiceWindow window, Instant from, Instant to, WorkCalendar calendar)
    {
        if (to <= from || window.IsContinuous)
        {
            return Parsed.Known(to <= from ? Duration.Zero : to - from);
        }

        var (first, last) = (BeijingTime.DateOf(from), BeijingTime.DateEndingAt(to));
        var start = OpenTimeOn(first, window, from, to, calendar);
        if (first == last || start.Problem is not null)
        {
            return start;
        }

        var between = OpenDays(window.Days, new(first.PlusDays(1), last), calendar);
        if (between.Problem is { } problem)
        {
            return Parsed.Failed<Duration>(problem);
        }

        var end = OpenTimeOn(last, window, from, to, calendar);
        return end.Problem is not null ? end : Parsed.Known(start.Value + (window.HoursPerDay * between.Value) + end.Value, start.Provisional || between.Provisional || end.Provisional);
    }

    private static Parsed<Duration> OpenTimeOn(LocalDate date, ServiceWindow window, Instant from, Instant to, WorkCalendar calendar)
    {
        var open = Duration.Zero;
        for (var index = 0; index < window.Hours.Count; index++)
        {
            var whole = window.Hours[index].On(date);
            var (start, end) = (Instant.Max(whole.Start, from), Instant.Min(whole.End, to));
            open += start < end ? end - start : Duration.Zero;
        }

        if (open == Duration.Zero || window.Days == WindowDays.EveryDay)
        {
            return Parsed.Known(open);
        }

        return Status(window.Days, date, calendar) is { } status
            ? Parsed.Known(status.IsWorking ? open : Duration.Zero, status.Provisional)
            : Parsed.Failed<Duration>(calendar.Missing(date));
    }

    /// <summary>On how many dates a window opens.</summary>
    private static Parsed<int> OpenDays(WindowDays days, DateSpan dates, WorkCalendar calendar) => days switch
    {
        WindowDays.EveryDay => Parsed.Known(dates.Days),
        WindowDays.MondayToFriday => Parsed.Known(Weekdays(dates)),
        WindowDays.WorkingDays => calendar.Tally(dates) is { } tally ? Parsed.Known(tally.Worked, tally.Provisional) : Parsed.Failed<int>(calendar.Missing(From(dates).First(date => calendar.Find(date) is null))),
    };

    private static int Weekdays(DateSpan dates) => (dates.Days / 7 * 5) + From(dates with { Start = dates.Start.PlusDays(dates.Days / 7 * 7) }).Count(date => DayStatus.ByWeekday(date).IsWorking);

    private static IEnumerable<LocalDate> From(DateSpan dates) => Enumerable.Range(0, dates.Days).Select(dates.Start.PlusDays);

    private static DayStatus? Status(WindowDays days, LocalDate date, WorkCalendar calendar) => days switch
    {
        WindowDays.WorkingDays => calendar.Find(date),
        WindowDays.MondayToFriday => DayStatus.ByWeekday(date),
        WindowDays.EveryDay => null,
    };

    private static List<Interval> Clipped(ServiceWindow window, LocalDate date, Instant from, Instant to)
    {
        var clipped = new List<Interval>();
        foreach (var hours in window.Hours)
        {
            var open = hours.On(date);
            var (start, end) = (Instant.Max(open.Start, from), Instant.Min(open.End, to));
            if (start < end)
            {
                clipped.Add(new(start, end));
            }
        }

        return clipped;
    }
}
