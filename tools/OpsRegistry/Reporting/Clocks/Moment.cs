using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Clocks;

/// <summary>Instants as people and machines read them, always in Beijing time.</summary>
internal static class Moment
{
    /// <summary>E.g. <c>2025-09-15 09:25:00</c>.</summary>
    public static string Show(Instant instant) => BeijingTime.Local(instant).ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>To the minute, e.g. <c>2025-09-15 09:25</c>.</summary>
    public static string ShowMinute(Instant instant) => BeijingTime.Local(instant).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>To the second, but midnight as the end of the day before: <c>2025-10-10 24:00:00</c>, as deadlines are read.</summary>
    public static string ShowEnd(Instant instant) => IsMidnight(instant)
        ? BeijingTime.DateEndingAt(instant).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) + " 24:00:00"
        : Show(instant);

    /// <summary>A half-open stretch; the date is not repeated where it ends on the day it starts.</summary>
    public static string ShowStretch(Instant from, Instant to)
    {
        var end = ShowEnd(to);
        return BeijingTime.DateOf(from) == BeijingTime.DateEndingAt(to) ? $"{Show(from)} … {end[11..]}" : $"{Show(from)} … {end}";
    }

    /// <summary>With the offset, e.g. <c>2025-09-15T09:25:00+08:00</c>; parts of a second only where there are any.</summary>
    public static string Rfc3339(Instant instant) =>
        BeijingTime.Local(instant).ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF", CultureInfo.InvariantCulture) + "+08:00";

    /// <summary>A date, e.g. <c>2025-09-15</c>.</summary>
    public static string Show(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of the week.</summary>
    public static Text Weekday(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Monday => new("星期一", "Monday"),
        IsoDayOfWeek.Tuesday => new("星期二", "Tuesday"),
        IsoDayOfWeek.Wednesday => new("星期三", "Wednesday"),
        IsoDayOfWeek.Thursday => new("星期四", "Thursday"),
        IsoDayOfWeek.Friday => new("星期五", "Friday"),
        IsoDayOfWeek.Saturday => new("星期六", "Saturday"),
        IsoDayOfWeek.Sunday => new("星期日", "Sunday"),
        IsoDayOfWeek.None => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsMidnight(Instant instant) => BeijingTime.Local(instant).TimeOfDay == LocalTime.Midnight;
}
