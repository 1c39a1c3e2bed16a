using System.Text.RegularExpressions;

namespace OpsRegistry.Time;

/// <summary>How much time a limit gives: a duration, or a whole number of working days, calendar days or months. Units never mix.</summary>
/// <remarks>Written <c>PT60M</c>, <c>PT1H30M</c>, <c>2wd</c>, <c>3d</c>, <c>1mo</c>. <c>0d</c> is 当天: until 24:00 of the start day.</remarks>
internal sealed partial record Amount
{
    /// <summary>The most days a limit may have, and the most time: a hundred years.</summary>
    public const int MostDays = 36_525;

    private Amount(AmountUnit unit, int count, Duration time)
    {
        Unit = unit;
        Count = count;
        Time = time;
    }

    /// <summary>What is counted.</summary>
    public AmountUnit Unit { get; }

    /// <summary>Number of days or months; 0 for a duration.</summary>
    public int Count { get; }

    /// <summary>The duration; zero for days and months.</summary>
    public Duration Time { get; }

    /// <summary>An amount of clock time, zero or more.</summary>
    public static Amount FromDuration(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        return new(AmountUnit.Time, 0, time);
    }

    /// <summary>Working days, zero or more.</summary>
    public static Amount WorkingDays(int count) => Whole(AmountUnit.WorkingDays, count);

    /// <summary>Calendar days, zero or more.</summary>
    public static Amount CalendarDays(int count) => Whole(AmountUnit.CalendarDays, count);

    /// <summary>Months, zero or more.</summary>
    public static Amount Months(int count) => Whole(AmountUnit.Months, count);

    /// <summary>Reads the written form; null when the text is none, or is more than a hundred years.</summary>
    public static Amount? Parse(string text)
    {
        if (TimeForm().Match(text) is { Success: true } time)
        {
            var total = Duration.FromHours(Number(time, 1)) + Duration.FromMinutes(Number(time, 2)) + Duration.FromSeconds(Number(time, 3));
            return total <= Duration.FromDays(MostDays) ? FromDuration(total) : null;
        }

        if (CountForm().Match(text) is not { Success: true } whole)
        {
            return null;
        }

        var count = Number(whole, 1);
        return whole.Groups[2].Value switch
        {
            "wd" when count <= MostDays => WorkingDays(count),
            "d" when count <= MostDays => CalendarDays(count),
            "mo" when count <= MostDays / 31 => Months(count),
            _ => null,
        };
    }

    /// <summary>Whether this amount is not more than another of the same unit: equal is within (民法典 §1259).</summary>
    public bool IsWithin(Amount limit) => Unit == limit.Unit && Count <= limit.Count && Time <= limit.Time;

    /// <summary>The amount in words, e.g. 2 个工作日.</summary>
    public Text Describe() => Unit switch
    {
        AmountUnit.WorkingDays => new($"{Count} 个工作日", Count == 1 ? "1 working day" : $"{Count} working days"),
        AmountUnit.CalendarDays when Count == 0 => new("当日", "the same day"),
        AmountUnit.CalendarDays => new($"{Count} 日", Count == 1 ? "1 day" : $"{Count} days"),
        AmountUnit.Months => new($"{Count} 个月", Count == 1 ? "1 month" : $"{Count} months"),
        AmountUnit.Time => new(Joined(" 小时", " 分钟", " 秒", "").Trim(), Joined(" h", " min", " s", " ").Trim()),
    };

    /// <summary>The written form, e.g. <c>PT1H30M</c> or <c>2wd</c>; parts of a second are cut off.</summary>
    public override string ToString() => Unit switch
    {
        AmountUnit.WorkingDays => $"{Count}wd",
        AmountUnit.CalendarDays => $"{Count}d",
        AmountUnit.Months => $"{Count}mo",
        AmountUnit.Time => "PT" + Joined("H", "M", "S", ""),
    };

    private static Amount Whole(AmountUnit unit, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(unit, count, Duration.Zero);
    }

    private static int Number(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private string Joined(string hour, string minute, string second, string between)
    {
        var hours = (Time.Days * 24L) + Time.Hours;
        var parts = new List<string>();
        if (hours > 0)
        {
            parts.Add($"{hours}{hour}");
        }

        if (Time.Minutes > 0)
        {
            parts.Add($"{Time.Minutes}{minute}");
        }

        if (Time.Seconds > 0 || parts.Count == 0)
        {
            parts.Add($"{Time.Seconds}{second}");
        }

        return string.Join(between, parts);
    }

    [GeneratedRegex(@"\APT(?=[0-9])(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"\A([0-9]{1,6})(wd|d|mo)\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountForm();
}

/// <summary>What an amount counts.</summary>
internal enum AmountUnit
{
    /// <summary>Hours, minutes and seconds.</summary>
    Time,

    /// <summary>Working days.</summary>
    WorkingDays,

    /// <summary>Calendar days.</summary>
    CalendarDays,

    /// <summary>Months.</summary>
    Months,
}
