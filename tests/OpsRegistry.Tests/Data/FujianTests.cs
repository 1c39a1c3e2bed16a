using System.Globalization;
using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>Source 001: a score a month and a formula. The figures are those of the contract's README, worked out by hand.</summary>
public sealed class FujianTests
{
    private const string Contract = "fujian-2023";

    private static readonly ContractResult Result = ContractResults.Of(Contract);

    [Theory]
    [InlineData("P1", "88", "0")]
    [InlineData("P2", "85", "0")]
    [InlineData("P3", "79", "21000.00")]
    [InlineData("P4", "91", "0")]
    [InlineData("P5", "83", "0")]
    [InlineData("P6", "79.5", "20500.00")]
    [InlineData("P7", "90", "0")]
    [InlineData("P8", "86", "14000.00")]
    [InlineData("P9", "80", "0")]
    [InlineData("P10", "72", "28000.00")]
    [InlineData("P11", "92.5", "0")]
    [InlineData("P12", "87", "0")]
    public void A_month_has_the_score_entered_and_withholds_by_the_formula(string period, string score, string amount)
    {
        var result = Result.Periods.Single(item => item.Period.Id == period);
        Assert.Equal((Number(score), Number(amount)), (result.Assessment.Total, result.Settlement.Total));
    }

    [Fact]
    public void Twelve_months_withhold_83500_yuan_and_no_tranche_is_known()
    {
        Assert.Equal(83500.00m, Result.Settlement.AfterCap);
        Assert.Empty(Result.Settlement.Tranches);
    }

    [Theory]
    [InlineData("P3", "K001-MONEY whole-month 100000.00; K001-LD deducted 42000.00")]
    [InlineData("P6", "K001-MONEY whole-month 100000.00; K001-LD deducted 41000.00")]
    [InlineData("P8", "K001-MONEY whole-month 100000.00; K001-LD deducted 28000.00")]
    [InlineData("P9", "")]
    [InlineData("P10", "K001-MONEY whole-month 100000.00; K001-TWICE per-occurrence 56000.00; K001-LD deducted 56000.00")]
    public void Another_reading_withholds_what_was_worked_out(string period, string readings)
    {
        var result = Result.Periods.Single(item => item.Period.Id == period);
        Assert.Equal(readings, string.Join("; ", result.Sensitivity
            .Where(row => row.Amount != result.Settlement.Total)
            .Select(row => $"{row.Interpretation.Key} {row.Option.Id} {Yuan.Plain(row.Amount!.Value)}")));
    }

    [Fact]
    public void A_month_that_nobody_has_judged_yet_is_undetermined_and_not_zero()
    {
        var early = ContractResults.Of(Contract, "2023-04-18").Periods[0];
        Assert.Equal((null, null), (early.Assessment.Total, early.Settlement.Total));
    }

    [Theory]
    [InlineData("P1", "2/0/0/0 2/0/0/0 3/0/0/0 2/0/0/0 2/0/0/0 1/0/0/0")]
    [InlineData("P2", "2/0/0/0 2/0/0/0 3/0/0/0 1/1/0/0 2/0/0/0 0/0/0/0")]
    [InlineData("P3", "1/2/0/0 1/2/0/0 2/1/0/0 2/1/0/0 1/2/0/0 0/0/0/0")]
    [InlineData("P4", "2/0/0/0 2/0/0/0 3/0/0/0 2/0/0/0 2/0/0/0 0/0/0/0")]
    [InlineData("P5", "2/0/0/0 2/0/0/0 3/0/0/0 1/0/0/0 2/0/0/0 0/0/0/0")]
    [InlineData("P6", "1/1/0/0 0/2/0/0 2/1/0/0 0/1/0/0 1/1/0/0 0/0/0/0")]
    [InlineData("P7", "1/0/0/0 1/0/0/0 3/0/0/0 1/0/0/0 1/0/0/0 0/0/0/0")]
    [InlineData("P8", "2/0/0/0 2/0/0/0 3/0/0/0 1/0/0/0 1/0/0/0 0/0/0/0")]
    [InlineData("P9", "2/0/0/0 1/1/0/0 3/0/0/0 2/0/0/0 1/1/0/0 0/0/0/0")]
    [InlineData("P10", "2/1/0/0 2/1/0/0 2/1/0/0 1/1/0/0 1/1/0/0 0/0/0/0")]
    [InlineData("P11", "2/0/0/0 2/0/0/0 3/0/0/0 1/0/0/0 1/0/0/0 0/0/0/0")]
    [InlineData("P12", "2/0/0/0 2/0/0/0 3/0/0/0 1/0/0/0 1/0/0/1 0/0/0/0")]
    public void A_month_attains_its_limits_as_often_as_worked_out(string period, string counts)
    {
        string[] targets = ["response", "first-reply", "consultation-reply", "fix", "fault-report", "implementation-plan"];
        Assert.Equal(counts, string.Join(' ', targets.Select(target => ContractResults.Counts(Result.Measurement, period, target))));
    }

    [Theory]
    [InlineData("K001-1WD", "close-of-business", "P2", "fix", "0/2/0/0")]
    [InlineData("K001-EXC", "response-too", "P6", "response", "1/0/0/0")]
    [InlineData("K001-RESP", "one-metric", "P3", "first-reply", "0/0/0/0")]
    [InlineData("K001-WIN", "around-the-clock", "P1", "response", "1/1/0/0")]
    public void Another_reading_moves_attainment_as_worked_out(string key, string option, string period, string target, string counts) =>
        Assert.Equal(counts, ContractResults.Counts(ContractResults.Under(Contract, key, option), period, target));

    [Theory]
    [InlineData("P1", "31/0/0")]
    [InlineData("P2", "29/1/0")]
    [InlineData("P7", "29/1/0")]
    [InlineData("P11", "30/1/0")]
    [InlineData("P12", "29/0/0")]
    public void The_daily_watch_is_due_on_every_day(string period, string done) =>
        Assert.Equal(done, ContractResults.Done(Result.Measurement, period, "daily-monitoring"));

    [Theory]
    [InlineData("P2", "1/0/0")]
    [InlineData("P5", "0/1/0")]
    [InlineData("P9", "1/0/0")]
    public void A_test_before_an_upgrade_needs_its_report(string period, string done) =>
        Assert.Equal(done, ContractResults.Done(Result.Measurement, period, "upgrade-test"));

    [Fact]
    public void Fifteen_applications_and_the_historical_data_are_served() => Assert.Equal(
        ["application-support", "disclosure", "documents", "duty", "historical-data", "logistics", "mail-transfer", "meetings", "notices", "online-training", "party-affairs", "performance", "personnel", "petitions", "retirees", "submissions"],
        ContractResults.Folder(Contract).Of<InformationSystem>().Select(system => system.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_contract_holds_what_was_written() =>
        Assert.Equal(
            (493, 12, 17, 7),
            (ContractResults.Folder(Contract).Records.Count, ContractResults.Folder(Contract).Of<Judgement>().Count(),
                ContractResults.Folder(Contract).Interpretations!.Items.Count, ContractResults.Folder(Contract).Of<Person>().Count()));

    [Fact]
    public void Nothing_lets_the_purchaser_end_the_contract() =>
        Assert.DoesNotContain(Result.Measurement.Facts, fact => Result.Folder.Terms.ExitTriggers.Any(trigger => fact.Matches(trigger.Records!)));

    [Fact]
    public void Every_line_of_the_source_is_accounted_for()
    {
        var map = CoverageMap.Build(ContractResults.Folder(Contract))!;
        Assert.Equal((true, 106, 14), (map.IsComplete, map.LinesIn(CoverageClass.Modelled) + map.LinesIn(CoverageClass.Partly), map.LinesIn(CoverageClass.Not)));
    }

    private static decimal? Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
