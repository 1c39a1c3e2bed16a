using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>A scored contract of which a governance file cannot be read is undetermined; it is neither "not scored" nor without deductions.</summary>
public sealed class UnreadGovernanceTests
{
    private const string Contract = "harbour-2026";

    [Theory]
    [InlineData("scorecard.yaml", "marks: 100\n", "marks: hundred\n")]
    [InlineData("service-levels.yaml", "edge: exceeds", "edge: [")]
    [InlineData("obligations.yaml", "kind: Obligations", "kind: Duties")]
    [InlineData("interpretations.yaml", "spec:", "specs:")]
    public void Score_and_money_are_null_for_machines(string file, string old, string broken)
    {
        using var registry = Broken(file, old, broken);
        var ran = registry.Run("score", Contract, "--format", "json");
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal(1, ran.Exit);
        Assert.Equal(3, json.RootElement.GetArrayLength());
        Assert.All(json.RootElement.EnumerateArray(), period =>
        {
            Assert.Equal(JsonValueKind.Null, period.GetProperty("score").ValueKind);
            Assert.Equal(JsonValueKind.Null, period.GetProperty("band").ValueKind);
            Assert.All(period.GetProperty("indicators").EnumerateArray(), line => Assert.Equal(JsonValueKind.Null, line.GetProperty("score").ValueKind));
            Assert.Equal(JsonValueKind.Null, period.GetProperty("settlement").GetProperty("total").ValueKind);
        });
    }

    [Fact]
    public void The_terminal_says_that_score_and_deduction_are_undetermined()
    {
        using var registry = Broken("scorecard.yaml", "marks: 100\n", "marks: hundred\n");
        var output = registry.Run("score", Contract, "--lang", "en").Output;
        Assert.Contains("P1  2026-01-01…2026-03-31  evaluating  score —  deduction undetermined yuan", output, StringComparison.Ordinal);
        Assert.Contains("a file that the score rests on could not be read", output, StringComparison.Ordinal);
        Assert.DoesNotContain("not scored", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_account_is_undetermined_and_not_zero()
    {
        using var registry = Broken("scorecard.yaml", "marks: 100\n", "marks: hundred\n");
        var lines = registry.Run("settle", Contract, "--lang", "en").Output.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains(lines, line => line.StartsWith("P1 ", StringComparison.Ordinal) && line.EndsWith("undetermined", StringComparison.Ordinal));
        Assert.Contains("Deductions so far (yuan)  undetermined", lines);
        Assert.Contains(lines, line => line.StartsWith("Final payment", StringComparison.Ordinal) && line.Contains("600,000.00     undetermined    undetermined", StringComparison.Ordinal));
    }

    [Fact]
    public void A_contract_that_has_no_scorecard_stays_one_that_is_not_scored()
    {
        using var registry = Broken("scorecard.yaml", "marks: 100\n", "marks: hundred\n");
        Assert.Contains("not scored", registry.Run("score", "lighthouse-2026", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_cannot_be_read_leaves_the_score_to_the_others()
    {
        using var registry = Broken("records/2026/02/security-notice-2026-0001.yaml", "spec:", "specs:");
        using var json = JsonDocument.Parse(registry.Run("score", Contract, "--period", "P1", "--format", "json").Output);
        Assert.Equal("61.00", json.RootElement.GetProperty("score").GetString());
        Assert.Equal("50000.00", json.RootElement.GetProperty("settlement").GetProperty("total").GetString());
    }

    private static TemporaryRegistry Broken(string file, string old, string broken)
    {
        var registry = TemporaryRegistry.Harbour();
        registry.Replace($"ops-registry/contracts/{Contract}/{file}", old, broken);
        return registry;
    }
}
