namespace OpsRegistry.Time;

/// <summary>By when, and the proof.</summary>
/// <param name="At">The earliest instant at which the elapsed amount reaches the limit; at this instant it is still met.</param>
/// <param name="Limit">The amount that was given.</param>
/// <param name="Proof">The time from the start to <paramref name="At"/>; few ask for it.</param>
internal sealed record DueTime(Instant At, Amount Limit, Lazy<IReadOnlyList<ClockSegment>> Proof)
{
    /// <summary>The time from the start to the due time, piece by piece, in order; laid out when it is first asked for.</summary>
    public IReadOnlyList<ClockSegment> Segments => Proof.Value;
}

/// <summary>How much time went by on a clock, and the proof.</summary>
internal sealed record ElapsedTime
{
    private readonly Lazy<IReadOnlyList<ClockSegment>> proof;

    /// <summary>What a clock shows.</summary>
    /// <param name="proof">The time from start to end; a clock that nobody stopped has a piece for each day of years, and few ask for it.</param>
    public ElapsedTime(Amount completed, Amount counted, Lazy<IReadOnlyList<ClockSegment>> proof)
    {
        (Completed, Counted) = (completed, counted);
        this.proof = proof;
    }

    /// <summary>The whole amount behind: no limit up to this one is still running.</summary>
    public Amount Completed { get; init; }

    /// <summary>
    /// The amount a limit must have to be met, with a day that has begun counted as one. Equal to <see cref="Completed"/> on a window clock and at the last
    /// moment of a day.
    /// </summary>
    public Amount Counted { get; init; }

    /// <summary>The time from start to end, piece by piece, in order; laid out when it is first asked for.</summary>
    public IReadOnlyList<ClockSegment> Segments => proof.Value;

    /// <summary>Whether a limit of the same clock is met: elapsed is at most the limit, equal is met. False when the units differ.</summary>
    public bool Meets(Amount limit) => Counted.IsWithin(limit);
}
