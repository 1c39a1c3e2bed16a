namespace OpsRegistry.Time;

/// <summary>Hours on a window.</summary>
internal static class WindowArithmetic
{
    public static Parsed<DueTime> Deadline(
        Instant start, Amount amount, ServiceWindow window, WorkCalendar calendar, IntervalSet pauses)
    {
        var reached = WindowWalk.Reached(window, start, amount.Time, calendar, pauses);
        return reached.Problem is { } problem
            ? Parsed.Failed<DueTime>(problem)
            : Parsed.Known(new DueTime(reached.Value, amount, Proof(start, reached.Value, window, calendar, pauses)), reached.Provisional);
    }

    public static Parsed<ElapsedTime> Elapsed(
        Instant start, Instant end, ServiceWindow window, WorkCalendar calendar, IntervalSet pauses)
    {
        var running = WindowWalk.Running(window, start, end, calendar, pauses);
        if (running.Problem is { } problem)
        {
            return Parsed.Failed<ElapsedTime>(problem);
        }

        var elapsed = Amount.FromDuration(running.Value);
        return Parsed.Known(new ElapsedTime(elapsed, elapsed, Proof(start, end, window, calendar, pauses)), running.Provisional);
    }

    // A clock that nobody stopped runs over years: its time is added up, and laid out piece by piece when somebody asks for the proof.
    private static Func<IReadOnlyList<ClockSegment>> Proof(Instant start, Instant end, ServiceWindow window, WorkCalendar calendar, IntervalSet pauses) =>
        () => Pieces(start, end, window, calendar, pauses);

    private static List<ClockSegment> Pieces(Instant start, Instant end, ServiceWindow window, WorkCalendar calendar, IntervalSet pauses) =>
        [.. WindowWalk.Days(window, start, end, calendar).SelectMany(walked => Segments(walked.Day, pauses))];

    /// <summary>A piece of counted time, split where it is paused; pieces in order.</summary>
    public static IEnumerable<ClockSegment> Split(Interval piece, SegmentReason reason, DayStatus? status, IntervalSet pauses)
    {
        var at = piece.Start;
        foreach (var pause in pauses.Intervals)
        {
            var (start, end) = (Instant.Max(pause.Start, at), Instant.Min(pause.End, piece.End));
            if (start >= end)
            {
                continue;
            }

            if (at < start)
            {
                yield return new(at, start, reason, status);
            }

            yield return new(start, end, SegmentReason.Paused, status);
            at = end;
        }

        if (at < piece.End)
        {
            yield return new(at, piece.End, reason, status);
        }
    }

    private static IEnumerable<ClockSegment> Segments(WindowDay day, IntervalSet pauses) => day.IsOpen
        ? day.Hours.SelectMany(hours => Split(hours, SegmentReason.Open, day.Status, pauses))
        : [new(day.Hours[0].Start, day.Hours[^1].End, SegmentReason.ClosedDay, day.Status)];
}
