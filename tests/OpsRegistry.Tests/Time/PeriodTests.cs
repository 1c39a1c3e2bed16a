using NodaTime;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Time;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2025-11-30", 1)]
    [InlineData("2026-02-27", 1)]
    [InlineData("2026-02-28", 2)]
    [InlineData("2026-05-29", 2)]
    [InlineData("2026-05-30", 3)]
    [InlineData("2026-11-30", 5)]
    [InlineData("2025-11-29", 0)]
    [InlineData("2025-08-29", -1)]
    public void A_date_is_in_the_period_that_has_it(string date, int expected) =>
        Assert.Equal(expected, new PeriodSchedule(new(2025, 11, 30), 3).NumberOf(CommittedFiles.Date(date)));

    [Fact]
    public void Periods_tile_without_a_gap_from_every_anchor() => Situation.Always(situation =>
    {
        var anchor = new LocalDate(2023, 1, 1).PlusDays(situation.Start / 10);
        var schedule = new PeriodSchedule(anchor, 1 + (situation.Gap % 12));
        var date = anchor.PlusDays(situation.Further / 8);
        for (var number = -3; number < 9; number++)
        {
            Assert.Equal(schedule[number].End, schedule[number + 1].Start);
        }

        Assert.True(schedule[schedule.NumberOf(date)].Contains(date));
    });

    [Fact]
    public void Whole_units_are_the_touched_ones_less_those_cut_at_the_ends() => Situation.Always(situation =>
    {
        var start = new LocalDate(2023, 1, 1).PlusDays(situation.Start / 10);
        var span = new DateSpan(start, start.PlusDays(situation.Gap / 20));
        foreach (var unit in Enum.GetValues<CalendarUnit>())
        {
            var touching = CalendarUnits.Touching(span, unit);
            var inside = CalendarUnits.Inside(span, unit);
            Assert.InRange(touching.Count - inside.Count, 0, 2);
            Assert.Equal(span.Days, touching.Sum(period => period.Span.Intersect(span).Days));
            Assert.Equal(touching.Select(period => period.Name).Order(StringComparer.Ordinal), touching.Select(period => period.Name));
        }
    });

    [Theory]
    [InlineData("Month", "2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-08 2026-09 2026-10 2026-11 2026-12")]
    [InlineData("Quarter", "2026-Q1 2026-Q1 2026-Q1 2026-Q2 2026-Q2 2026-Q2 2026-Q3 2026-Q3 2026-Q3 2026-Q4 2026-Q4 2026-Q4")]
    [InlineData("HalfYear", "2026-H1 2026-H1 2026-H1 2026-H1 2026-H1 2026-H1 2026-H2 2026-H2 2026-H2 2026-H2 2026-H2 2026-H2")]
    [InlineData("Year", "2026 2026 2026 2026 2026 2026 2026 2026 2026 2026 2026 2026")]
    public void Each_month_is_in_the_unit_that_has_it(string name, string names)
    {
        var unit = Enum.Parse<CalendarUnit>(name);
        var found = Enumerable.Range(1, 12).SelectMany(month => new[] { CalendarUnits.Find(new(2026, month, 1), unit), CalendarUnits.Find(new(2026, month, 28), unit) }).ToList();
        Assert.Equal(names, string.Join(' ', found.Where((_, index) => index % 2 == 0).Select(one => one.Name)));
        Assert.All(found.Chunk(2), pair => Assert.Equal(pair[0], pair[1]));
        Assert.Equal(found.Select(one => one.Span.Start).Distinct().Order(), found.Select(one => one.Span.Start).Distinct());
    }

    [Fact]
    public void A_span_printed_with_both_days_includes_both()
    {
        var span = DateSpan.Inclusive(new(2026, 7, 1), new(2027, 6, 30));
        Assert.Equal(365, span.Days);
        Assert.True(span.Contains(new LocalDate(2027, 6, 30)));
        Assert.False(span.Contains(new LocalDate(2027, 7, 1)));
    }

    [Fact]
    public void Spans_that_do_not_meet_share_no_day()
    {
        var apart = new DateSpan(new(2026, 1, 1), new(2026, 2, 1)).Intersect(new(new(2026, 3, 1), new(2026, 4, 1)));
        Assert.True(apart.IsEmpty);
        Assert.Equal(0, apart.Days);
        Assert.Equal(Duration.Zero, apart.ToInterval().Duration);
    }
}
