namespace OpsRegistry.Time;

/// <summary>By when, and the proof.</summary>
/// <param name="At">The earliest instant at which the elapsed amount reaches the limit; at this instant it is still met.</param>
/// <param name="Limit">The amount that was given.</param>
/// <param name="Proof">The time from the start to <paramref name="At"/>; few ask for it.</param>
internal sealed record DueTime(Instant At, Amount Limit, Func<IReadOnlyList<ClockSegment>> Proof)
{
    /// <summary>The time from the start to the due time, piece by piece, in order; laid out when it is asked for.</summary>
    public IReadOnlyList<ClockSegment> Segments => Proof();
}

/// <summary>How much time went by on a clock, and the proof.</summary>
/// <param name="Completed">The whole amount behind: no limit up to this one is still running.</param>
/// <param name="Counted">
/// The amount a limit must have to be met, with a day that has begun counted as one. Equal to <paramref name="Completed"/> on a window clock and at the last
/// moment of a day.
/// </param>
/// <param name="Proof">The time from start to end; a clock that nobody stopped has a piece for each day of years, and few ask for it.</param>
internal sealed record ElapsedTime(Amount Completed, Amount Counted, Func<IReadOnlyList<ClockSegment>> Proof)
{
    /// <summary>The time from start to end, piece by piece, in order; laid out when it is asked for.</summary>
    public IReadOnlyList<ClockSegment> Segments => Proof();

    /// <summary>Whether a limit of the same clock is met: elapsed is at most the limit, equal is met. False when the units differ.</summary>
    public bool Meets(Amount limit) => Counted.IsWithin(limit);
}
