using NodaTime;
using OpsRegistry.Time;
using Xunit;
using static OpsRegistry.Tests.Time.CommittedFiles;

namespace OpsRegistry.Tests.Time;

public sealed class ServiceWindowTests
{
    [Theory]
    [InlineData("7x24", "every day 00:00-24:00", 24)]
    [InlineData("7x12", "every day 08:00-20:00", 12)]
    [InlineData("7x8", "every day 09:00-17:00", 8)]
    [InlineData("5x9", "working days 08:30-17:30", 9)]
    [InlineData("5x8", "working days 09:00-17:00", 8)]
    [InlineData("workingDays@13:30-18:00,08:30-12:00", "working days 08:30-12:00, 13:30-18:00", 8)]
    [InlineData("mondayToFriday@00:00-12:00,12:00-24:00", "Monday to Friday 00:00-24:00", 24)]
    public void A_window_is_read_sorted_and_joined(string text, string words, int hours)
    {
        var window = StandardWindows.Parse(text)!;
        Assert.Equal(words, window.Describe().En);
        Assert.Equal(Duration.FromHours(hours), window.HoursPerDay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("6x9")]
    [InlineData("workingDays")]
    [InlineData("workingDays@")]
    [InlineData("holidays@08:30-17:30")]
    [InlineData("workingDays@17:30-08:30")]
    [InlineData("workingDays@08:30-08:30")]
    [InlineData("workingDays@08:30-12:00,11:00-17:30")]
    [InlineData("workingDays@00:00-24:00,08:30-17:30")]
    [InlineData("workingDays@08:30-00:00")]
    [InlineData("workingDays@8:30-17:30")]
    [InlineData("workingDays@08:30-24:30")]
    [InlineData("workingDays@24:00-24:00")]
    public void Anything_else_is_no_window(string text) => Assert.Null(StandardWindows.Parse(text));

    [Fact]
    public void Only_every_moment_of_every_day_is_continuous()
    {
        Assert.True(StandardWindows.Parse("everyDay@00:00-24:00")!.IsContinuous);
        Assert.False(StandardWindows.Parse("workingDays@00:00-24:00")!.IsContinuous);
        Assert.False(StandardWindows.Parse("everyDay@00:00-23:59")!.IsContinuous);
    }

    /// <summary>Two limits on one clock are one line of a report; a clock of other hours is another.</summary>
    [Fact]
    public void Windows_of_the_same_name_days_and_hours_are_one()
    {
        ServiceWindow Made(string id, WindowDays days, params string[] hours) => ServiceWindow.Create(id, days, hours.Select(text => OpenHours.Parse(text)!.Value))!;
        var window = Made("desk", WindowDays.WorkingDays, "08:30-12:00", "13:30-18:00");
        Assert.Single(new HashSet<ServiceWindow> { window, Made("desk", WindowDays.WorkingDays, "13:30-18:00", "08:30-12:00") });
        Assert.NotEqual(window, Made("office", WindowDays.WorkingDays, "08:30-12:00", "13:30-18:00"));
        Assert.NotEqual(window, Made("desk", WindowDays.EveryDay, "08:30-12:00", "13:30-18:00"));
        Assert.NotEqual(window, Made("desk", WindowDays.WorkingDays, "08:30-12:00", "14:00-18:30"));
        Assert.False(window.Equals(null));
    }

    [Fact]
    public void A_closing_is_told_with_its_hour()
    {
        var window = StandardWindows.Parse("workingDays@08:30-12:00,13:30-18:00")!;
        Assert.Equal(new Text("至末日 18:00 下班", "until close of business 18:00 of the last"), new Closing.CloseOfBusiness(window).Describe());
        Assert.Equal("each as 8 h of service time", new Closing.WorkingHours(window).Describe().En);
        Assert.Equal("until 24:00 of the last", Closing.EndOfDay.Instance.Describe().En);
    }

    [Fact]
    public void Its_open_time_is_cut_at_both_ends()
    {
        var open = StandardWindows.Parse("5x9")!.Intervals(At("2026-02-13 17:00"), At("2026-02-24 09:00"), Published).Value;
        Assert.Equal(
            IntervalSet.Union(
                new Interval(At("2026-02-13 17:00"), At("2026-02-13 17:30")),
                new Interval(At("2026-02-14 08:30"), At("2026-02-14 17:30")),
                new Interval(At("2026-02-24 08:30"), At("2026-02-24 09:00"))),
            open);
    }

    [Fact]
    public void No_time_has_no_open_days()
    {
        Assert.Empty(WindowWalk.Days(StandardWindows.Always, At("2026-02-13 17:00"), At("2026-02-13 17:00"), WorkCalendar.None));
        Assert.Empty(WindowWalk.Days(StandardWindows.Parse("5x9")!, At("2026-02-13 17:00"), At("2026-02-13 17:00"), Published));
    }

    /// <summary>A clock that stands still for ever never ends: what is said is the first day that is not served.</summary>
    [Fact]
    public void A_limit_that_no_open_time_is_left_for_ends_on_no_day_that_is_served()
    {
        var due = Clock.Deadline(At("2026-02-13 17:00"), Amount.Parse("PT1H")!, new ServiceClock.Window(StandardWindows.Always), WorkCalendar.None, IntervalSet.Union(new Interval(At("2026-02-13 17:30"), null)));
        Assert.Equal(new ClockProblem.NotServed(new(2200, 1, 1)), due.Problem);
    }

    [Fact]
    public void The_schedule_of_181_days_round_the_clock_has_its_260640_minutes()
    {
        var span = new DateSpan(new(2026, 1, 1), new(2026, 7, 1));
        var open = StandardWindows.Always.Intervals(span.ToInterval().Start, span.ToInterval().End, WorkCalendar.None).Value;
        Assert.Equal(Duration.FromMinutes(260_640), open.Total);
    }
}
