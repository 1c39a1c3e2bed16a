namespace OpsRegistry.Samples;

/// <summary>The working days from 2025-12-03 to 2026-11-20, by 国办发明电〔2025〕7号.</summary>
internal static class WorkingDays
{
    private static readonly HashSet<DateOnly> Off =
    [
        .. Range("2026-01-01", 3), .. Range("2026-02-15", 9), .. Range("2026-04-04", 3), .. Range("2026-05-01", 5),
        .. Range("2026-06-19", 3), .. Range("2026-09-25", 3), .. Range("2026-10-01", 7),
    ];

    private static readonly HashSet<DateOnly> MakeUp =
    [
        Clock.Day("2026-01-04"), Clock.Day("2026-02-14"), Clock.Day("2026-02-28"),
        Clock.Day("2026-05-09"), Clock.Day("2026-09-20"), Clock.Day("2026-10-10"),
    ];

    /// <summary>True for a working day.</summary>
    public static bool Contains(DateOnly day) =>
        MakeUp.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Off.Contains(day);

    /// <summary>The day itself, or the next working day where it is none.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Contains(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static IEnumerable<DateOnly> Range(string first, int days) => Enumerable.Range(0, days).Select(Clock.Day(first).AddDays);
}
