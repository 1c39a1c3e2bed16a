using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>Figures of the golden contract that were wrong once.</summary>
public sealed class SettlementTests
{
    private const string Leak = "records/2026/07/incident-2026-0007.yaml";

    [Fact]
    public void A_veto_says_so_and_names_its_records_and_clause_instead_of_a_score()
    {
        var line = HarbourEdits.Result(new(2026, 7, 31)).Periods[2].Settlement.Lines.Single();
        Assert.Equal("veto (Data leaked): 'below 60, to be negotiated'", line.Reason.En);
        Assert.Equal(["900 九 L80", "900 九 L83"], line.Clauses);
        Assert.Equal("incident-2026-0007", line.Records.Single().Name);
        Assert.Null(line.Amount);
    }

    [Theory]
    [InlineData(30, 13)]
    [InlineData(31, 14)]
    public void A_report_still_missing_at_the_end_of_a_day_is_late_up_to_that_day_and_not_into_the_next(int day, int late)
    {
        // Restored on Wednesday 2026-07-15, so two working days end on Friday the 17th; the 18th is the first day late.
        var deduction = HarbourEdits.Result(new(2026, 7, day)).Periods[2].Assessment.Deductions.Single(one => one.Term.Id == "O3-1");
        Assert.Equal(late, deduction.Targets.Single().DaysLate);
        Assert.Equal((decimal)late, deduction.PointsBeforeFloor);
    }

    /// <summary>The days in the limit to pay are counted from the day on which the last condition is there; nothing is there a day before.</summary>
    [Theory]
    [InlineData("signed", "2026-01-01")]
    [InlineData("sixMonthsServed", "2026-06-30")]
    [InlineData("termEnded", "2026-12-31")]
    [InlineData("assessed", "2026-12-31")]
    public void A_condition_of_payment_is_there_on_its_day(string trigger, string expected)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(expected).Value;
        var terms = ("contract.yaml", "triggers: [signed, invoiced, staffOnSite]", $"triggers: [{trigger}]");
        Assert.Equal(day, HarbourEdits.Result(new(2027, 2, 28), terms).Settlement.Tranches[0].PayableFrom);
        Assert.Equal(day, HarbourEdits.Result(day, terms).Settlement.Tranches[0].PayableFrom);
        Assert.Null(HarbourEdits.Result(day.PlusDays(-1), terms).Settlement.Tranches[0].PayableFrom);
    }

    [Fact]
    public void A_term_has_ended_with_its_last_day_and_not_one_day_later()
    {
        var terms = ("contract.yaml", "triggers: [termEnded, accepted, invoiced]\n      dueWithin: 15wd", "triggers: [termEnded]\n      dueWithin: 15wd");
        var tranche = HarbourEdits.Result(new(2026, 12, 31), terms).Settlement.Tranches[1];
        Assert.Empty(tranche.Waiting);
        Assert.NotEmpty(HarbourEdits.Result(new(2026, 12, 30), terms).Settlement.Tranches[1].Waiting);
    }

    [Fact]
    public void Six_months_of_service_are_over_with_the_last_of_their_days()
    {
        var terms = ("contract.yaml", "triggers: [termEnded, accepted, invoiced]\n      dueWithin: 15wd", "triggers: [sixMonthsServed]\n      dueWithin: 3wd");

        // 2026-06-30 is a Tuesday: the three working days are 1, 2 and 3 July.
        Assert.Equal(new LocalDate(2026, 7, 3), HarbourEdits.Result(new(2026, 6, 30), terms).Settlement.Tranches[1].Due);
        Assert.Null(HarbourEdits.Result(new(2026, 6, 29), terms).Settlement.Tranches[1].Due);
    }

    [Fact]
    public void A_reading_given_twice_does_not_throw_and_the_first_one_holds()
    {
        var result = HarbourEdits.Result(new(2026, 7, 31), ("interpretations.yaml", "key: K900-FLOOR", "key: K900-EDGE"));
        Assert.Equal("reaches", result.Periods[0].ReadingsInForce["K900-EDGE"]);
        Assert.Equal(59m, result.Periods[1].Assessment.Total);
    }

    [Fact]
    public void A_contract_file_that_names_another_contract_as_its_own_does_not_throw()
    {
        var result = HarbourEdits.Result(new(2026, 7, 31), ("contract.yaml", "  contract: harbour-2026", "  contract: lighthouse-2026"));
        Assert.Equal("harbour-2026", result.Folder.Name);
    }

    [Fact]
    public void A_period_with_an_undetermined_band_makes_the_account_undetermined_and_never_zero()
    {
        var account = HarbourEdits.Result(new(2026, 7, 31)).Settlement;
        Assert.Equal([55_000.00m, null, null], account.Deductions.Select(deduction => deduction.Amount));
        Assert.Null(account.Accumulated);
        Assert.Null(account.AfterCap);
        Assert.Null(account.Tranches[1].Payable);
    }

    [Fact]
    public void A_cap_cuts_what_all_periods_take_together()
    {
        // 40,000 for the band, 5,000 for the circular, 10,000 for the promise; the cap is a twentieth of a million.
        var account = HarbourEdits.Result(new(2026, 3, 31)).Settlement;
        Assert.Equal(55_000.00m, account.Accumulated);
        Assert.Equal(50_000.00m, account.AfterCap);
        Assert.Equal(550_000.00m, account.Tranches[1].Payable);
        Assert.Equal(0m, account.Excess);
    }

    [Fact]
    public void Nothing_leaked_nothing_vetoed()
    {
        var period = HarbourEdits.Result(new(2026, 7, 31), (Leak, "dataLeak: true", "dataLeak: false")).Periods[2];
        Assert.Null(period.Assessment.Veto);
        Assert.Null(period.Assessment.Band);
        Assert.Equal("the score is not determined yet", period.Settlement.Lines.Single().Reason.En);
    }
}
