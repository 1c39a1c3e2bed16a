namespace OpsRegistry.Time;

/// <summary>Whole days in a row: <see cref="Start"/> is included, <see cref="End"/> is not, so spans tile without a gap.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The day after the last; a span that ends before or where it starts is empty.</param>
internal readonly record struct DateSpan(LocalDate Start, LocalDate End)
{
    /// <summary>The span of a first and a last day as contracts print them, both included.</summary>
    public static DateSpan Inclusive(LocalDate first, LocalDate last) => new(first, last.PlusDays(1));

    /// <summary>Number of days; 0 when empty.</summary>
    public int Days => IsEmpty ? 0 : Period.DaysBetween(Start, End);

    /// <summary>Whether the span has no day.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>The span's time in Beijing, from 00:00 of the first day to 24:00 of the last.</summary>
    public Interval ToInterval() => new(BeijingTime.StartOf(Start), BeijingTime.StartOf(IsEmpty ? Start : End));

    /// <summary>Whether the day is one of the span's.</summary>
    public bool Contains(LocalDate date) => Start <= date && date < End;

    /// <summary>Whether every day of the other span is one of this span's.</summary>
    public bool Contains(DateSpan other) => other.IsEmpty || (Start <= other.Start && other.End <= End);

    /// <summary>The days that both spans have.</summary>
    public DateSpan Intersect(DateSpan other)
    {
        var start = LocalDate.Max(Start, other.Start);
        return new(start, LocalDate.Max(start, LocalDate.Min(End, other.End)));
    }

    public override string ToString() => $"[{Start:uuuu'-'MM'-'dd},{End:uuuu'-'MM'-'dd})";
}
