using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>The four periods as the contract's README derives them by hand. The figures were also computed by an independent program.</summary>
public sealed class PeriodStoryTests
{
    [Theory]
    [InlineData("P1", "87.00", "127250.00 76350.00")]
    [InlineData("P2", "98.00", "0.00")]
    [InlineData("P3", "60.00", "509000.00 10000.00")]
    [InlineData("P4", "82.00", "254500.00")]
    public void A_period_scores_and_costs_what_its_records_say(string period, string score, string amounts)
    {
        var result = FrozenRegistry.Period(period);
        Assert.Equal(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), result.Assessment.Total);
        Assert.Equal(
            amounts.Split(' ').Select(amount => (decimal?)decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)),
            result.Settlement.Lines.Select(line => line.Amount));
    }

    [Theory]
    [InlineData("P1", "A1-1:1 A2-1:2 B1-1:5 C1-1:1 C1-2:1 C1-3:1 C3-1:2")]
    [InlineData("P2", "A1-1:1 C2-1:0 C2-3:1")]
    [InlineData("P3", "B1-1:20 B1-1:15 B1-1:5")]
    [InlineData("P4", "A1-1:1 B1-1:10 B1-1:5 B2-4:2")]
    public void A_period_loses_points_for_nothing_else(string period, string deductions) =>
        Assert.Equal(deductions, string.Join(" ", FrozenRegistry.Period(period).Assessment.Deductions.Select(deduction => $"{deduction.Term.Id}:{deduction.Points:0}")));

    [Theory]
    [InlineData("P1", "")]
    [InlineData("P2", "")]
    [InlineData("P3", "K003-FLOOR indicator-zero 80")]
    [InlineData("P4", "K003-SERIOUS serious 77")]
    public void Only_two_readings_would_cross_a_band(string period, string readings) =>
        Assert.Equal(readings, string.Join("; ", FrozenRegistry.Period(period).NeedsDecision.Select(row => $"{row.Interpretation.Key} {row.Option.Id} {row.Total:0}")));

    [Theory]
    [InlineData("P1", "K-DAY calendar-not-rolled 86; K-PAUSE confirmed-pause 88; K003-FR formal-only 88; K003-RESP thirty-minutes 88; K003-WEEK touched-weeks 86; K003-DOUBLE money-only 89")]
    [InlineData("P2", "K-DAY calendar-not-rolled 97; K003-8H clock-hours 97; K003-WEEK touched-weeks 97")]
    [InlineData("P3", "K-DAY calendar-not-rolled 59; K003-FLOOR indicator-zero 80; K003-FR formal-only 59; K003-EDGE reaches 55; K003-DEGRADE summed 55; K003-REPEAT root-cause 65; K003-DUP both 55; K003-WEEK touched-weeks 59; K003-HALF each-quarter 55; K003-UNREACH carried-over 59")]
    [InlineData("P4", "K-DAY calendar-not-rolled 81; K003-8H clock-hours 81; K003-SERIOUS serious 77; K003-WEEK seven-day-blocks 81")]
    public void Other_readings_move_the_score_as_far_as_was_worked_out(string period, string readings)
    {
        var result = FrozenRegistry.Period(period);
        Assert.Equal(readings, string.Join("; ", Moving(result).Select(row => $"{row.Interpretation.Key} {row.Option.Id} {row.Total:0}")));
    }

    [Fact]
    public void A_dispute_that_is_upheld_gives_its_points_back_and_says_so()
    {
        var deduction = FrozenRegistry.Period("P2").Assessment.Deductions.Single(one => one.Term.Id == "C2-1");
        Assert.Equal((0m, 1m), (deduction.Points, deduction.Restored));
        Assert.EndsWith("〔异议 2026-0001 成立，异议裁定 2026-0001 退回 1 分〕", deduction.Reason.Zh, StringComparison.Ordinal);
        Assert.Null(FrozenRegistry.Period("P2").Disputed);
    }

    [Fact]
    public void An_open_dispute_makes_the_score_a_range_and_leaves_what_was_found()
    {
        var period = FrozenRegistry.Period("P4");
        Assert.Equal((82m, 92m), (period.Score.Found, period.Score.Upheld));
        Assert.Equal((254500m, 127250m), (period.Deducted.Found, period.Deducted.Upheld));
        Assert.Equal("dispute-2026-0002", Assert.Single(period.Disputed!.Open).Dispute.Name);
    }

    [Theory]
    [InlineData("P1")]
    [InlineData("P3")]
    public void A_period_that_nobody_disputes_has_no_range(string period) => Assert.Null(FrozenRegistry.Period(period).Disputed);

    private static IEnumerable<SensitivityRow> Moving(PeriodResult result) => result.Sensitivity.Where(row => row.Total != result.Assessment.Total);
}
