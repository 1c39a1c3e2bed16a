namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>The working days of the term, by 国办发明电〔2023〕7号 and 〔2024〕12号.</summary>
internal static class OfficeDays
{
    /// <summary>The first day of the term.</summary>
    public static readonly DateOnly First = Clock.Day("2024-10-01");

    /// <summary>The last day of the term.</summary>
    public static readonly DateOnly Last = Clock.Day("2025-06-30");

    private static readonly HashSet<DateOnly> Off =
    [
        .. Range("2024-10-01", 7), Clock.Day("2025-01-01"), .. Range("2025-01-28", 8), .. Range("2025-04-04", 3),
        .. Range("2025-05-01", 5), .. Range("2025-05-31", 3),
    ];

    private static readonly HashSet<DateOnly> MakeUp =
        [Clock.Day("2024-10-12"), Clock.Day("2025-01-26"), Clock.Day("2025-02-08"), Clock.Day("2025-04-27")];

    /// <summary>True for a working day.</summary>
    public static bool Contains(DateOnly day) =>
        MakeUp.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Off.Contains(day);

    /// <summary>The day itself, or the last working day before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Contains(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static IEnumerable<DateOnly> Range(string first, int days) => Enumerable.Range(0, days).Select(Clock.Day(first).AddDays);
}
