namespace OpsRegistry.Time;

/// <summary>Whether one date is worked, and on whose word.</summary>
/// <param name="Reason">Why it is worked or not; <see cref="IsWorking"/> follows from it.</param>
internal sealed record DayStatus(LocalDate Date, DayReason Reason)
{
    /// <summary>The holiday or closure; null on ordinary days.</summary>
    public string? Name { get; init; }

    /// <summary>The notice's number; null on ordinary days and where the file gives none.</summary>
    public string? Notice { get; init; }

    /// <summary>The day is a statutory holiday itself.</summary>
    public bool Statutory { get; init; }

    /// <summary>The day comes from a calendar whose notice is not published.</summary>
    public bool Provisional { get; init; }

    /// <summary>Off by the national calendar alone: a purchaser's own closure moves no legal deadline (民法典 §203).</summary>
    public bool IsLegalRestDay { get; init; }

    /// <summary>Whether the date is worked.</summary>
    public bool IsWorking => Reason is DayReason.Weekday or DayReason.MakeUpDay or DayReason.LocalOpening;

    /// <summary>A date that no notice is asked for: worked from Monday to Friday.</summary>
    public static DayStatus ByWeekday(LocalDate date) =>
        date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
            ? new(date, DayReason.Weekend) { IsLegalRestDay = true }
            : new(date, DayReason.Weekday);

    /// <summary>The reason in words, with the holiday and the notice.</summary>
    public Text Describe()
    {
        var words = Reason == DayReason.Holiday && Statutory ? new Text("法定节假日", "statutory holiday") : Reason.Title();
        var source = string.Join(", ", new[] { Name, Notice }.Where(part => part is not null));
        return source.Length == 0
            ? words
            : new($"{words.Zh}（{source.Replace(", ", "，", StringComparison.Ordinal)}）", $"{words.En} ({source})");
    }
}

/// <summary>Why a date is worked or not.</summary>
internal enum DayReason
{
    /// <summary>Monday to Friday, not listed: worked.</summary>
    [Title("工作日", "working day")]
    Weekday,

    /// <summary>Listed as worked by a national notice.</summary>
    [Title("调休上班日", "make-up working day")]
    MakeUpDay,

    /// <summary>Listed as worked by the purchaser.</summary>
    [Title("本单位上班日", "local working day")]
    LocalOpening,

    /// <summary>Saturday or Sunday, not listed: off.</summary>
    [Title("周末", "weekend")]
    Weekend,

    /// <summary>Listed as off by a national notice.</summary>
    [Title("放假日", "day off")]
    Holiday,

    /// <summary>Listed as off by the purchaser.</summary>
    [Title("本单位停业日", "local closure")]
    LocalClosure,
}
