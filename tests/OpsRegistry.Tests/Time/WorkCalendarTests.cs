using NodaTime;
using OpsRegistry.Time;
using Xunit;
using static OpsRegistry.Tests.Time.CommittedFiles;

namespace OpsRegistry.Tests.Time;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_the_notices_give(int year, int expected) =>
        Assert.Equal(expected, Published.WorkingDays(Year(year)).Value.Count);

    [Theory]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void The_statutory_days_are_11_and_from_2025_on_13(int year, int expected)
    {
        var statutory = Enumerable.Range(0, 366).Select(day => new LocalDate(year, 1, 1).PlusDays(day))
            .Where(date => date.Year == year).Count(date => Published.Day(date).Value.Statutory);
        Assert.Equal(expected, statutory);
    }

    [Fact]
    public void The_published_calendars_cover_2022_12_31_to_2026_12_31()
    {
        Assert.Equal(new LocalDate(2022, 12, 31), Published.CoveredFrom);
        Assert.Equal(new LocalDate(2026, 12, 31), Published.CoveredTo);
        Assert.Equal(["cn-2023", "cn-2024", "cn-2025", "cn-2026"], Published.Versions);
    }

    /// <summary>What is kept from run to run is kept by it: one day that is worked in one and not in the other tells two calendars apart.</summary>
    [Fact]
    public void Calendars_that_differ_in_one_day_are_not_the_same()
    {
        var day = new LocalDate(2026, 3, 4);
        WorkCalendar With(DayKind kind) => Published.WithLocal(new("local", null, day, day, [new(day, kind, "演练")]));
        Assert.NotEqual(With(DayKind.Off).Identity, With(DayKind.Work).Identity);
        Assert.Equal(With(DayKind.Off).Identity, With(DayKind.Off).Identity);
    }

    [Theory]
    [InlineData("2026-03-03", false)]
    [InlineData("2026-03-04", true)]
    [InlineData("2026-03-06", true)]
    [InlineData("2026-03-09", false)]
    public void A_closure_of_ones_own_holds_within_the_days_that_its_file_is_about(string day, bool isClosed)
    {
        var calendar = Published.WithLocal(new("local", null, new(2026, 3, 4), new(2026, 3, 6), [new(Date(day), DayKind.Off, "演练")]));
        Assert.Equal(isClosed ? DayReason.LocalClosure : DayReason.Weekday, calendar.Day(Date(day)).Value.Reason);
    }

    /// <summary>Who must be on watch over a holiday, or report before it, counts from its last day off; what is shown is the whole of it, weekend and moved days included.</summary>
    [Theory]
    [InlineData("2026-01-01", "2027-01-01", "元旦 01-01…01-03; 春节 02-15…02-23; 清明节 04-04…04-06; 劳动节 05-01…05-05; 端午节 06-19…06-21; 中秋节 09-25…09-27; 国庆节 10-01…10-07")]
    [InlineData("2026-02-01", "2026-02-23", "")]
    [InlineData("2026-02-01", "2026-02-24", "春节 02-15…02-23")]
    [InlineData("2026-02-23", "2026-02-24", "春节 02-15…02-23")]
    [InlineData("2026-02-24", "2026-04-06", "")]
    [InlineData("2025-10-08", "2025-10-09", "国庆节、中秋节 10-01…10-08")]
    [InlineData("2030-01-01", "2031-01-01", "")]
    public void A_holiday_belongs_to_the_days_in_which_it_ends(string start, string end, string expected) =>
        Assert.Equal(expected, string.Join("; ", StatutoryHolidays.EndingIn(Published, new(Date(start), Date(end))).Select(holiday => $"{holiday.Name} {holiday.Days.Start:MM'-'dd}…{holiday.Days.End.PlusDays(-1):MM'-'dd}")));

    [Fact]
    public void Every_date_between_the_ends_is_covered() =>
        Assert.Null(Published.WorkingDays(DateSpan.Inclusive(new(2022, 12, 31), new(2026, 12, 31))).Problem);

    [Fact]
    public void A_make_up_day_names_its_holiday_and_notice()
    {
        var status = Published.Day(new(2026, 9, 20)).Value;
        Assert.Equal(DayReason.MakeUpDay, status.Reason);
        Assert.Equal(new Text("调休上班日（国庆节，国办发明电〔2025〕7号）", "make-up working day (国庆节, 国办发明电〔2025〕7号)"), status.Describe());
    }

    [Fact]
    public void A_moved_day_off_is_no_statutory_holiday()
    {
        Assert.Equal("statutory holiday (国庆节、中秋节, 国办发明电〔2024〕12号)", Published.Day(new(2025, 10, 6)).Value.Describe().En);
        Assert.Equal("day off (国庆节、中秋节, 国办发明电〔2024〕12号)", Published.Day(new(2025, 10, 7)).Value.Describe().En);
        Assert.Equal("weekend", Published.Day(new(2025, 10, 12)).Value.Describe().En);
        Assert.Equal("working day", Published.Day(new(2025, 10, 9)).Value.Describe().En);
    }

    [Fact]
    public void The_day_after_coverage_is_a_problem_with_a_plain_message_and_not_an_exception()
    {
        var reading = Published.IsWorkingDay(new(2027, 1, 1));
        Assert.False(reading.TryGet(out _, out var problem));
        Assert.Equal(new ClockProblem.NotCovered(new(2027, 1, 1), new(2022, 12, 31), new(2026, 12, 31)), problem);
        Assert.Equal("工作日历到 2026-12-31 为止，但需要 2027-01-01", problem.Message.Zh);
    }

    [Fact]
    public void A_provisional_year_is_used_only_when_asked_for_and_marks_what_it_touches()
    {
        Assert.True(WithProvisional.IsWorkingDay(new(2027, 1, 4)).Provisional);
        Assert.False(WithProvisional.IsWorkingDay(new(2026, 12, 31)).Provisional);
        Assert.False(WithProvisional.IsWorkingDay(new(2027, 2, 5)).Value);
    }

    [Fact]
    public void A_published_file_replaces_a_provisional_one_whatever_their_order()
    {
        var guess = Layer("guess", new(2027, 1, 4), DayKind.Off) with { Provisional = true };
        var notice = Layer("notice", new(2027, 1, 5), DayKind.Off);
        foreach (var calendar in new[] { WorkCalendar.From([guess, notice], true), WorkCalendar.From([notice, guess], true) })
        {
            Assert.True(calendar.IsWorkingDay(new(2027, 1, 4)).Value);
            Assert.False(calendar.IsWorkingDay(new(2027, 1, 5)).Value);
            Assert.False(calendar.IsWorkingDay(new(2027, 1, 5)).Provisional);
        }
    }

    [Fact]
    public void Of_two_notices_for_one_year_the_later_in_the_list_replaces_the_earlier()
    {
        var calendar = WorkCalendar.From([Layer("first", new(2027, 1, 4), DayKind.Off), Layer("second", new(2027, 1, 5), DayKind.Off)]);
        Assert.True(calendar.IsWorkingDay(new(2027, 1, 4)).Value);
        Assert.False(calendar.IsWorkingDay(new(2027, 1, 5)).Value);
    }

    [Fact]
    public void A_local_layer_closes_and_opens_days_without_editing_the_national_calendar()
    {
        var local = new CalendarLayer("pds-closures", "pds-2026-1", new(2026, 1, 1), new(2026, 12, 31),
            [new(new(2026, 3, 11), DayKind.Off, "停电检修"), new(new(2026, 3, 14), DayKind.Work, "搬迁")]);
        var calendar = Published.WithLocal(local);
        Assert.Equal("local closure (停电检修, pds-2026-1)", calendar.Day(new(2026, 3, 11)).Value.Describe().En);
        Assert.False(calendar.Day(new(2026, 3, 11)).Value.IsLegalRestDay);
        Assert.True(calendar.IsWorkingDay(new(2026, 3, 14)).Value);
        Assert.True(calendar.Day(new(2026, 3, 14)).Value.IsLegalRestDay);
        Assert.True(Published.IsWorkingDay(new(2026, 3, 11)).Value);
        Assert.Equal("pds-closures", calendar.Versions[^1]);
    }

    [Fact]
    public void A_local_closure_on_a_holiday_leaves_the_notice_as_the_reason()
    {
        var local = new CalendarLayer("closures", null, new(2026, 1, 1), new(2026, 12, 31), [new(new(2026, 10, 1), DayKind.Off, "停业")]);
        Assert.Equal("statutory holiday (国庆节, 国办发明电〔2025〕7号)", Published.WithLocal(local).Day(new(2026, 10, 1)).Value.Describe().En);
    }

    [Fact]
    public void A_local_layer_widens_no_coverage()
    {
        var local = new CalendarLayer("late", null, new(2027, 1, 1), new(2027, 1, 31), [new(new(2027, 1, 4), DayKind.Work, "开放日")]);
        Assert.IsType<ClockProblem.NotCovered>(Published.WithLocal(local).Day(new(2027, 1, 4)).Problem);
    }

    [Fact]
    public void A_hole_between_two_files_is_not_guessed()
    {
        var calendar = WorkCalendar.From([
            new("a", null, new(2026, 1, 1), new(2026, 1, 31), []),
            new("b", null, new(2026, 3, 1), new(2026, 3, 31), [])]);
        Assert.Equal(
            new LocalDate(2026, 2, 1),
            Assert.IsType<ClockProblem.NotCovered>(calendar.WorkingDays(Year(2026)).Problem).FirstMissing);
    }

    private static DateSpan Year(int year) => new(new(year, 1, 1), new(year + 1, 1, 1));

    private static CalendarLayer Layer(string name, LocalDate date, DayKind kind) =>
        new(name, name, new(2027, 1, 1), new(2027, 12, 31), [new(date, kind, "day")]);
}
