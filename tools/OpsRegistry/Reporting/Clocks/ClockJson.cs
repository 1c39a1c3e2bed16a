using System.Text.Json.Serialization;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Clocks;

/// <summary>The answer of a clock for machines.</summary>
internal static class ClockJson
{
    /// <summary>Writes by when a limit is due.</summary>
    public static void WriteDeadline(TextWriter output, ClockQuestion question, DueTime due, bool provisional) => JsonOutput.Write(output, new DeadlineEntry(
        question.Start,
        question.Clock.Describe(),
        due.Limit.ToString(),
        due.At,
        due.Limit.Unit == AmountUnit.Time ? null : BeijingTime.DateEndingAt(due.At),
        provisional,
        question.Calendar.Versions,
        SegmentsOf(due.Segments)));

    /// <summary>Writes how much time went by.</summary>
    public static void WriteElapsed(TextWriter output, ClockQuestion question, Instant end, ElapsedTime elapsed, Amount? limit, bool provisional)
    {
        var (counted, unit) = (elapsed.Counted, elapsed.Counted.Unit);
        JsonOutput.Write(output, new ElapsedEntry(
            question.Start,
            question.Clock.Describe(),
            end,
            counted.ToString(),
            unit == AmountUnit.Time ? decimal.Round(counted.Time.ToInt64Nanoseconds() / 60_000_000_000m, 6) / 1.000000m : null,
            unit == AmountUnit.Months ? counted.Count : null,
            unit is AmountUnit.WorkingDays or AmountUnit.CalendarDays ? counted.Count : null,
            unit == AmountUnit.Time ? null : elapsed.Completed.Count,
            limit?.ToString(),
            limit is null ? null : elapsed.Meets(limit),
            provisional,
            question.Calendar.Versions,
            SegmentsOf(elapsed.Segments)));
    }

    /// <summary>How it was counted, piece by piece.</summary>
    public static IReadOnlyList<SegmentEntry> SegmentsOf(IEnumerable<ClockSegment> segments) => segments
        .Select(segment => segment.Day is { } day
            ? new DaySegmentEntry(segment.From, segment.To, segment.Counts, segment.Reason, day.Reason, day.Name, day.Notice, day.Provisional)
            : new SegmentEntry(segment.From, segment.To, segment.Counts, segment.Reason))
        .ToList();
}

/// <summary>By when a limit is due.</summary>
/// <param name="Start">When the clock starts.</param>
/// <param name="Clock">What it counts.</param>
/// <param name="Amount">The limit.</param>
/// <param name="Deadline">The last moment, not included where it is midnight.</param>
/// <param name="LastDay">The last day, of a limit in days or months.</param>
/// <param name="Provisional">Whether a calendar without published notice was used.</param>
/// <param name="Calendar">The calendars used, with their versions.</param>
/// <param name="Segments">How it was counted, piece by piece.</param>
internal sealed record DeadlineEntry(
    Instant Start,
    Text Clock,
    string Amount,
    Instant Deadline,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalDate? LastDay,
    bool Provisional,
    IReadOnlyList<string> Calendar,
    IReadOnlyList<SegmentEntry> Segments);

/// <summary>How much time went by.</summary>
/// <param name="Start">When the clock starts.</param>
/// <param name="Clock">What it counts.</param>
/// <param name="End">When it is read.</param>
/// <param name="Elapsed">How much it counted, a day or month begun as a whole.</param>
/// <param name="Minutes">The same in minutes, where it counts time.</param>
/// <param name="Months">The same in months, where it counts these.</param>
/// <param name="Days">The same in days, where it counts these.</param>
/// <param name="Completed">The days or months completed.</param>
/// <param name="Limit">The limit that was named.</param>
/// <param name="Met">Whether it is kept.</param>
/// <param name="Provisional">Whether a calendar without published notice was used.</param>
/// <param name="Calendar">The calendars used, with their versions.</param>
/// <param name="Segments">How it was counted, piece by piece.</param>
internal sealed record ElapsedEntry(
    Instant Start,
    Text Clock,
    Instant End,
    string Elapsed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Minutes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Months,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Days,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Completed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Limit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Met,
    bool Provisional,
    IReadOnlyList<string> Calendar,
    IReadOnlyList<SegmentEntry> Segments);

/// <summary>A piece of time that counts, or does not.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">Its end, not included.</param>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Reason">Why.</param>
[JsonDerivedType(typeof(SegmentEntry))]
[JsonDerivedType(typeof(DaySegmentEntry))]
internal record SegmentEntry(Instant From, Instant To, bool Counts, SegmentReason Reason);

/// <summary>A piece of time for which the calendar was asked.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">Its end, not included.</param>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Reason">Why.</param>
/// <param name="Day">What kind of day it is.</param>
/// <param name="Name">The holiday's name; null for an ordinary day.</param>
/// <param name="Notice">The notice that says so; null for an ordinary day.</param>
/// <param name="Provisional">Whether no notice is published for the day.</param>
internal sealed record DaySegmentEntry(
    Instant From,
    Instant To,
    bool Counts,
    SegmentReason Reason,
    [property: JsonPropertyOrder(1)] DayReason Day,
    [property: JsonPropertyOrder(1)] string? Name,
    [property: JsonPropertyOrder(1)] string? Notice,
    [property: JsonPropertyOrder(1)] bool Provisional) : SegmentEntry(From, To, Counts, Reason);
