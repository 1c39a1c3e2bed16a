using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>What people call the values that the model names in code.</summary>
internal static class SiteWords
{
    public static Text Undetermined { get; } = new("待定", "undetermined");

    public static Text NotScored { get; } = new("不计分", "not scored");

    public static Text Of(AssessmentPeriod period) => period is { Number: 1, IsLast: true }
        ? new("全服务期", "the whole term")
        : new($"第 {period.Number} 考核期", $"Period {period.Number}");

    /// <summary>A day, e.g. 2026-01-08.</summary>
    public static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A span with its first and last day, both included.</summary>
    public static string Days(DateSpan days) => $"{Day(days.Start)} – {Day(days.End.PlusDays(-1))}";

    /// <summary>A moment to the minute; midnight as 24:00 of the day that it ends where <paramref name="end"/> says so.</summary>
    public static string Minute(Instant moment, bool end = false)
    {
        var local = BeijingTime.Local(moment);
        return end && local.TimeOfDay == LocalTime.Midnight
            ? Day(local.Date.PlusDays(-1)) + " 24:00"
            : local.ToString(local.Second == 0 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    public static string Minute(OffsetDateTime moment) => Minute(moment.ToInstant());

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The class that colours an outcome; the words or sign beside it say the same.</summary>
    public static string Tone(TargetState state) => state switch
    {
        TargetState.Met => "good",
        TargetState.Missed => "bad",
        TargetState.Pending => "wait",
        TargetState.NotMeasurable => "dim",
    };

    /// <inheritdoc cref="Tone(TargetState)"/>
    public static string Tone(OccurrenceState state) => state switch
    {
        OccurrenceState.Fulfilled => "good",
        OccurrenceState.Missing => "bad",
        OccurrenceState.Pending => "wait",
    };

    /// <summary>A share as a percentage of at most two places.</summary>
    public static string Percent(decimal share) => (share * 100m).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
