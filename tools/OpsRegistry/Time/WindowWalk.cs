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
        if (to <= from || window.IsContinuous)
        {
            return Parsed.Known(to <= from ? Duration.Zero : Running(from, to, pauses));
        }

        var (total, provisional) = (Duration.Zero, false);
        var last = BeijingTime.DateEndingAt(to);
        for (var date = BeijingTime.DateOf(from); date <= last; date = date.PlusDays(1))
        {
            var (running, isMet) = (Duration.Zero, false);
            foreach (var hours in window.Hours)
            {
                var open = hours.On(date);
                var (start, end) = (Instant.Max(open.Start, from), Instant.Min(open.End, to));
                if (start < end)
                {
                    running += Running(start, end, pauses);
                    isMet = true;
                }
            }

            if (isMet && window.Days != WindowDays.EveryDay)
            {
                if (Status(window.Days, date, calendar) is not { } status)
                {
                    return Parsed.Failed<Duration>(calendar.Missing(date));
                }

                provisional |= status.Provisional;
                running = status.IsWorking ? running : Duration.Zero;
            }

            total += running;
        }

        return Parsed.Known(total, provisional);
    }

    private static Duration Running(Instant from, Instant to, IntervalSet pauses)
    {
        var running = to - from;
        foreach (var pause in pauses.Intervals)
        {
            var (start, end) = (Instant.Max(pause.Start, from), Instant.Min(pause.End, to));
            running -= start < end ? end - start : Duration.Zero;
        }

        return running;
    }

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
