using NodaTime.Text;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary>Reads the times, amounts and windows of <c>opsreg clock</c>; what means nothing is said in both languages.</summary>
internal static class ClockInput
{
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>An option that must be there; asked for here so that the complaint is bilingual.</summary>
    public static string Required(string? value, string option) => value ?? throw new UsageException(new(
        $"缺少 {option}；用法见 ./opsreg clock --help",
        $"{option} is missing; see ./opsreg clock --help"));

    /// <summary>A time with offset, or without one the time in Beijing.</summary>
    public static Instant Time(string text, string option)
    {
        var joined = text.Length > 10 && text[10] == ' ' ? text[..10] + "T" + text[11..] : text;
        if (OffsetDateTimePattern.Rfc3339.Parse(joined) is { Success: true } offset)
        {
            return offset.Value.ToInstant();
        }

        foreach (var pattern in new[] { Seconds, Minutes })
        {
            if (pattern.Parse(joined) is { Success: true } local)
            {
                return BeijingTime.At(local.Value);
            }
        }

        throw new UsageException(new(
            $"{option} “{text}”不是时间：应为 2025-09-12T17:25（北京时间）或 2025-09-12T17:25:00+08:00",
            $"{option} '{text}' is no time: write 2025-09-12T17:25 (Beijing) or 2025-09-12T17:25:00+08:00"));
    }

    /// <summary>A limit.</summary>
    public static Amount Amount(string text, string option) => OpsRegistry.Time.Amount.Parse(text) ?? throw new UsageException(new(
        $"{option} “{text}”不是时限：应为 PT60M、PT1H30M、2wd（工作日）、3d（自然日）或 1mo（月）",
        $"{option} '{text}' is no limit: write PT60M, PT1H30M, 2wd (working days), 3d (calendar days) or 1mo (months)"));

    /// <summary>A window by name or by its own hours.</summary>
    public static ServiceWindow Window(string text) => StandardWindows.Parse(text) ?? throw new UsageException(new(
        $"没有服务时段“{text}”；可用：{Names}，或自定 workingDays@08:30-12:00,13:30-18:00",
        $"there is no window '{text}'; there are: {Names}, or your own as in workingDays@08:30-12:00,13:30-18:00"));

    /// <summary>Stretches in which the clock stands still.</summary>
    public static IntervalSet Pauses(IEnumerable<string> texts) => IntervalSet.Union(texts.Select(text =>
    {
        var ends = text.Split('/');
        if (ends.Length != 2)
        {
            throw new UsageException(new(
                $"--pause “{text}”应为“起/止”，如 2025-09-12T10:00/2025-09-12T11:00",
                $"--pause '{text}' must be a start and an end, as in 2025-09-12T10:00/2025-09-12T11:00"));
        }

        var (start, end) = (Time(ends[0], "--pause"), Time(ends[1], "--pause"));
        return start < end
            ? new Interval(start, end)
            : throw new UsageException(new($"--pause “{text}”的止不晚于起", $"--pause '{text}' does not end after it starts"));
    }));

    /// <summary>The clock that counts a unit, or a complaint that hours need a window.</summary>
    /// <param name="window">The window asked for, or null.</param>
    /// <param name="roll">Whether a last day on a rest day moves on.</param>
    /// <param name="closing"><c>midnight</c>, <c>business</c> or <c>hours</c>.</param>
    public static ServiceClock Clock(AmountUnit unit, string? window, bool roll, string closing)
    {
        if (roll && (unit is AmountUnit.Time or AmountUnit.WorkingDays))
        {
            throw new UsageException(new("--roll 只用于自然日和月", "--roll is for calendar days and months only"));
        }

        if (closing != "midnight" && unit != AmountUnit.WorkingDays)
        {
            throw new UsageException(new("--closing 只用于工作日", "--closing is for working days only"));
        }

        var hours = unit == AmountUnit.Time || closing != "midnight" ? Window(Required(window, "--window")) : null;
        return ServiceClock.For(unit, hours, roll, closing switch
        {
            "business" => new Closing.CloseOfBusiness(hours!),
            "hours" => new Closing.WorkingHours(hours!),
            _ => null,
        })!;
    }

    private static string Names => string.Join(" ", StandardWindows.All.Select(window => window.Id));
}
