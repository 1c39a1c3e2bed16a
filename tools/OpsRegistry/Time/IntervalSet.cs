namespace OpsRegistry.Time;

/// <summary>A set of instants as half-open intervals: in order, apart from each other, none empty.</summary>
/// <remarks>Intervals that overlap or touch become one, so splitting an outage into pieces never changes its total.</remarks>
internal sealed class IntervalSet : IEquatable<IntervalSet>
{
    private IntervalSet(IReadOnlyList<Interval> intervals) => Intervals = intervals;

    /// <summary>No instant.</summary>
    public static IntervalSet Empty { get; } = new([]);

    /// <summary>The intervals in order; each has a start and an end.</summary>
    public IReadOnlyList<Interval> Intervals { get; }

    /// <summary>Whether the set has no instant.</summary>
    public bool IsEmpty => Intervals.Count == 0;

    /// <summary>The length of all intervals together.</summary>
    public Duration Total
    {
        get
        {
            var total = Duration.Zero;
            for (var index = 0; index < Intervals.Count; index++)
            {
                total += Intervals[index].Duration;
            }

            return total;
        }
    }

    /// <summary>The instants of any of the intervals. An interval without an end reaches to the end of time.</summary>
    public static IntervalSet Union(IEnumerable<Interval> intervals)
    {
        var all = new List<Interval>();
        foreach (var interval in intervals)
        {
            if (Bounded(interval) is var bounded && bounded.Start < bounded.End)
            {
                all.Add(bounded);
            }
        }

        all.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var last = -1;
        for (var place = 0; place < all.Count; place++)
        {
            var interval = all[place];
            if (last >= 0 && interval.Start <= all[last].End)
            {
                all[last] = new(all[last].Start, Instant.Max(all[last].End, interval.End));
            }
            else
            {
                all[++last] = interval;
            }
        }

        all.RemoveRange(last + 1, all.Count - last - 1);
        return all.Count == 0 ? Empty : new(all);
    }

    /// <summary>The instants from one to another; none where that is no later.</summary>
    public static IntervalSet Between(Instant start, Instant end) => start < end ? new([new(start, end)]) : Empty;

    /// <summary>The instants of the given intervals.</summary>
    public static IntervalSet Union(params Interval[] intervals) => Union(intervals.AsEnumerable());

    /// <summary>Whether an instant is in the set; the end of an interval is not.</summary>
    public bool Contains(Instant instant) => Intervals.Any(interval => interval.Contains(instant));

    /// <summary>The instants of either set.</summary>
    public IntervalSet Union(IntervalSet other) => IsEmpty ? other : other.IsEmpty ? this : Union(Intervals.Concat(other.Intervals));

    /// <summary>The instants of both sets.</summary>
    public IntervalSet Intersect(IntervalSet other)
    {
        var common = new List<Interval>();
        var (mine, theirs) = (0, 0);
        while (mine < Intervals.Count && theirs < other.Intervals.Count)
        {
            var (left, right) = (Intervals[mine], other.Intervals[theirs]);
            var (start, end) = (Instant.Max(left.Start, right.Start), Instant.Min(left.End, right.End));
            if (start < end)
            {
                common.Add(new(start, end));
            }

            if (left.End <= right.End)
            {
                mine++;
            }
            else
            {
                theirs++;
            }
        }

        return new(common);
    }

    /// <summary>The instants of this set that are not in the other.</summary>
    public IntervalSet Subtract(IntervalSet other)
    {
        var gaps = new List<Interval>();
        var start = Instant.MinValue;
        foreach (var interval in other.Intervals)
        {
            if (start < interval.Start)
            {
                gaps.Add(new(start, interval.Start));
            }

            start = interval.End;
        }

        if (start < Instant.MaxValue)
        {
            gaps.Add(new(start, Instant.MaxValue));
        }

        return Intersect(new(gaps));
    }

    public bool Equals(IntervalSet? other) => other is not null && Intervals.SequenceEqual(other.Intervals);

    public override bool Equals(object? obj) => Equals(obj as IntervalSet);

    public override int GetHashCode() => HashCode.Combine(Intervals.Count, IsEmpty ? default : Intervals[0], IsEmpty ? default : Intervals[^1]);

    private static Interval Bounded(Interval interval) => new(
        interval.HasStart ? interval.Start : Instant.MinValue,
        interval.HasEnd ? interval.End : Instant.MaxValue);
}
