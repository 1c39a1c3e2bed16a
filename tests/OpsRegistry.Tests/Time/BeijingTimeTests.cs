using System.Globalization;
using NodaTime;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Time;

public sealed class BeijingTimeTests
{
    [Fact]
    public void The_first_and_the_last_day_are_served_and_no_day_beyond()
    {
        Assert.Null(BeijingTime.Refusal(BeijingTime.FirstDate));
        Assert.Null(BeijingTime.Refusal(BeijingTime.LastDate));
        Assert.Contains("is before", BeijingTime.Refusal(BeijingTime.FirstDate.PlusDays(-1))!.Value.En, StringComparison.Ordinal);
        Assert.Contains("is after", BeijingTime.Refusal(BeijingTime.LastDate.PlusDays(1))!.Value.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Noon_in_Beijing_is_four_in_Greenwich()
    {
        Assert.Equal(Instant.FromUtc(2026, 7, 1, 4, 0), BeijingTime.At(new(2026, 7, 1, 12, 0)));
        Assert.Equal(new LocalDateTime(2026, 7, 1, 12, 0), BeijingTime.Local(Instant.FromUtc(2026, 7, 1, 4, 0)));
    }

    [Fact]
    public void Midnight_begins_one_day_and_ends_the_other()
    {
        var midnight = BeijingTime.EndOf(new(2026, 7, 1));
        Assert.Equal(new LocalDate(2026, 7, 2), BeijingTime.DateOf(midnight));
        Assert.Equal(new LocalDate(2026, 7, 1), BeijingTime.DateEndingAt(midnight));
    }

    [Theory]
    [InlineData(1985, true)]
    [InlineData(1986, true)]
    [InlineData(1991, true)]
    [InlineData(1992, false)]
    [InlineData(2026, false)]
    [InlineData(2199, false)]
    [InlineData(2200, true)]
    public void Years_of_summer_time_and_slips_of_the_pen_are_refused_with_words(int year, bool refused) =>
        Assert.Equal(refused, BeijingTime.Refusal(new(year, 6, 1)) is not null);

    [Fact]
    public void The_offset_is_that_of_the_time_zone_database_on_every_day_that_is_served()
    {
        var zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        var served = new Interval(BeijingTime.StartOf(BeijingTime.FirstDate), BeijingTime.EndOf(BeijingTime.LastDate));
        Assert.All(zone.GetZoneIntervals(served), part => Assert.Equal(BeijingTime.Offset, part.WallOffset));
    }

    [Fact]
    public void Instants_at_the_ends_of_time_are_problems_and_not_exceptions()
    {
        foreach (var instant in new[] { Instant.MinValue, Instant.MaxValue, Instant.FromUtc(1988, 7, 1, 0, 0) })
        {
            foreach (var amount in new[] { "PT1H", "1wd", "1d", "1mo" }.Select(text => Amount.Parse(text)!))
            {
                var clock = ServiceClock.For(amount.Unit, StandardWindows.Always, roll: true);
                Assert.IsType<ClockProblem.NotServed>(Clock.Deadline(instant, amount, clock, WorkCalendar.None).Problem);
                Assert.IsType<ClockProblem.NotServed>(Clock.Elapsed(instant, instant, clock, WorkCalendar.None).Problem);
            }
        }
    }

    [Theory]
    [InlineData("1wd", typeof(ClockProblem.NotCovered))]
    [InlineData("1d", typeof(ClockProblem.NotServed))]
    [InlineData("1mo", typeof(ClockProblem.NotServed))]
    [InlineData("PT1H", typeof(ClockProblem.NotServed))]
    public void A_pause_without_an_end_is_a_problem_and_not_a_loop(string text, Type problem)
    {
        var amount = Amount.Parse(text)!;
        var clock = ServiceClock.For(amount.Unit, StandardWindows.Parse("7x12")!, roll: false);
        var pause = IntervalSet.Union(new Interval(CommittedFiles.At("2026-03-11 00:00"), null));
        var start = CommittedFiles.At("2026-03-10 20:00");
        Assert.IsType(problem, Clock.Deadline(start, amount, clock, CommittedFiles.Published, pause).Problem);
    }

    [Fact]
    public void Every_table_row_is_the_same_in_New_York_and_with_German_separators()
    {
        var (zone, culture) = (Environment.GetEnvironmentVariable("TZ"), CultureInfo.CurrentCulture);
        try
        {
            Environment.SetEnvironmentVariable("TZ", "America/New_York");
            TimeZoneInfo.ClearCachedData();
            CultureInfo.CurrentCulture = WithGermanSeparators();
            Assert.NotEqual(TimeSpan.Zero, TimeZoneInfo.Local.GetUtcOffset(DateTimeOffset.UnixEpoch));
            Assert.All(CommittedFiles.Table("deadline.yaml"), SlaTableTests.CheckDeadline);
            Assert.All(CommittedFiles.Table("elapsed.yaml"), SlaTableTests.CheckElapsed);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static CultureInfo WithGermanSeparators()
    {
        // The build has no cultures but the invariant one, so the separators are set by hand.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }
}
