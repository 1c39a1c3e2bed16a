using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>Source 000: targets without a score. The figures are those of the contract's README, worked out by hand.</summary>
public sealed class PengjiangTests
{
    private const string Contract = "pengjiang-2025";

    private static readonly ContractResult Result = ContractResults.Of(Contract);

    [Theory]
    [InlineData("P1", "2/1/0/0", "5/1/0/0")]
    [InlineData("P2", "2/1/0/0", "5/1/0/0")]
    [InlineData("P3", "2/1/0/0", "4/1/0/0")]
    [InlineData("P4", "3/0/0/0", "5/0/0/0")]
    public void A_quarter_attains_its_two_limits_as_often_as_worked_out(string period, string faults, string otherWork) =>
        Assert.Equal(
            (faults, otherWork),
            (ContractResults.Counts(Result.Measurement, period, "fault-response"), ContractResults.Counts(Result.Measurement, period, "other-work-response")));

    [Theory]
    [InlineData("P1", "quarterly-report", "1/0/0")]
    [InlineData("P2", "quarterly-report", "1/0/0")]
    [InlineData("P3", "quarterly-report", "1/0/0")]
    [InlineData("P4", "quarterly-report", "1/0/0")]
    [InlineData("P1", "exercise-self-check", "1/0/0")]
    [InlineData("P4", "exercise-self-check", "0/1/0")]
    [InlineData("P1", "complaint-function", "0/0/0")]
    [InlineData("P4", "complaint-function", "1/0/0")]
    [InlineData("P4", "app-migration", "1/0/0")]
    public void A_duty_is_done_as_often_as_its_records_say(string period, string obligation, string done) =>
        Assert.Equal(done, ContractResults.Done(Result.Measurement, period, obligation));

    [Fact]
    public void Nothing_is_scored_and_nothing_is_deducted() =>
        Assert.Equal(
            [(null, 0m), (null, 0m), (null, 0m), (null, (decimal?)0m)],
            Result.Periods.Select(period => (period.Assessment.Total, period.Settlement.Total)));

    [Fact]
    public void What_is_still_open_at_a_cut_off_is_pending_and_not_missed()
    {
        var early = ContractResults.Of(Contract, "2025-09-30").Measurement;
        Assert.Equal("1/0/1/0", ContractResults.Counts(early, "P2", "other-work-response"));
        Assert.Equal("0/0/1", ContractResults.Done(early, "P2", "quarterly-report"));
    }

    [Theory]
    [InlineData("K000-CLOCK", "office-hours", "P2", "fault-response", "3/0/0/0")]
    [InlineData("K000-CLOCK", "office-hours", "P1", "fault-response", "2/1/0/0")]
    [InlineData("K000-CLOCK", "always", "P1", "other-work-response", "4/2/0/0")]
    [InlineData("K000-CLOCK", "always", "P2", "other-work-response", "4/2/0/0")]
    [InlineData("K000-CLOCK", "always", "P3", "other-work-response", "3/2/0/0")]
    [InlineData("K-WD", "monday-to-friday", "P2", "other-work-response", "4/2/0/0")]
    public void Another_reading_moves_attainment_as_worked_out(string key, string option, string period, string target, string counts) =>
        Assert.Equal(counts, ContractResults.Counts(ContractResults.Under(Contract, key, option), period, target));

    [Fact]
    public void Three_tranches_are_paid_and_two_have_no_limit() =>
        Assert.Equal(
            ["first 72000.00 72000.00 2025-07-22", "second 144000.00 144000.00 ", "final 24000.00 24000.00 "],
            Tranches(Result));

    [Fact]
    public void Under_the_other_reading_of_payment_both_get_thirty_working_days()
    {
        var measurement = ContractResults.Under(Contract, "K000-PAY", "thirty-working-days");
        Assert.Equal(["2025-07-22", "2026-01-21", "2026-07-22"], Settler.Settle(measurement, []).Tranches.Select(tranche => $"{tranche.Due:uuuu-MM-dd}"));
    }

    [Fact]
    public void Every_inspection_gives_the_seven_fields_of_the_form()
    {
        var inspections = ContractResults.Folder(Contract).Of<Inspection>().Select(inspection => inspection.Spec).ToList();
        Assert.Equal((14, 6), (inspections.Count, inspections.Count(inspection => inspection.InspectionType == "server")));
        Assert.All(
            inspections.SelectMany(inspection => inspection.Items).Where(item => item.Result == InspectionResult.Abnormal),
            item => Assert.True(item is { Advice: not null, Outcome: not null, CompletedOn: not null }));
        Assert.Equal(4, inspections.SelectMany(inspection => inspection.Items).Count(item => item.Result == InspectionResult.Abnormal));
    }

    [Fact]
    public void At_least_two_people_are_on_the_team_on_every_day()
    {
        var folder = ContractResults.Folder(Contract);
        var assignments = folder.Of<Assignment>().Select(assignment => assignment.Spec).ToList();
        for (var day = folder.Terms.Term.Start; day < folder.Terms.Term.End; day = day.PlusDays(1))
        {
            Assert.True(assignments.Count(assignment => assignment.Covers(day)) >= 2);
        }
    }

    [Fact]
    public void The_contract_holds_what_was_written() =>
        Assert.Equal(
            (69, 1, 9, 6),
            (ContractResults.Folder(Contract).Records.Count, ContractResults.Folder(Contract).Of<InformationSystem>().Count(),
                ContractResults.Folder(Contract).Interpretations!.Items.Count, ContractResults.Folder(Contract).Of<Person>().Count()));

    [Fact]
    public void Every_line_of_the_source_is_accounted_for()
    {
        var map = CoverageMap.Build(ContractResults.Folder(Contract))!;
        Assert.Equal((true, 65, 20), (map.IsComplete, map.LinesIn(CoverageClass.Modelled) + map.LinesIn(CoverageClass.Partly), map.LinesIn(CoverageClass.Not)));
    }

    private static IEnumerable<string> Tranches(ContractResult result) =>
        result.Settlement.Tranches.Select(tranche => $"{tranche.Terms.Id} {Yuan.Plain(tranche.Amount!.Value)} {Yuan.Plain(tranche.Paid)} {tranche.Due:uuuu-MM-dd}");
}
