using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Scoring;

/// <summary>Pingdingshan's money, on the figures that were worked out from the source by hand.</summary>
public sealed class BandTests
{
    private static readonly RecordText Text = new("pingdingshan-2025", "pds-plat-01", "unified-acceptance");

    [Theory]
    [InlineData("95", "0.00")]
    [InlineData("94.99", "127250.00")]
    [InlineData("85", "127250.00")]
    [InlineData("84.99", "254500.00")]
    [InlineData("80", "254500.00")]
    [InlineData("79.99", "509000.00")]
    public void TV19_the_edges_of_the_bands(string score, string yuan) =>
        Assert.Equal(yuan, Yuan.Plain(Quarter.Pingdingshan.SettlementOf(Exact(score)).Total!.Value));

    [Theory]
    [InlineData("94.9999999999999999999999999", "127250.00")]
    [InlineData("84.9999999999999999999999999", "254500.00")]
    public void A_band_is_tested_on_the_exact_total_and_not_on_the_two_decimals_shown(string score, string yuan) =>
        Assert.Equal(yuan, Yuan.Plain(Quarter.Pingdingshan.SettlementOf(Exact(score)).Total!.Value));

    [Fact]
    public void A_lower_score_never_costs_less()
    {
        var costs = Enumerable.Range(0, 401).Select(quarter => Quarter.Pingdingshan.SettlementOf(100m - (quarter / 4m)).Total!.Value).ToList();
        Assert.Equal(costs.Order(), costs);
        Assert.Equal([0.00m, 127250.00m, 254500.00m, 509000.00m], costs.Distinct());
    }

    [Fact]
    public void TV16_two_level_1_faults_cost_40_points_and_a_fifth_without_floor()
    {
        var assessment = Quarter.Assess(Quarter.Pingdingshan.Measure(TwoGraveFaults(), new LocalDate(2026, 3, 31)), "P1");
        Assert.Equal(60m, assessment.Total);
        Assert.Equal(-20m, ScoreOf(assessment, "B1"));
        Assert.Equal(509000.00m, PeriodSettlement.Of(assessment).Total);
    }

    [Fact]
    public void TV16_two_level_1_faults_cost_20_points_and_a_tenth_where_the_indicator_stops_at_zero()
    {
        var assessment = Quarter.Assess(Quarter.Pingdingshan.Measure(TwoGraveFaults(), new LocalDate(2026, 3, 31), "K003-FLOOR", IndicatorFloor()), "P1");
        Assert.Equal(80m, assessment.Total);
        Assert.Equal(0m, ScoreOf(assessment, "B1"));
        Assert.Equal(254500.00m, PeriodSettlement.Of(assessment).Total);
    }

    [Theory]
    [InlineData(0, "10")]
    [InlineData(2, "10")]
    [InlineData(3, "9")]
    [InlineData(5, "9")]
    [InlineData(6, "8")]
    public void TV15_every_third_unreachable_call_costs_a_point(int calls, string score)
    {
        var records = Enumerable.Range(0, calls).Select(call => Text.File(Text.Unreachable(new LocalDate(2026, 1, 5).PlusDays(call)), $"attendance-2026-{call + 1:0000}"));
        var assessment = Quarter.Assess(Quarter.Pingdingshan.Measure(records, new LocalDate(2026, 3, 31)), "P1");
        Assert.Equal(Exact(score), ScoreOf(assessment, "C2"));
    }

    [Theory]
    [InlineData(1200, true, "level-4")]
    [InlineData(1201, true, "level-3")]
    [InlineData(3600, true, "level-3")]
    [InlineData(3601, true, "level-2")]
    [InlineData(18000, true, "level-2")]
    [InlineData(18001, true, "level-1")]
    [InlineData(18001, false, "level-4")]
    public void TV13_a_threshold_must_be_exceeded_and_the_impact_serious(int seconds, bool serious, string level)
    {
        var start = new LocalDateTime(2026, 1, 12, 9, 0);
        var (kind, day, spec) = Text.Fault(start, 5, serious, attributable: true, (0, 1000));
        var end = start.PlusSeconds(seconds).ToString("uuuu-MM-dd'T'HH:mm:ss'+08:00'", null);
        var always = start.PlusMinutes(1000).ToString("uuuu-MM-dd'T'HH:mm:ss'+08:00'", null);
        var record = Text.File((kind, day, spec.Replace(always, end, StringComparison.Ordinal)), "incident-2026-0001");
        var fact = Quarter.Pingdingshan.Measure([record], new LocalDate(2026, 3, 31)).Facts.Single();
        Assert.Equal([level], fact.Values(MeasuredFields.Severity));
    }

    [Fact]
    public void TV20_four_worst_quarters_exceed_the_final_payment_and_the_rest_is_owed()
    {
        var measurement = Quarter.Pingdingshan.Measure([], new LocalDate(2026, 12, 31));
        var worst = Quarter.Pingdingshan.SettlementOf(0m);
        var account = Settler.Settle(measurement, measurement.Periods.Select(period => (Quarter.Assess(measurement, period.Id), worst)).ToList());
        Assert.Equal(2036000.00m, account.AfterCap);
        Assert.Equal(0.00m, account.Tranches[1].Payable);
        Assert.Equal(763500.00m, account.Excess);
    }

    /// <summary>A first quarter in which everything was done in time, but for two outages of six hours.</summary>
    private static IEnumerable<KeyValuePair<string, string>> TwoGraveFaults()
    {
        // The ISO weeks wholly inside 2025-12-03 to 2026-03-02 begin on 2025-12-08 and end on 2026-03-01: twelve.
        var first = new LocalDate(2025, 12, 8);
        for (var week = 0; week < 12; week++)
        {
            yield return Text.File(Text.Inspection(first.PlusWeeks(week)), $"inspection-2026-{week + 1:0000}");
        }

        yield return Text.File(RecordText.DefectAnalysis(new LocalDate(2026, 2, 25)), "defect-analysis-2026-0001");
        foreach (var (day, number) in new[] { (new LocalDate(2026, 1, 12), 1), (new LocalDate(2026, 1, 21), 2) })
        {
            yield return Text.File(Text.Fault(day.At(new LocalTime(9, 0)), 5, serious: true, attributable: true, (0, 360)), $"incident-2026-{number:0000}");
            yield return Text.File(Text.AnalysisReport($"incident-2026-{number:0000}", day.PlusDays(1)), $"fault-report-2026-{number:0000}");
        }
    }

    private static string IndicatorFloor() => Quarter.Pingdingshan.With([]).ContractNamed("pingdingshan-2025")!
        .Interpretations!.Items.Single(item => item.Key == "K003-FLOOR").Options
        .Single(option => option.Set.Any(change => change.Path == "scorecard/groups/B/indicators/B1/floor")).Id;

    private static decimal? ScoreOf(Assessment assessment, string indicator) => assessment.Indicators.Single(line => line.Indicator.Id == indicator).Score;

    private static decimal Exact(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
