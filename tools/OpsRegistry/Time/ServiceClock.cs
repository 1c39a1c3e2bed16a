using System.Diagnostics.CodeAnalysis;

namespace OpsRegistry.Time;

/// <summary>What a limit is counted on: one of the cases nested here. The clock belongs to the limit, not to the contract.</summary>
internal abstract record ServiceClock
{
    private ServiceClock()
    {
    }

    /// <summary>The unit this clock counts.</summary>
    public abstract AmountUnit Unit { get; }

    /// <summary>The clock in words.</summary>
    public abstract Text Describe();

    /// <summary>
    /// The clock that counts a unit: hours on the window, working days to 24:00 or another closing, calendar days and months
    /// with or without the roll off rest days. Null for hours without a window.
    /// </summary>
    [return: NotNullIfNotNull(nameof(window))]
    public static ServiceClock? For(AmountUnit unit, ServiceWindow? window, bool roll, Closing? closing = null) => unit switch
    {
        AmountUnit.Time => window is null ? null : new Window(window),
        AmountUnit.WorkingDays => new WorkingDays(closing ?? Closing.EndOfDay.Instance),
        AmountUnit.CalendarDays => new CalendarDays(roll),
        AmountUnit.Months => new Months(roll),
    };

    /// <summary>Hours, minutes and seconds while a window is open.</summary>
    /// <param name="Of">The window; 7x24 is the wall clock.</param>
    public sealed record Window(ServiceWindow Of) : ServiceClock
    {
        public override AmountUnit Unit => AmountUnit.Time;

        public override Text Describe() => Of.Describe();
    }

    /// <summary>Working days; the day of the start is not counted (民法典 §201).</summary>
    /// <param name="Closing">When the last day ends.</param>
    public sealed record WorkingDays(Closing Closing) : ServiceClock
    {
        public override AmountUnit Unit => AmountUnit.WorkingDays;

        public override Text Describe() => new($"工作日，{Closing.Describe().Zh}", $"working days, {Closing.Describe().En}");
    }

    /// <summary>Calendar days to 24:00; the day of the start is not counted (民法典 §201).</summary>
    /// <param name="Roll">A last day that is a legal rest day moves to the next day that is none (民法典 §203).</param>
    public sealed record CalendarDays(bool Roll) : ServiceClock
    {
        public override AmountUnit Unit => AmountUnit.CalendarDays;

        public override Text Describe() => new("自然日" + RollWords(Roll).Zh, "calendar days" + RollWords(Roll).En);
    }

    /// <summary>Months to 24:00 of the corresponding day, or of the month's last day where there is none (民法典 §202).</summary>
    /// <param name="Roll">A last day that is a legal rest day moves to the next day that is none (民法典 §203).</param>
    public sealed record Months(bool Roll) : ServiceClock
    {
        public override AmountUnit Unit => AmountUnit.Months;

        public override Text Describe() => new("月" + RollWords(Roll).Zh, "months" + RollWords(Roll).En);
    }

    private static Text RollWords(bool roll) =>
        roll ? new("，末日遇休息日顺延", ", rolled off rest days") : new("，末日不顺延", ", not rolled");
}

/// <summary>When a working-day limit ends on its last day: one of the cases nested here.</summary>
internal abstract record Closing
{
    private Closing()
    {
    }

    /// <summary>The closing in words.</summary>
    public abstract Text Describe();

    /// <summary>24:00 (民法典 §203, first option).</summary>
    public sealed record EndOfDay : Closing
    {
        /// <summary>The one value.</summary>
        public static EndOfDay Instance { get; } = new();

        public override Text Describe() => new("至末日 24:00", "until 24:00 of the last");
    }

    /// <summary>The end of the window's last hours on the day, where business hours are agreed.</summary>
    /// <param name="Window">The business hours; its own days do not matter.</param>
    public sealed record CloseOfBusiness(ServiceWindow Window) : Closing
    {
        public override Text Describe() => new($"至末日 {Hour} 下班", $"until close of business {Hour} of the last");

        private string Hour => Window.Hours[^1].ToString().Split('-')[1];
    }

    /// <summary>
    /// Not a day's end at all: each working day stands for the window's open hours of one day, counted from the start
    /// itself (one working day of 08:30–17:30 is 9 h).
    /// </summary>
    /// <param name="Window">The window on which the hours run.</param>
    public sealed record WorkingHours(ServiceWindow Window) : Closing
    {
        public override Text Describe() => new(
            $"每日折合 {Amount.FromDuration(Window.HoursPerDay).Describe().Zh}服务时间",
            $"each as {Amount.FromDuration(Window.HoursPerDay).Describe().En} of service time");
    }
}
