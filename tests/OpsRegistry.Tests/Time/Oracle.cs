using OpsRegistry.Time;

namespace OpsRegistry.Tests.Time;

/// <summary>Counts minute by minute and day by day, slowly and plainly. Null: the calendar would be left.</summary>
internal static class Oracle
{
    private const int Day = 1440;

    /// <summary>The minute at which the window has been open for so many minutes.</summary>
    public static int? Deadline(Situation situation, int start, int minutes, bool pauses)
    {
        var minute = start;
        for (var left = minutes; left > 0; minute++)
        {
            if (IsOpen(situation, minute, pauses) is not { } open)
            {
                return null;
            }

            left -= open ? 1 : 0;
        }

        return minute;
    }

    /// <summary>The open minutes between two.</summary>
    public static int? Elapsed(Situation situation, int start, int end, bool pauses)
    {
        var total = 0;
        for (var minute = start; minute < end; minute++)
        {
            if (IsOpen(situation, minute, pauses) is not { } open)
            {
                return null;
            }

            total += open ? 1 : 0;
        }

        return total;
    }

    /// <summary>The minute at which a limit in days or months ends.</summary>
    public static int? DayDeadline(Situation situation, int start, int count, ServiceClock clock)
    {
        var day = start / Day;
        var isMonths = clock is ServiceClock.Months;
        var isWorkingDays = clock is ServiceClock.WorkingDays;
        var target = isMonths ? (Date(day).AddMonths(count) - Date(0)).Days : int.MaxValue;
        var left = isMonths ? target - day : count;
        while (left > 0)
        {
            day++;
            if (isWorkingDays && day >= situation.Works.Length)
            {
                return null;
            }

            left -= (isWorkingDays && !situation.Works[day]) || IsWhollyPaused(situation, day) ? 0 : 1;
        }

        var rolls = count > 0 && clock is ServiceClock.CalendarDays { Roll: true } or ServiceClock.Months { Roll: true };
        while (rolls)
        {
            if (day >= situation.Works.Length)
            {
                return null;
            }

            if (situation.Works[day])
            {
                break;
            }

            day++;
        }

        return count > 0 && clock is ServiceClock.WorkingDays { Closing: Closing.CloseOfBusiness }
            ? (day * Day) + situation.Hours[^1].To
            : (day + 1) * Day;
    }

    private static DateTime Date(int day) => new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day);

    private static bool IsWhollyPaused(Situation situation, int day) =>
        Enumerable.Range(day * Day, Day).All(minute => IsPaused(situation, minute));

    private static bool IsPaused(Situation situation, int minute) =>
        situation.Pauses.Any(pause => pause.From <= minute && minute < pause.To);

    private static bool? IsOpen(Situation situation, int minute, bool pauses)
    {
        var (day, minuteOfDay) = (minute / Day, minute % Day);
        if (!situation.Hours.Any(hours => hours.From <= minuteOfDay && minuteOfDay < hours.To))
        {
            return false;
        }

        if (situation.Kind == WindowDays.WorkingDays && day >= situation.Works.Length)
        {
            return null;
        }

        var worked = situation.Kind switch
        {
            WindowDays.WorkingDays => situation.Works[day],
            WindowDays.MondayToFriday => day % 7 < 5,
            _ => true,
        };
        return worked && !(pauses && IsPaused(situation, minute));
    }
}
