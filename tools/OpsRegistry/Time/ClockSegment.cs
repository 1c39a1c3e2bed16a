namespace OpsRegistry.Time;

/// <summary>One line of a time proof: a piece of time, whether it counts, and why.</summary>
/// <param name="From">Where the piece starts.</param>
/// <param name="To">Where it ends, not included.</param>
/// <param name="Reason">Why it counts or not; <see cref="Counts"/> follows from it.</param>
/// <param name="Day">What the calendar says of the day; null where no calendar was asked.</param>
internal sealed record ClockSegment(Instant From, Instant To, SegmentReason Reason, DayStatus? Day = null)
{
    /// <summary>Whether the piece adds to the elapsed amount.</summary>
    public bool Counts => Reason is SegmentReason.Open or SegmentReason.CountedDay or SegmentReason.CountedSpan;

    /// <summary>How long the piece is.</summary>
    public Duration Length => To - From;

    /// <summary>True where another piece counts, or does not, for the same reason, whatever its day.</summary>
    public bool HasCauseOf(ClockSegment other) =>
        (Reason, Day?.Reason, Day?.Name, Day?.Notice, Day?.Statutory) == (other.Reason, other.Day?.Reason, other.Day?.Name, other.Day?.Notice, other.Day?.Statutory);

    /// <summary>The reason in words, with the holiday and the notice.</summary>
    public Text Describe()
    {
        var words = Reason.Title();
        return Day is null ? words : new($"{words.Zh}：{Day.Describe().Zh}", $"{words.En}: {Day.Describe().En}");
    }
}

/// <summary>Why a piece of time counts or not.</summary>
internal enum SegmentReason
{
    /// <summary>The window is open: its length counts.</summary>
    [Title("服务时段内", "window open")]
    Open,

    /// <summary>A whole day that counts as one.</summary>
    [Title("计一日", "counted")]
    CountedDay,

    /// <summary>The days or months from the start day's end to the corresponding day's end.</summary>
    [Title("计入", "counted")]
    CountedSpan,

    /// <summary>The rest of the day on which the clock starts (民法典 §201).</summary>
    [Title("起始当日不计", "start day, not counted")]
    StartDay,

    /// <summary>A day on which the window does not open, or that is no working day.</summary>
    [Title("不计", "not counted")]
    ClosedDay,

    /// <summary>A rest day that the last day is moved off (民法典 §203).</summary>
    [Title("末日顺延", "last day rolled on")]
    Rolled,

    /// <summary>Time that would count, were the clock not paused.</summary>
    [Title("暂停", "paused")]
    Paused,
}
