using System.Diagnostics;

namespace OpsRegistry.Time;

/// <summary>The two inverse primitives of every limit: by when, and how much time went by.</summary>
/// <remarks>
/// For every clock, start, end and limit of one whole unit or more: the due time of the limit is at or before the end exactly when
/// the limit is at most <see cref="ElapsedTime.Completed"/>. On day and month clocks the end is at or before the due time
/// exactly when <see cref="ElapsedTime.Counted"/> is at most the limit; on a window clock an end in the closed hours after
/// the due time has used no more of the window and is met as well.
/// </remarks>
internal static class Clock
{
    /// <summary>The earliest instant at which the elapsed amount reaches the limit.</summary>
    /// <param name="start">When the clock starts; the day is not counted on day and month clocks.</param>
    /// <param name="calendar">Asked only by clocks and windows that depend on working days.</param>
    /// <param name="pauses">
    /// When the clock stands still (never by default). A window clock loses the paused open time; a day or month
    /// clock loses the days that are paused from 00:00 to 24:00.
    /// </param>
    public static Parsed<DueTime> Deadline(
        Instant start, Amount amount, ServiceClock clock, WorkCalendar calendar, IntervalSet? pauses = null)
    {
        if (amount.Unit != clock.Unit)
        {
            return Parsed.Failed<DueTime>(new ClockProblem.UnitMismatch(amount, clock));
        }

        if (Refused(start) is { } refusal)
        {
            return Parsed.Failed<DueTime>(refusal);
        }

        var still = pauses ?? IntervalSet.Empty;
        return clock switch
        {
            ServiceClock.Window window => WindowArithmetic.Deadline(start, amount, window.Of, calendar, still),
            ServiceClock.WorkingDays { Closing: Closing.WorkingHours hours } =>
                WindowArithmetic.Deadline(start, InHours(amount, hours.Window), hours.Window, calendar, still)
                    .Select(due => due with { Limit = amount }),
            ServiceClock.WorkingDays days => WorkingDayArithmetic.Deadline(start, amount, days.Closing, calendar, still),
            ServiceClock.CalendarDays or ServiceClock.Months => CalendarArithmetic.Deadline(start, amount, clock, calendar, still),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The same as <see cref="Deadline"/> without its proof: it is asked of every limit of every record.</summary>
    public static Parsed<Instant> DueAt(Instant start, Amount amount, ServiceClock clock, WorkCalendar calendar, IntervalSet? pauses = null) =>
        clock is ServiceClock.Window window && amount.Unit == clock.Unit && Refused(start) is null
            ? WindowWalk.Reached(window.Of, start, amount.Time, calendar, pauses ?? IntervalSet.Empty)
            : Deadline(start, amount, clock, calendar, pauses).Select(due => due.At);

    /// <summary>How much of the clock's unit lies between two instants, <paramref name="end"/> not included.</summary>
    /// <param name="start">When the clock starts; the day is not counted on day and month clocks.</param>
    /// <param name="end">When it is read; before the start it is a record error and a problem.</param>
    /// <param name="calendar">Asked only by clocks and windows that depend on working days.</param>
    /// <param name="pauses">When the clock stands still; see <see cref="Deadline"/>.</param>
    public static Parsed<ElapsedTime> Elapsed(
        Instant start, Instant end, ServiceClock clock, WorkCalendar calendar, IntervalSet? pauses = null)
    {
        if (end < start)
        {
            return Parsed.Failed<ElapsedTime>(new ClockProblem.EndBeforeStart(start, end));
        }

        if ((Refused(start) ?? Refused(end)) is { } refusal)
        {
            return Parsed.Failed<ElapsedTime>(refusal);
        }

        var still = pauses ?? IntervalSet.Empty;
        return clock switch
        {
            ServiceClock.Window window => WindowArithmetic.Elapsed(start, end, window.Of, calendar, still),
            ServiceClock.WorkingDays { Closing: Closing.WorkingHours hours } =>
                WindowArithmetic.Elapsed(start, end, hours.Window, calendar, still)
                    .Select(elapsed => InDays(elapsed, hours.Window)),
            ServiceClock.WorkingDays days => WorkingDayArithmetic.Elapsed(start, end, days.Closing, calendar, still),
            ServiceClock.CalendarDays or ServiceClock.Months => CalendarArithmetic.Elapsed(start, end, clock, calendar, still),
            _ => throw new UnreachableException(),
        };
    }

    private static readonly Instant FirstServed = BeijingTime.StartOf(BeijingTime.FirstDate), EndOfServed = BeijingTime.EndOf(BeijingTime.LastDate);

    private static ClockProblem.NotServed? Refused(Instant instant)
    {
        if (instant >= FirstServed && instant < EndOfServed)
        {
            return null;
        }

        // At the ends of NodaTime's own range adding the offset would overflow.
        var date = instant.InUtc().Date;
        return new(date.Year is > -9000 and < 9000 ? BeijingTime.DateOf(instant) : date);
    }

    private static Amount InHours(Amount workingDays, ServiceWindow window) => Amount.FromDuration(window.HoursPerDay * workingDays.Count);

    private static ElapsedTime InDays(ElapsedTime hours, ServiceWindow window)
    {
        var (elapsed, day) = (hours.Completed.Time.ToInt64Nanoseconds(), window.HoursPerDay.ToInt64Nanoseconds());
        return hours with
        {
            Completed = Amount.WorkingDays((int)(elapsed / day)),
            Counted = Amount.WorkingDays((int)((elapsed + day - 1) / day)),
        };
    }
}
