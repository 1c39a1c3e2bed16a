namespace OpsRegistry.Time;

/// <summary>Why a clock has no answer: one of the cases nested here.</summary>
internal abstract record ClockProblem
{
    private ClockProblem()
    {
    }

    /// <summary>What is wrong, with the values.</summary>
    public abstract Text Message { get; }

    /// <summary>What to do about it.</summary>
    public abstract Text Help { get; }

    /// <summary>A date is needed that no calendar covers: the command exits with 3.</summary>
    /// <param name="FirstMissing">The first date that was needed and is missing.</param>
    /// <param name="CoveredFrom">The calendar's first date; null when it has none.</param>
    /// <param name="CoveredTo">The calendar's last date, included; null when it has none.</param>
    public sealed record NotCovered(LocalDate FirstMissing, LocalDate? CoveredFrom, LocalDate? CoveredTo) : ClockProblem
    {
        public override Text Message => (CoveredFrom, CoveredTo) switch
        {
            (null, _) or (_, null) => new(
                $"没有工作日历，但需要 {FirstMissing:uuuu'-'MM'-'dd}",
                $"no working calendar, but '{FirstMissing:uuuu'-'MM'-'dd}' is needed"),
            var (from, _) when FirstMissing < from => new(
                $"工作日历自 {from:uuuu'-'MM'-'dd} 起，但需要 {FirstMissing:uuuu'-'MM'-'dd}",
                $"calendar covered from '{from:uuuu'-'MM'-'dd}', but '{FirstMissing:uuuu'-'MM'-'dd}' is needed"),
            var (_, to) => new(
                $"工作日历到 {to:uuuu'-'MM'-'dd} 为止，但需要 {FirstMissing:uuuu'-'MM'-'dd}",
                $"calendar covered to '{to:uuuu'-'MM'-'dd}', but '{FirstMissing:uuuu'-'MM'-'dd}' is needed"),
        };

        public override Text Help => new(
            "按国务院办公厅的放假通知补充 ops-registry/calendars；或用 --provisional 作暂定计算，结果会注明",
            "add the State Council's notice to ops-registry/calendars, or run with --provisional and have the figures marked");
    }

    /// <summary>A time outside the dates that Beijing time is computed for, or a limit that would never be reached within them.</summary>
    public sealed record NotServed(LocalDate Date) : ClockProblem
    {
        public override Text Message => BeijingTime.Refusal(Date) ?? new($"日期 {Date:uuuu'-'MM'-'dd} 不作计算", $"date '{Date:uuuu'-'MM'-'dd}' is not computed");

        public override Text Help => new("核对年份、时限，以及没有结束时间的暂停", "check the year, the limit, and pauses without an end");
    }

    /// <summary>An end stamped before its start: a record error, never an elapsed time of zero.</summary>
    /// <param name="End">The end, earlier than the start.</param>
    public sealed record EndBeforeStart(Instant Start, Instant End) : ClockProblem
    {
        public override Text Message => new(
            $"结束时间 {BeijingTime.Local(End):uuuu'-'MM'-'dd' 'HH':'mm':'ss} 早于开始时间 {BeijingTime.Local(Start):uuuu'-'MM'-'dd' 'HH':'mm':'ss}",
            $"end '{BeijingTime.Local(End):uuuu'-'MM'-'dd' 'HH':'mm':'ss}' is before start '{BeijingTime.Local(Start):uuuu'-'MM'-'dd' 'HH':'mm':'ss}'");

        public override Text Help => new("更正填错的那个时间", "correct whichever of the two times is wrong");
    }

    /// <summary>An amount in a unit that the clock does not count: hours and days never mix.</summary>
    public sealed record UnitMismatch(Amount Amount, ServiceClock Clock) : ClockProblem
    {
        public override Text Message => new(
            $"“{Amount}”不能用这种时钟计量：{Clock.Describe().Zh}",
            $"amount '{Amount}' is not counted by this clock: {Clock.Describe().En}");

        public override Text Help => new(
            "小时用服务时段计，2wd 用工作日计，3d 用自然日计，1mo 用月计",
            "count hours on a service window, '2wd' on working days, '3d' on calendar days, '1mo' on months");
    }
}
