using System.Globalization;

namespace OpsRegistry.Samples;

/// <summary>Days and times of the story, written as people write them; all of them Beijing time.</summary>
internal static class Clock
{
    /// <summary>A day such as <c>2026-01-08</c>.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time such as <c>2026-01-08 09:40</c>.</summary>
    public static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A time of its own day, or one such as <c>09:40</c> on the day of another time; null stays null.</summary>
    public static DateTime? At(string? text, DateTime sameDay) => text switch
    {
        null => null,
        { Length: 5 } => At($"{sameDay:yyyy-MM-dd} {text}"),
        _ => At(text),
    };

    /// <summary>A day's first minute.</summary>
    public static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
