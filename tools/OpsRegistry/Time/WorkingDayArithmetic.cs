namespace OpsRegistry.Time;

/// <summary>Working days that end with the day: at 24:00 or at close of business.</summary>
internal static class WorkingDayArithmetic
{
    public static Parsed<DueTime> Deadline(
        Instant start, Amount amount, Closing closing, WorkCalendar calendar, IntervalSet pauses)
    {
        var date = BeijingTime.DateOf(start);
        var paused = CalendarArithmetic.WholeDays(pauses);
        var (counted, provisional) = (0, false);
        while (counted < amount.Count)
        {
            date = date.PlusDays(1);
            if (calendar.Find(date) is not { } status)
            {
                return Parsed.Failed<DueTime>(calendar.Missing(date));
            }

            provisional |= status.Provisional;
            counted += Counts(status, paused) ? 1 : 0;
        }

        var due = amount.Count == 0 ? BeijingTime.EndOf(date) : ClosingOf(date, closing);
        return Parsed.Known(new DueTime(due, amount, () => Pieces(start, due, calendar, paused)), provisional);
    }

    public static Parsed<ElapsedTime> Elapsed(
        Instant start, Instant end, Closing closing, WorkCalendar calendar, IntervalSet pauses)
    {
        var startDate = BeijingTime.DateOf(start);
        if (end <= BeijingTime.EndOf(startDate))
        {
            return Known(0, 0, () => [new(start, end, SegmentReason.StartDay)], false);
        }

        var paused = CalendarArithmetic.WholeDays(pauses);
        var last = BeijingTime.DateEndingAt(end);
        // Where nothing stands still the days before the last one are counted without looking at each.
        var whole = paused.IsEmpty ? calendar.Tally(new(startDate.PlusDays(1), last)) : null;
        var (completed, passed, provisional) = whole is { } tally ? (tally.Worked, tally.Worked, tally.Provisional) : (0, 0, false);
        for (var date = whole is null ? startDate.PlusDays(1) : last; date <= last; date = date.PlusDays(1))
        {
            if (calendar.Find(date) is not { } status)
            {
                return Parsed.Failed<ElapsedTime>(calendar.Missing(date));
            }

            provisional |= status.Provisional;
            if (Counts(status, paused))
            {
                // A day before the last one is over, so its closing is.
                completed += date < last || ClosingOf(date, closing) <= end ? 1 : 0;
                passed += date < last || ClosingOf(date, closing) < end ? 1 : 0;
            }
        }

        // After the closing of day n the limit of n days is over: the next one, n + 1, is the first that can still be met.
        return Known(completed, passed + 1, () => Pieces(start, end, calendar, paused), provisional);
    }

    private static Parsed<ElapsedTime> Known(int completed, int counted, Func<IReadOnlyList<ClockSegment>> proof, bool provisional) =>
        Parsed.Known(new ElapsedTime(Amount.WorkingDays(completed), Amount.WorkingDays(counted), proof), provisional);

    /// <summary>The time from a start to an end on a later day, day by day; the calendar covers it.</summary>
    private static List<ClockSegment> Pieces(Instant start, Instant end, WorkCalendar calendar, IntervalSet paused)
    {
        var (first, last) = (BeijingTime.DateOf(start), BeijingTime.DateEndingAt(end));
        var pieces = new List<ClockSegment> { new(start, BeijingTime.EndOf(first), SegmentReason.StartDay) };
        for (var date = first.PlusDays(1); date <= last; date = date.PlusDays(1))
        {
            var piece = Segment(calendar.Find(date)!, paused);
            pieces.Add(piece with { To = Instant.Min(piece.To, end) });
        }

        return pieces;
    }

    private static bool Counts(DayStatus status, IntervalSet paused) => status.IsWorking && (paused.IsEmpty || !paused.Contains(BeijingTime.StartOf(status.Date)));

    private static ClockSegment Segment(DayStatus status, IntervalSet paused)
    {
        var start = BeijingTime.StartOf(status.Date);
        var reason = !status.IsWorking ? SegmentReason.ClosedDay
            : paused.Contains(start) ? SegmentReason.Paused
            : SegmentReason.CountedDay;
        return new(start, BeijingTime.EndOf(status.Date), reason, status);
    }

    private static Instant ClosingOf(LocalDate date, Closing closing) => closing is Closing.CloseOfBusiness business
        ? business.Window.Hours[^1].On(date).End
        : BeijingTime.EndOf(date);
}
