using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Scoring;

/// <summary>What must hold for the points of any half-year.</summary>
public sealed class ScoringProperties
{
    [Fact]
    public void One_more_attributable_fault_never_raises_a_score() => HalfYear.Always(year =>
        NeverHigher(year.Assessments(), (year with { Faults = [.. year.Faults, year.Added] }).Assessments()));

    [Fact]
    public void Taking_an_inspection_away_never_raises_a_score() => HalfYear.Always(year =>
    {
        for (var index = 0; index < year.Inspected.Length; index++)
        {
            NeverHigher(year.Assessments(), (year with { Inspected = [.. year.Inspected.Where((_, other) => other != index)] }).Assessments());
        }
    });

    [Fact]
    public void The_order_and_numbers_of_records_never_matter() => HalfYear.Always(year =>
    {
        var shuffled = HalfYear.Assess(year.Files(year.Seed).Reverse());
        Assert.Equal(year.Assessments().SelectMany(Scores), shuffled.SelectMany(Scores));
    });

    [Fact]
    public void An_outage_written_as_two_that_touch_or_overlap_costs_the_same() => HalfYear.Always(year =>
    {
        var split = year with { Faults = [.. year.Faults.Select(fault => fault with { Split = true })] };
        Assert.Equal(year.Assessments().SelectMany(Scores), split.Assessments().SelectMany(Scores));
    });

    [Fact]
    public void Marks_less_deductions_is_the_score_of_each_indicator_and_the_total_is_their_sum() => HalfYear.Always(year =>
    {
        foreach (var assessment in year.Assessments())
        {
            foreach (var line in assessment.Indicators)
            {
                var points = line.Deductions.Sum(deduction => deduction.Points);
                Assert.All(line.Deductions, deduction => Assert.InRange(deduction.Points, 0m, deduction.PointsBeforeFloor));
                Assert.True(line.Score is null || line.Score == line.Indicator.Marks - points, line.Indicator.Id);
                Assert.True(line.Score is null || line.Indicator.Floor is null || line.Score >= line.Indicator.Floor, line.Indicator.Id);
                Assert.True(line.Score > line.Indicator.Floor != true || points == line.Deductions.Sum(deduction => deduction.PointsBeforeFloor), line.Indicator.Id);
            }

            var sum = assessment.Indicators.Any(line => line.Score is null) ? null : assessment.Indicators.Sum(line => line.Score);
            Assert.Equal(sum < 0m ? 0m : sum, assessment.Total);
        }
    });

    [Fact]
    public void Each_deduction_names_a_clause_and_all_but_missing_records_name_a_record() => HalfYear.Always(year =>
    {
        foreach (var deduction in year.Assessments().SelectMany(assessment => assessment.Deductions))
        {
            Assert.NotEmpty(deduction.Clauses);
            Assert.True(deduction.Term.MissingOccurrences is not null || deduction.Term.NoneInWiderPeriod is not null || deduction.Records.Count > 0, deduction.Id);
            Assert.All(deduction.Records, record => Assert.Matches("^[0-9a-f]{40}$", record.Blob));
        }
    });

    [Fact]
    public void Money_has_at_most_two_decimals_and_the_cap_holds() => HalfYear.Always(year =>
    {
        var measurement = Quarter.Harbour.Measure(year.Files(), new LocalDate(2026, 7, 31));
        var periods = year.Assessments().Select(assessment => Quarter.Result(assessment, PeriodSettlement.Settle(assessment))).ToList();
        foreach (var line in periods.SelectMany(period => period.Settlement.Lines))
        {
            Assert.True(line.Amount is null || (line.Amount >= 0m && decimal.Round(line.Amount.Value, 2) == line.Amount), line.Id);
        }

        var account = Settler.Settle(measurement, periods);
        Assert.True(account.AfterCap is null or <= 50_000m);
        Assert.All(account.Tranches, tranche => Assert.True(tranche.Payable is null or >= 0m));
    });

    private static IEnumerable<(string Id, decimal? Score)> Scores(Assessment assessment) =>
        assessment.Indicators.Select(line => (line.Indicator.Id, line.Score)).Append(("total", assessment.Total));

    private static void NeverHigher(IReadOnlyList<Assessment> before, IReadOnlyList<Assessment> after)
    {
        foreach (var (had, has) in before.SelectMany(Scores).Zip(after.SelectMany(Scores)))
        {
            // Unknown is no score: it can neither be raised nor lowered.
            Assert.True(had.Score is null || has.Score <= had.Score, $"{had.Id}: {had.Score} became {has.Score}");
        }
    }
}
