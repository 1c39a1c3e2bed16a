namespace OpsRegistry.Time;

/// <summary>The one zone of the registry: Asia/Shanghai, +08:00 on every date it serves. The machine's zone is never asked.</summary>
internal static class BeijingTime
{
    /// <summary>The fixed offset.</summary>
    public static Offset Offset { get; } = Offset.FromHours(8);

    /// <summary>The first date served: the clocks of Beijing went forward in the summers of 1986 to 1991 (last change 1991-09-15).</summary>
    public static LocalDate FirstDate { get; } = new(1992, 1, 1);

    /// <summary>The last date served, included; later dates in a contract are slips of the pen.</summary>
    public static LocalDate LastDate { get; } = new(2199, 12, 31);

    /// <summary>The instant at which the clocks of Beijing show this date and time.</summary>
    public static Instant At(LocalDateTime local) => local.WithOffset(Offset).ToInstant();

    /// <summary>The instant at which a day begins; the end of the day before.</summary>
    public static Instant StartOf(LocalDate date) => At(date.AtMidnight());

    /// <summary>24:00 of a day, which is 00:00 of the next.</summary>
    public static Instant EndOf(LocalDate date) => StartOf(date.PlusDays(1));

    /// <summary>What the clocks of Beijing show at an instant.</summary>
    public static LocalDateTime Local(Instant instant) => instant.WithOffset(Offset).LocalDateTime;

    /// <summary>The date in Beijing at an instant; midnight belongs to the day that begins.</summary>
    public static LocalDate DateOf(Instant instant) => Local(instant).Date;

    /// <summary>The date in Beijing just before an instant; midnight belongs to the day that ends.</summary>
    public static LocalDate DateEndingAt(Instant instant) => DateOf(instant.PlusNanoseconds(-1));

    /// <summary>Why a date is not served; null when it is.</summary>
    public static Text? Refusal(LocalDate date)
    {
        if (date < FirstDate)
        {
            return new(
                $"日期“{date:uuuu'-'MM'-'dd}”早于 {FirstDate:uuuu'-'MM'-'dd}：1986 至 1991 年实行过夏令时，更早的时间不作计算",
                $"date '{date:uuuu'-'MM'-'dd}' is before '{FirstDate:uuuu'-'MM'-'dd}': Beijing had summer time from 1986 to 1991, and earlier times are not computed");
        }

        return date <= LastDate
            ? null
            : new(
                $"日期“{date:uuuu'-'MM'-'dd}”晚于 {LastDate:uuuu'-'MM'-'dd}",
                $"date '{date:uuuu'-'MM'-'dd}' is after '{LastDate:uuuu'-'MM'-'dd}'");
    }
}
