using System.Globalization;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>The term of the contract that bundles 198 services, as its README derives it by hand.</summary>
public sealed class ZhangjiagangTests
{
    private static readonly ContractFolder Contract = FrozenRegistry.Loaded.Registry.ContractNamed("zhangjiagang-2024")!;

    private static readonly ContractResult Result = ResultOf(Contract);

    private static PeriodResult Term => Assert.Single(Result.Periods);

    [Fact]
    public void Every_file_of_the_contract_loads_without_a_finding() =>
        Assert.DoesNotContain(
            FrozenRegistry.Loaded.Findings,
            finding => finding.Place.Path.StartsWith("ops-registry/contracts/zhangjiagang-2024/", StringComparison.Ordinal));

    [Fact]
    public void The_term_scores_85_60_which_is_good_and_costs_half_a_percent()
    {
        Assert.Equal(85.6m, Term.Assessment.Total);
        Assert.Equal("good", Term.Assessment.Band?.Grade);
        Assert.Equal([98383.50m], Term.Settlement.Lines.Select(line => line.Amount));
        Assert.Equal("T 2024-10-01 2025-07-01", string.Create(CultureInfo.InvariantCulture, $"{Term.Period.Id} {Term.Period.Days.Start:uuuu-MM-dd} {Term.Period.Days.End:uuuu-MM-dd}"));
    }

    [Fact]
    public void Each_of_the_eleven_indicators_has_the_score_worked_out() =>
        Assert.Equal(
            "A1:8.6 A2:8 A3:9 A4:9 B1:8 B2:9 B3:9 C1:8 C2:9 D1:5 D2:3",
            string.Join(" ", Term.Assessment.Indicators.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Indicator.Id}:{line.Score:0.##}"))));

    [Theory]
    [InlineData("A2-1", 2, "79.6", "passed", "196767.00")]
    [InlineData("A2-1", 10, "87.6", "good", "98383.50")]
    [InlineData("D2-1", 5, "87.6", "good", "98383.50")]
    public void Another_judgement_gives_another_total(string term, int score, string total, string grade, string amount)
    {
        var period = Assert.Single(ResultOf(Judged(Contract, (term, score))).Periods);
        Assert.Equal(decimal.Parse(total, CultureInfo.InvariantCulture), period.Assessment.Total);
        Assert.Equal(grade, period.Assessment.Band?.Grade);
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), period.Settlement.Total);
    }

    [Fact]
    public void Full_marks_from_the_assessor_are_excellent_and_cost_nothing()
    {
        var period = Assert.Single(ResultOf(Judged(Contract, ("A2-1", 10), ("A3-1", 10), ("A4-1", 10), ("B1-1", 10), ("B2-1", 10), ("B3-1", 10), ("D2-1", 5))).Periods);
        Assert.Equal((95.6m, "excellent", 0m), (period.Assessment.Total, period.Assessment.Band?.Grade, period.Settlement.Total));
    }

    [Fact]
    public void Below_seventy_the_amount_is_unknown_and_not_zero()
    {
        var period = Assert.Single(ResultOf(Judged(Contract, ("A2-1", 0), ("B1-1", 0))).Periods);
        Assert.Equal((69.6m, "notMet"), (period.Assessment.Total, period.Assessment.Band?.Grade));
        Assert.Null(period.Settlement.Total);
    }

    [Theory]
    [InlineData("incident-2025-0001", "data-leak")]
    [InlineData("incident-2025-0009", "serious-incidents")]
    public void A_veto_leaves_the_amount_unknown_whatever_the_points(string incident, string veto)
    {
        var vetoed = Contract.With(resource => resource.Name == incident && resource.Spec is Incident spec
            ? resource with { Spec = veto == "data-leak" ? spec with { DataLeak = true } : spec with { SeriousImpact = SeriousImpact.Yes } }
            : resource);
        var period = Assert.Single(ResultOf(vetoed).Periods);
        Assert.Equal((85.6m, veto, "notMet"), (period.Assessment.Total, period.Assessment.Veto?.Id, period.Assessment.Band?.Grade));
        Assert.Null(period.Settlement.Total);
    }

    [Fact]
    public void Content_that_was_not_completed_is_not_met_though_the_acceptance_came_after_the_term()
    {
        var incomplete = Contract.With(resource => resource.Spec is Acceptance spec ? resource with { Spec = spec with { ContentIncomplete = true } } : resource);
        Assert.Equal("content-incomplete", Assert.Single(ResultOf(incomplete).Periods).Assessment.Veto?.Id);
    }

    [Fact]
    public void A_report_that_never_came_scores_zero()
    {
        var silent = new ContractFolder(Contract.Contract, Contract.Resources.Where(resource => resource.Spec is not ServiceReport { ReportType: "project-annual" }).ToList());
        Assert.Equal(0m, Assert.Single(ResultOf(silent).Periods).Assessment.Indicators.Single(line => line.Indicator.Id == "C2").Score);
    }

    [Fact]
    public void Other_readings_move_the_score_or_the_amount_as_far_as_was_worked_out() =>
        Assert.Equal(
            "K-PAUSE confirmed-pause 85.775 98383.50; K004-TERM signing 85.5641 98383.50; K004-GAP ten-to-two-hours 86.1 98383.50; K004-AGG worst 80 98383.50; K004-BASE remainder 85.6 68868.45",
            string.Join("; ", Term.Sensitivity
                .Where(row => row.Total != 85.6m || row.Amount != 98383.50m)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Interpretation.Key} {row.Option.Id} {row.Total:0.####} {row.Amount:0.00}"))));

    [Fact]
    public void Nothing_waits_for_a_decision() => Assert.Empty(Term.NeedsDecision);

    [Fact]
    public void The_rest_is_paid_less_the_deduction() =>
        Assert.Equal(
            "prepayment 5903010.00 2024-10-24 open 0.00; final 13773690.00 2025-08-13 open 0.00",
            string.Join("; ", Result.Settlement.Tranches.Select(tranche => string.Create(CultureInfo.InvariantCulture, $"{tranche.Terms.Id} {tranche.Amount:0.00} {tranche.Due:uuuu-MM-dd} open {tranche.Open:0.00}"))));

    [Fact]
    public void Availability_of_need_99_keeps_the_share_and_misses_the_longest_fault()
    {
        var line = Assert.Single(AvailabilityLine.Compute(Result.Measurement, Term.Period));
        Assert.Equal((TargetState.Missed, 181 * 24d, 110d, 70d), (line.State, line.Result!.Whole.TotalHours, line.Result.Outage.TotalMinutes, line.Result.LongestFault.TotalMinutes));
        Assert.Equal(260.64, line.Result.Allowed.TotalMinutes, 6);
        Assert.Equal("incident-2025-0007", Assert.Single(line.Result.Excluded).Resource.Name);
    }

    private static ContractResult ResultOf(ContractFolder folder) => ContractRunner.Run(
        folder,
        Calendars.For(FrozenRegistry.Loaded.Registry, folder.Terms.Purchaser),
        BeijingTime.EndOf(FrozenRegistry.Loaded.Registry.Settings!.RecordsUntil!.Value));

    private static ContractFolder Judged(ContractFolder folder, params (string Term, int Score)[] changes) => folder.With(resource =>
        resource.Spec is Judgement judgement && Array.Find(changes, change => change.Term == judgement.Term) is { Term: not null } change
            ? resource with { Spec = judgement with { Score = change.Score } }
            : resource);
}
