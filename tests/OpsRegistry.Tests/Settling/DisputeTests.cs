using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Rules;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>The base of the cases with disputes and rulings: incident-2026-0001 costs 10 points by B1-1.</summary>
public sealed class DisputeTests
{
    [Theory]
    [InlineData("OPS228-UnknownDisputedTerm/good", "10 0 open")]
    [InlineData("OPS229-UnknownDispute/good", "0 10 upheld")]
    [InlineData("OPS554-RulingWithoutPoints/good", "5 5 partly")]
    [InlineData("OPS554-RulingWithoutPoints/bad-rejected", "10 0 rejected")]
    [InlineData("OPS553-RuledTwice/good", "0 10 upheld")] // the later ruling holds
    public void A_ruling_gives_back_what_it_says(string path, string expected)
    {
        var deduction = Period(path).Assessment.Deductions.Single(one => one.Term.Id == "B1-1");
        var outcome = deduction.Dispute!.Ruling is { } ruling ? YamlWord.Write(ruling.Spec.Outcome) : "open";
        Assert.Equal(expected, $"{Points.Plain(deduction.Points)} {Points.Plain(deduction.Restored)} {outcome}");
    }

    [Fact]
    public void An_open_dispute_leaves_the_score_and_shows_how_far_it_may_rise()
    {
        var period = Period("OPS228-UnknownDisputedTerm/good");
        Assert.Equal(Period(null).Assessment.Total, period.Assessment.Total);
        Assert.Equal(10m, period.Score.InDispute);
    }

    [Fact]
    public void A_ruling_given_after_the_cut_off_is_not_known_yet() =>
        Assert.True(Period("OPS229-UnknownDispute/good", new(2026, 3, 27)).Assessment.Disputes.Single().IsOpen);

    [Fact]
    public void A_dispute_raised_after_the_cut_off_does_not_exist_yet() =>
        Assert.Empty(Period("OPS228-UnknownDisputedTerm/good", new(2026, 3, 19)).Assessment.Disputes);

    [Fact]
    public void A_dispute_about_no_deduction_is_told_and_moves_nothing()
    {
        var period = Period("OPS228-UnknownDisputedTerm/bad");
        Assert.Equal("dispute-2026-0001", Assert.Single(period.DisputesAboutNothing).Dispute.Name);
        Assert.Null(period.Disputed);
    }

    private static PeriodResult Period(string? path, NodaTime.LocalDate? through = null)
    {
        var registry = CaseFolders.Load(path).Registry;
        var folder = registry.ContractNamed("example-2026")!;
        return ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser, acceptProvisional: false), BeijingTime.EndOf(through ?? new(2026, 3, 31)))
            .Periods.Single(period => period.Period.Id == "P1");
    }
}
