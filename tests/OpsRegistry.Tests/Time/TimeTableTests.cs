using NodaTime;
using OpsRegistry.Time;
using Xunit;
using static OpsRegistry.Tests.Time.CommittedFiles;

namespace OpsRegistry.Tests.Time;

/// <summary>Days, periods, windows, amounts and sets of intervals at their edges.</summary>
public sealed class TimeTableTests
{
    private static readonly CalendarLayer January = new("january", "通知", new(2026, 1, 5), new(2026, 1, 16), [new(new(2026, 1, 9), DayKind.Off, "休"), new(new(2026, 1, 10), DayKind.Work, "补"), new(new(2026, 1, 12), DayKind.Off, "节", true)]);

    [Theory]
    [InlineData("2026-01-01", "2026-01-04", 1, "[2026-01-01,2026-01-02) [2026-01-02,2026-01-03) [2026-01-03,2026-01-04)")]
    [InlineData("2026-01-01", "2026-01-06", 2, "[2026-01-01,2026-01-03) [2026-01-03,2026-01-05) [2026-01-05,2026-01-06)")]
    [InlineData("2026-01-01", "2026-01-01", 2, "")]
    public void Days_are_laid_in_blocks_of_which_the_last_may_be_short(string start, string end, int days, string expected) =>
        Assert.Equal(expected, string.Join(' ', PeriodSchedule.Blocks(new(Date(start), Date(end)), days)));

    [Fact]
    public void A_block_has_a_day_at_least_and_a_period_a_month()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodSchedule.Blocks(new(new(2026, 1, 1), new(2026, 1, 2)), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeriodSchedule(new(2026, 1, 1), 0));
        Assert.Equal("[2026-01-31,2026-02-28) [2026-02-28,2026-03-31)", string.Join(' ', new PeriodSchedule(new(2026, 1, 31), 1).Until(new(2026, 3, 31))));
        Assert.Equal("[2026-01-31,2026-02-28) [2026-02-28,2026-03-31) [2026-03-31,2026-04-30)", string.Join(' ', new PeriodSchedule(new(2026, 1, 31), 1).Until(new(2026, 4, 1))));
    }

    [Theory]
    [InlineData("2026-01-15", 1)]
    [InlineData("2026-04-14", 1)]
    [InlineData("2026-04-15", 2)]
    [InlineData("2026-01-14", 0)]
    [InlineData("2025-10-15", 0)]
    [InlineData("2025-10-14", -1)]
    [InlineData("2027-01-15", 5)]
    public void A_date_is_in_the_period_whose_days_hold_it(string date, int number) => Assert.Equal(number, new PeriodSchedule(new(2026, 1, 15), 3).NumberOf(Date(date)));

    /// <summary>What is kept from run to run is kept by a calendar's days: whatever is otherwise in one of them is another calendar.</summary>
    [Fact]
    public void Each_trait_of_a_day_makes_another_calendar()
    {
        var day = January.Days.Last();
        CalendarLayer With(CalendarDay other) => January with { Days = [.. January.Days.SkipLast(1), other] };
        var calendars = new[]
        {
            WorkCalendar.From([January]), WorkCalendar.From([With(day with { Statutory = false })]), WorkCalendar.From([With(day with { Name = "节日" })]), WorkCalendar.From([With(day with { Kind = DayKind.Work })]),
            WorkCalendar.From([January with { Notice = "通知二" }]), WorkCalendar.From([January with { Name = "other" }]), WorkCalendar.From([January with { Provisional = true }], acceptProvisional: true),
            WorkCalendar.From([January with { CoveredTo = new(2026, 1, 17) }]), WorkCalendar.From([January with { Days = [] }]), WorkCalendar.None,
            WorkCalendar.From([With(day with { Date = new(2026, 1, 13) })]),
        };
        Assert.Equal(calendars.Length, calendars.Select(calendar => calendar.Identity).Distinct().Count());
        Assert.Equal(WorkCalendar.From([January]).Identity, WorkCalendar.From([January]).Identity);
    }

    /// <summary>A window on a day that rests on a calendar not yet published says so, open or not.</summary>
    [Theory]
    [InlineData("2026-01-20T10:00", false, true)]
    [InlineData("2026-01-21T10:00", true, true)]
    [InlineData("2026-01-19T10:00", true, false)]
    [InlineData("2026-01-21T20:00", false, false)]
    public void Whether_a_window_is_open_by_a_calendar_that_is_not_published(string at, bool isOpen, bool isProvisional)
    {
        var calendar = WorkCalendar.From(
            [
                new("known", "通知", new(2026, 1, 19), new(2026, 1, 19), [], Provisional: false),
                new("guess", null, new(2026, 1, 20), new(2026, 1, 23), [new(new(2026, 1, 20), DayKind.Off, "猜")], Provisional: true),
            ],
            acceptProvisional: true);
        var moment = BeijingTime.At(NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(at).Value);
        var reading = ServiceWindow.Create("day", WindowDays.WorkingDays, [OpenHours.Parse("08:30-17:30")!.Value])!.IsOpen(moment, calendar);
        Assert.Equal((isOpen, isProvisional), (reading.Value, reading.Provisional));
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-17", 9, false)]
    [InlineData("2026-01-05", "2026-01-06", 1, false)]
    [InlineData("2026-01-09", "2026-01-13", 1, false)]
    [InlineData("2026-01-16", "2026-01-17", 1, false)]
    [InlineData("2026-01-09", "2026-01-09", 0, false)]
    [InlineData("2030-01-09", "2030-01-09", 0, false)]
    [InlineData("2026-01-04", "2026-01-06", null, false)]
    [InlineData("2026-01-16", "2026-01-18", null, false)]
    [InlineData("2026-02-02", "2026-02-06", 3, true)]
    [InlineData("2026-02-02", "2026-02-07", 4, true)]
    [InlineData("2026-02-02", "2026-02-03", 1, true)]
    [InlineData("2026-01-16", "2026-02-03", null, false)]
    public void The_days_worked_in_a_span_are_those_that_a_look_at_each_finds(string start, string end, int? worked, bool isProvisional)
    {
        var calendar = WorkCalendar.From([January, new("february", null, new(2026, 2, 2), new(2026, 2, 6), [new(new(2026, 2, 4), DayKind.Off, "猜")], Provisional: true)], acceptProvisional: true);
        var span = new DateSpan(Date(start), Date(end));
        Assert.Equal(worked is { } days ? (days, isProvisional) : null, calendar.Tally(span));
        Assert.Equal(worked, calendar.WorkingDays(span).TryGet(out var each, out _) ? each.Count : null);
        Assert.Equal(isProvisional, calendar.WorkingDays(span).Provisional);
    }

    [Fact]
    public void A_local_layer_is_a_guess_where_it_or_the_day_below_it_is()
    {
        bool IsGuess(bool national, bool local) => WorkCalendar.From([January with { Provisional = national }], acceptProvisional: true)
            .WithLocal(new("local", null, new(2026, 1, 5), new(2026, 1, 16), [new(new(2026, 1, 7), DayKind.Off, "停电")], local)).Day(new(2026, 1, 7)).Provisional;
        Assert.Equal([false, true, true, true], new[] { IsGuess(false, false), IsGuess(true, false), IsGuess(false, true), IsGuess(true, true) });
        Assert.Equal((null, null), (WorkCalendar.None.CoveredFrom, WorkCalendar.None.CoveredTo));
        Assert.Equal("no working calendar, but '2026-01-07' is needed", WorkCalendar.None.Day(new(2026, 1, 7)).Problem!.Message.En);
        Assert.Equal("calendar covered from '2026-01-05', but '2026-01-04' is needed", WorkCalendar.From([January]).Day(new(2026, 1, 4)).Problem!.Message.En);
    }

    [Theory]
    [InlineData("2026-01-02", "Weekday", true, false)]
    [InlineData("2026-01-03", "Weekend", false, true)]
    [InlineData("2026-01-04", "Weekend", false, true)]
    public void By_the_week_alone_a_weekend_is_a_day_of_rest(string date, string reason, bool isWorking, bool isRest)
    {
        var status = DayStatus.ByWeekday(Date(date));
        Assert.Equal((reason, isWorking, isRest, false, false), (status.Reason.ToString(), status.IsWorking, status.IsLegalRestDay, status.Statutory, status.Provisional));
    }

    /// <summary>Sets of minutes, against the minutes one by one.</summary>
    [Fact]
    public void Sets_of_intervals_are_the_moments_in_them()
    {
        (int From, int To)[][] sets = [[], [(0, 1)], [(0, 3), (5, 7)], [(2, 6)], [(1, 2), (2, 4), (6, 9)], [(7, 5)], [(3, 3)], [(0, 9)]];
        foreach (var (left, right) in sets.SelectMany(left => sets.Select(right => (left, right))))
        {
            var (one, other) = (Set(left), Set(right));
            Assert.Equal(Minutes(left).Union(Minutes(right)).Order(), Held(one.Union(other)));
            Assert.Equal(Minutes(left).Intersect(Minutes(right)), Held(one.Intersect(other)));
            Assert.Equal(Minutes(left).Except(Minutes(right)), Held(one.Subtract(other)));
            Assert.Equal(Minutes(left).Count(), (int)one.Union(other).Intersect(one).Total.TotalMinutes);
            Assert.Equal(Minutes(left).SequenceEqual(Minutes(right)), one.Equals(other));
            Assert.True(!one.Equals(other) || one.GetHashCode() == other.GetHashCode());
            Assert.Equal(!Minutes(left).Any(), one.IsEmpty);
            Assert.All(one.Union(other).Intervals.Zip(one.Union(other).Intervals.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        }

        Assert.NotEqual(Set([(0, 1)]).GetHashCode(), Set([(0, 2)]).GetHashCode());
        Assert.NotEqual(Set([(0, 1), (3, 4)]).GetHashCode(), Set([(0, 1), (3, 5)]).GetHashCode());
        Assert.False(Set([(0, 1)]).Equals((object?)null));
        Assert.True(IntervalSet.Union(new Interval(null, null)).Contains(Instant.FromUtc(1, 1, 1, 0, 0)));

        static IEnumerable<int> Minutes((int From, int To)[] spans) => Enumerable.Range(0, 12).Where(minute => spans.Any(span => span.From <= minute && minute < span.To));
        static IntervalSet Set((int From, int To)[] spans) => IntervalSet.Union(spans.Where(span => span.From <= span.To).Select(span => new Interval(Instant.FromUnixTimeSeconds(span.From * 60), Instant.FromUnixTimeSeconds(span.To * 60))));
        static IEnumerable<int> Held(IntervalSet set) => Enumerable.Range(0, 12).Where(minute => set.Contains(Instant.FromUnixTimeSeconds(minute * 60)));
    }

    [Theory]
    [InlineData("08:00-12:00", "08:00-12:00", 4)]
    [InlineData("20:00-24:00", "20:00-24:00", 4)]
    [InlineData("00:00-24:00", "00:00-24:00", 24)]
    [InlineData("20:00-00:00", null, 0)]
    [InlineData("12:00-12:00", null, 0)]
    [InlineData("12:00-08:00", null, 0)]
    [InlineData("24:00-24:00", null, 0)]
    [InlineData("08:00", null, 0)]
    [InlineData("08:00-12:00-13:00", null, 0)]
    [InlineData("8:00-12:00", null, 0)]
    [InlineData("08:00-25:00", null, 0)]
    public void Hours_are_read_as_they_are_written(string text, string? written, int hours)
    {
        var open = OpenHours.Parse(text);
        Assert.Equal((written, hours), (open?.ToString(), (int)(open?.Length.TotalHours ?? 0)));
    }

    [Theory]
    [InlineData("7x24", "every day 00:00-24:00", 24, true)]
    [InlineData("5x8", "working days 09:00-17:00", 8, false)]
    [InlineData("everyDay@00:00-12:00,12:00-24:00", "every day 00:00-24:00", 24, true)]
    [InlineData("workingDays@00:00-24:00", "working days 00:00-24:00", 24, false)]
    [InlineData("everyDay@13:00-17:00,08:00-12:00", "every day 08:00-12:00, 13:00-17:00", 8, false)]
    [InlineData("everyDay@08:00-12:00,11:59-13:00", null, 0, false)]
    [InlineData("everyDay@08:00-12:00,x", null, 0, false)]
    [InlineData("everyDay", null, 0, false)]
    [InlineData("sometimes@08:00-12:00", null, 0, false)]
    [InlineData("everyDay@08:00-12:00@", null, 0, false)]
    public void A_window_is_read_as_it_is_written(string text, string? described, int hours, bool isContinuous)
    {
        var window = StandardWindows.Parse(text);
        Assert.Equal((described, hours, isContinuous), (window?.Describe().En, (int)(window?.HoursPerDay.TotalHours ?? 0), window?.IsContinuous ?? false));
        Assert.Equal(window is null ? null : text, window?.Id);
    }

    [Theory]
    [InlineData("PT0S", "0 s", "0 秒")]
    [InlineData("PT61S", "1 min 1 s", "1 分钟1 秒")]
    [InlineData("PT25H", "25 h", "25 小时")]
    [InlineData("PT1H1M1S", "1 h 1 min 1 s", "1 小时1 分钟1 秒")]
    [InlineData("PT90M", "1 h 30 min", "1 小时30 分钟")]
    [InlineData("0d", "the same day", "当日")]
    [InlineData("1d", "1 day", "1 日")]
    [InlineData("2d", "2 days", "2 日")]
    [InlineData("1wd", "1 working day", "1 个工作日")]
    [InlineData("0wd", "0 working days", "0 个工作日")]
    [InlineData("1mo", "1 month", "1 个月")]
    [InlineData("12mo", "12 months", "12 个月")]
    [InlineData("36525d", "36525 days", "36525 日")]
    [InlineData("36526d", null, null)]
    [InlineData("36525wd", "36525 working days", "36525 个工作日")]
    [InlineData("36526wd", null, null)]
    [InlineData("1178mo", "1178 months", "1178 个月")]
    [InlineData("1179mo", null, null)]
    [InlineData("PT876600H", "876600 h", "876600 小时")]
    [InlineData("PT876600H1S", null, null)]
    [InlineData("PT", null, null)]
    [InlineData("1w", null, null)]
    public void An_amount_is_read_and_told(string text, string? en, string? zh)
    {
        var amount = Amount.Parse(text);
        Assert.Equal((en, zh), (amount?.Describe().En, amount?.Describe().Zh));
        Assert.True(amount is null || Amount.Parse(amount.ToString()) == amount);
        Assert.Throws<ArgumentOutOfRangeException>(() => Amount.WorkingDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Amount.FromDuration(Duration.FromSeconds(-1)));
    }

    [Theory]
    [InlineData("1wd", "1wd", true)]
    [InlineData("2wd", "1wd", false)]
    [InlineData("1d", "1wd", false)]
    [InlineData("PT1H", "PT1H", true)]
    [InlineData("PT1H1S", "PT1H", false)]
    [InlineData("0d", "PT1H", false)]
    public void An_amount_is_within_a_limit_of_its_own_unit(string amount, string limit, bool isWithin) => Assert.Equal(isWithin, Amount.Parse(amount)!.IsWithin(Amount.Parse(limit)!));

    [Theory]
    [InlineData("2026-01-05", "2026-01-08", 3, true)]
    [InlineData("2026-01-05", "2026-01-05", 0, false)]
    public void A_span_of_days_holds_its_first_and_not_its_end(string start, string end, int days, bool holdsStart)
    {
        var span = new DateSpan(Date(start), Date(end));
        Assert.Equal((days, days == 0, holdsStart, false), (span.Days, span.IsEmpty, span.Contains(Date(start)), span.Contains(Date(end))));
        Assert.Equal(days * 24, (int)span.ToInterval().Duration.TotalHours);
        Assert.True(span.Contains(new DateSpan(Date(start), Date(start))));
        Assert.True(span.Contains(span));
        Assert.False(span.Contains(new DateSpan(Date(start), Date(end).PlusDays(1 + days))));
        Assert.False(span.Contains(new DateSpan(Date(start).PlusDays(-1), Date(end).PlusDays(1))));
        Assert.Equal(days, span.Intersect(new(Date(start).PlusDays(-9), Date(end).PlusDays(9))).Days);
        Assert.True(span.Intersect(new(Date(start).PlusDays(-9), Date(start))).IsEmpty);
        Assert.Equal((0, true), (new DateSpan(Date(start), Date(start).PlusDays(-1)).Days, new DateSpan(Date(start), Date(start).PlusDays(-1)).IsEmpty));
        Assert.Equal(days + 1, DateSpan.Inclusive(Date(start), Date(start).PlusDays(days)).Days);
    }

    [Theory]
    [InlineData(CalendarUnitWord.IsoWeek, "2025-12-29", "2026-W01", "[2025-12-29,2026-01-05)")]
    [InlineData(CalendarUnitWord.IsoWeek, "2026-01-04", "2026-W01", "[2025-12-29,2026-01-05)")]
    [InlineData(CalendarUnitWord.IsoWeek, "2027-01-03", "2026-W53", "[2026-12-28,2027-01-04)")]
    [InlineData(CalendarUnitWord.Month, "2026-12-31", "2026-12", "[2026-12-01,2027-01-01)")]
    [InlineData(CalendarUnitWord.Quarter, "2026-03-31", "2026-Q1", "[2026-01-01,2026-04-01)")]
    [InlineData(CalendarUnitWord.Quarter, "2026-04-01", "2026-Q2", "[2026-04-01,2026-07-01)")]
    [InlineData(CalendarUnitWord.Quarter, "2026-12-01", "2026-Q4", "[2026-10-01,2027-01-01)")]
    [InlineData(CalendarUnitWord.HalfYear, "2026-06-30", "2026-H1", "[2026-01-01,2026-07-01)")]
    [InlineData(CalendarUnitWord.HalfYear, "2026-07-01", "2026-H2", "[2026-07-01,2027-01-01)")]
    [InlineData(CalendarUnitWord.Year, "2026-12-31", "2026", "[2026-01-01,2027-01-01)")]
    public void A_day_lies_in_a_unit_of_the_calendar(CalendarUnitWord word, string date, string name, string span)
    {
        var unit = (CalendarUnit)word;
        var found = CalendarUnits.Find(Date(date), unit);
        Assert.Equal((name, span), (found.Name, found.Span.ToString()));
        Assert.Equal([name], CalendarUnits.Touching(new(Date(date), Date(date).PlusDays(1)), unit).Select(one => one.Name));
        Assert.Equal([name], CalendarUnits.Inside(found.Span, unit).Select(one => one.Name));
        Assert.Empty(CalendarUnits.Inside(new(found.Span.Start.PlusDays(1), found.Span.End), unit));
        Assert.Empty(CalendarUnits.Inside(new(found.Span.Start, found.Span.End.PlusDays(-1)), unit));
        Assert.Equal(2, CalendarUnits.Touching(new(found.Span.Start, found.Span.End.PlusDays(1)), unit).Count);
    }

    /// <summary>The units, for the rows of a table that is public.</summary>
    public enum CalendarUnitWord
    {
        IsoWeek,
        Month,
        Quarter,
        HalfYear,
        Year,
    }
}
