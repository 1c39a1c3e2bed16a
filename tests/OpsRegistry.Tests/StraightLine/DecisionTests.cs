using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Rules.Scoring;
using OpsRegistry.Settling;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>Contract 003's third period stands at 60 or at 80 points by one reading, which the parties must decide.</summary>
public sealed class DecisionTests
{
    private const string Contract = "pingdingshan-2025";
    private const string Key = "K003-FLOOR";

    [Fact]
    public void Without_a_decision_the_period_needs_one_and_the_check_says_so()
    {
        var registry = Registry(null);
        var period = Third(registry);
        Assert.Equal(60.00m, period.Assessment.Total);
        Assert.Contains(period.NeedsDecision, row => row.Interpretation.Key == Key);
        Assert.NotEmpty(Findings(registry));
    }

    [Fact]
    public void A_decision_for_the_default_settles_the_reading_and_moves_nothing()
    {
        var registry = Registry("indicator-unlimited");
        var period = Third(registry);
        Assert.Equal(60.00m, period.Assessment.Total);
        Assert.Equal(519_000.00m, period.Settlement.Total);
        Assert.DoesNotContain(period.NeedsDecision, row => row.Interpretation.Key == Key);
        Assert.Empty(Findings(registry));
    }

    [Fact]
    public void A_decision_for_the_other_reading_moves_the_score_and_the_money()
    {
        var registry = Registry("indicator-zero");
        var period = Third(registry);
        Assert.Equal(80.00m, period.Assessment.Total);
        Assert.Equal(264_500.00m, period.Settlement.Total);
        Assert.DoesNotContain(period.NeedsDecision, row => row.Interpretation.Key == Key);
        Assert.Empty(Findings(registry));
    }

    [Fact]
    public void A_decision_after_the_cut_off_settles_nothing_yet()
    {
        var registry = Registry("indicator-zero", "2026-11-21");
        Assert.Equal(60.00m, Third(registry).Assessment.Total);
        Assert.NotEmpty(Findings(registry));
    }

    private static PeriodResult Third(Registry registry) =>
        ContractRunner.Run(registry.ContractNamed(Contract)!, Calendars.Build(registry), BeijingTime.EndOf(new(2026, 11, 20)))
            .Periods.Single(period => period.Period.Id == "P3");

    private static List<string> Findings(Registry registry) =>
        new UndecidedReading().Check(registry).Select(finding => finding.Message.En).Where(message => message.Contains(Key, StringComparison.Ordinal)).ToList();

    private static Registry Registry(string? option, string day = "2026-09-10")
    {
        var files = InMemory.Files("tests/golden/contracts")
            .Where(file => !file.Key.StartsWith("ops-registry/contracts/", StringComparison.Ordinal) || file.Key.StartsWith($"ops-registry/contracts/{Contract}/", StringComparison.Ordinal))
            .ToDictionary();
        if (option is not null)
        {
            files.Add($"ops-registry/contracts/{Contract}/judgements/decision-2026-0001.yaml", $$"""
                apiVersion: ops-registry/v1
                kind: Decision
                metadata: {name: decision-2026-0001, contract: {{Contract}}, provenance: sample}
                spec:
                  interpretation: {{Key}}
                  option: {{option}}
                  reason: 双方会议纪要确认
                  decidedBy: pds-review-01
                  decidedOn: {{day}}
                """);
        }

        return InMemory.Load(files).Registry;
    }
}
