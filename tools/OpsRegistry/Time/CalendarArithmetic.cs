namespace OpsRegistry.Time;

/// <summary>Calendar days and months, with or without the roll off legal rest days.</summary>
internal static class CalendarArithmetic
{
    public static Parsed<DueTime> Deadline(
        Instant start, Amount amount, ServiceClock clock, WorkCalendar calendar, IntervalSet pauses)
    {
        var paused = WholeDays(pauses);
        var startDate = BeijingTime.DateOf(start);
        return LastDay(startDate, amount.Count, clock, calendar, paused)
            .Select(last => new DueTime(BeijingTime.EndOf(last.Date), amount, () => Proof(start, startDate, last, paused)));
    }

    public static Parsed<ElapsedTime> Elapsed(
        Instant start, Instant end, ServiceClock clock, WorkCalendar calendar, IntervalSet pauses)
    {
        var paused = WholeDays(pauses);
        var startDate = BeijingTime.DateOf(start);
        var endDate = BeijingTime.DateEndingAt(Instant.Max(end, BeijingTime.StartOf(startDate).PlusNanoseconds(1)));
        var search = new CountSearch(endDate, count => LastDay(startDate, count, clock, calendar, paused).Select(last => (last.Nominal, last.Date)));
        var most = 2 + (clock is ServiceClock.Months
            ? Period.Between(startDate, endDate, PeriodUnits.Months).Months
            : Period.DaysBetween(startDate, endDate));

        // The last day of `counted` is the first at or after the end's; of `next`, the first whose 24:00 is after the end.
        var counted = search.First(most, last => last >= endDate);
        var next = search.First(most, last => BeijingTime.EndOf(last) > end);
        if (search.Problem is { } problem)
        {
            return Parsed.Failed<ElapsedTime>(problem);
        }

        var startDayEnd = Instant.Min(end, BeijingTime.EndOf(startDate));
        return Parsed.Known(
            new ElapsedTime(In(clock, Math.Max(0, next - 1)), In(clock, counted), () =>
            [
                new(start, startDayEnd, SegmentReason.StartDay),
                .. WindowArithmetic.Split(new(startDayEnd, end), SegmentReason.CountedSpan, null, paused),
            ]),
            search.Provisional);
    }

    /// <summary>The parts of the pauses that are whole days, from 00:00 to 24:00.</summary>
    public static IntervalSet WholeDays(IntervalSet pauses)
    {
        if (pauses.IsEmpty)
        {
            return pauses;
        }

        var first = BeijingTime.StartOf(BeijingTime.FirstDate);
        var end = BeijingTime.EndOf(BeijingTime.LastDate);
        var whole = new List<Interval>();
        foreach (var pause in pauses.Intervals)
        {
            var (from, to) = (Instant.Max(pause.Start, first), Instant.Min(pause.End, end));
            if (from < to)
            {
                var start = BeijingTime.StartOf(BeijingTime.DateEndingAt(from).PlusDays(1));
                var stop = BeijingTime.StartOf(BeijingTime.DateOf(to));
                whole.Add(new(start, Instant.Max(start, stop)));
            }
        }

        return IntervalSet.Union(whole);
    }

    private static Amount In(ServiceClock clock, int count) =>
        clock is ServiceClock.Months ? Amount.Months(count) : Amount.CalendarDays(count);

    private static bool Rolls(ServiceClock clock) => clock is ServiceClock.CalendarDays { Roll: true } or ServiceClock.Months { Roll: true };

    /// <summary>The day at whose 24:00 the limit ends. A limit of 0 ends with the start day and never rolls.</summary>
    private static Parsed<LastDayReached> LastDay(
        LocalDate start, int count, ServiceClock clock, WorkCalendar calendar, IntervalSet paused)
    {
        var nominal = clock is ServiceClock.Months ? start.PlusMonths(count) : start.PlusDays(count);
        nominal = WithoutPausedDays(start, nominal, paused);
        if (nominal > BeijingTime.LastDate)
        {
            return Parsed.Failed<LastDayReached>(new ClockProblem.NotServed(nominal));
        }

        var rest = new List<DayStatus>();
        if (count == 0 || !Rolls(clock))
        {
            return Parsed.Known(new LastDayReached(nominal, nominal, rest, null));
        }

        var provisional = false;
        for (var date = nominal; ; date = date.PlusDays(1))
        {
            if (calendar.Find(date) is not { } status)
            {
                return Parsed.Failed<LastDayReached>(calendar.Missing(date));
            }

            provisional |= status.Provisional;
            if (!status.IsLegalRestDay)
            {
                return Parsed.Known(new LastDayReached(date, nominal, rest, status), provisional);
            }

            rest.Add(status);
        }
    }

    private static LocalDate WithoutPausedDays(LocalDate start, LocalDate nominal, IntervalSet paused)
    {
        if (paused.IsEmpty)
        {
            return nominal;
        }

        var owed = 0;
        for (var date = start.PlusDays(1); date <= nominal; date = date.PlusDays(1))
        {
            owed += paused.Contains(BeijingTime.StartOf(date)) ? 1 : 0;
        }

        var last = nominal;
        while (owed > 0 && last <= BeijingTime.LastDate)
        {
            last = last.PlusDays(1);
            owed -= paused.Contains(BeijingTime.StartOf(last)) ? 0 : 1;
        }

        return last;
    }

    private static List<ClockSegment> Proof(Instant start, LocalDate startDate, LastDayReached last, IntervalSet paused)
    {
        var startDayEnd = BeijingTime.EndOf(startDate);
        var spanEnd = last.Status is null ? BeijingTime.EndOf(last.Nominal) : BeijingTime.StartOf(last.Nominal);
        var proof = new List<ClockSegment> { new(start, startDayEnd, SegmentReason.StartDay) };
        proof.AddRange(WindowArithmetic.Split(new(startDayEnd, Instant.Max(startDayEnd, spanEnd)), SegmentReason.CountedSpan, null, paused));
        proof.AddRange(last.Rest.Select(day => Whole(day, SegmentReason.Rolled)));
        if (last.Status is not null)
        {
            proof.Add(Whole(last.Status, SegmentReason.CountedSpan));
        }

        return proof;
    }

    private static ClockSegment Whole(DayStatus day, SegmentReason reason) =>
        new(BeijingTime.StartOf(day.Date), BeijingTime.EndOf(day.Date), reason, day);

    private sealed record LastDayReached(LocalDate Date, LocalDate Nominal, IReadOnlyList<DayStatus> Rest, DayStatus? Status);
}
