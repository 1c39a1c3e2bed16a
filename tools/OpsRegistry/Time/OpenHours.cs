using NodaTime.Text;

namespace OpsRegistry.Time;

/// <summary>Hours of one day that are open, half-open: a window of 08:30–17:30 is open at 08:30:00 and closed at 17:30:00.</summary>
/// <param name="From">The first open moment.</param>
/// <param name="To">The first closed moment; midnight means 24:00, the end of the same day.</param>
internal readonly record struct OpenHours(LocalTime From, LocalTime To)
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>How long the hours are; more than zero when they are in order.</summary>
    public Duration Length => Duration.FromNanoseconds(NanosecondOfEnd - From.NanosecondOfDay);

    /// <summary>Where the hours end, in nanoseconds of the day.</summary>
    internal long NanosecondOfEnd => To == LocalTime.Midnight ? NodaConstants.NanosecondsPerDay : To.NanosecondOfDay;

    /// <summary>The hours on one date.</summary>
    public Interval On(LocalDate date)
    {
        var midnight = BeijingTime.StartOf(date);
        return new(midnight.PlusNanoseconds(From.NanosecondOfDay), midnight.PlusNanoseconds(NanosecondOfEnd));
    }

    /// <summary>Reads <c>08:30-17:30</c>, the end up to <c>24:00</c>; null when the text is none or does not end after it starts.</summary>
    public static OpenHours? Parse(string text)
    {
        var ends = text.Split('-');
        if (ends.Length != 2 || ends[1] == "00:00" || !Minutes.Parse(ends[0]).TryGetValue(default, out var from))
        {
            return null;
        }

        if (!Minutes.Parse(ends[1] == "24:00" ? "00:00" : ends[1]).TryGetValue(default, out var to))
        {
            return null;
        }

        var hours = new OpenHours(from, to);
        return hours.Length > Duration.Zero ? hours : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Minutes.Format(From)}-{(To == LocalTime.Midnight ? "24:00" : Minutes.Format(To))}");
}
