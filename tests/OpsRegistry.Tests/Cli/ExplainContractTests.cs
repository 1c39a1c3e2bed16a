using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary><c>opsreg explain &lt;contract&gt; …</c>, as text and as a tree.</summary>
public sealed class ExplainContractTests
{
    [Fact]
    public void The_dearest_deduction_shows_its_spans_its_length_its_threshold_and_the_clause_of_its_level()
    {
        var outcome = CommandLine.Run("explain", "pingdingshan-2025", "P3", "B1-1.1", "--lang", "en");
        Assert.Contains("             level  level-1  Level 1 (grave)", outcome.Lines);
        Assert.Contains("               [003 附件2 四(二)1 L1416]", outcome.Lines);
        Assert.Contains("                 +  2026-06-23 08:35:00 … 14:20:00  5 h 45 min", outcome.Lines);
        Assert.Contains(outcome.Lines, line => line.StartsWith("               →  Level 1 (grave)     interruption > 5 h: yes", StringComparison.Ordinal) && line.EndsWith("[003 附件2 四(二)1 L1416]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deduction_may_be_named_without_its_period()
    {
        var outcome = CommandLine.Run("explain", "pingdingshan-2025", "B1-1.1", "--lang", "en");
        Assert.Equal(["pingdingshan-2025 P1  B1-1.1  −5", "pingdingshan-2025 P3  B1-1.1  −20", "pingdingshan-2025 P4  B1-1.1  −10"], outcome.Lines.Where(line => line.StartsWith("pingdingshan", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_period_that_the_contract_has_not_is_a_misuse() => Assert.Equal(2, CommandLine.Run("explain", "pingdingshan-2025", "P9").Exit);

    [Fact]
    public void What_an_indicator_waits_for_is_named()
    {
        using var registry = TemporaryRegistry.Harbour();
        var outcome = registry.Run("explain", "harbour-2026", "P3", "D3-1", "--lang", "en");
        Assert.Equal("harbour-2026 P3  D3-1  —", outcome.Lines[0]);
        Assert.Contains("  waits for  not judged yet: the purchaser gives 0 to 10 points as a Judgement in judgements/ (period: P3, term: D3-1)", outcome.Lines);
    }

    [Fact]
    public void The_tree_adds_up_from_points_to_yuan_and_every_deduction_of_every_shape_has_the_same_members()
    {
        using var registry = TemporaryRegistry.Harbour();
        var periods = JsonNode.Parse(registry.Run("explain", "harbour-2026", "--format", "json").Output)!.AsArray();
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var period in periods)
        {
            Assert.Equal(Number(period!["money"]!["total"]), Sum(period["money"]!["lines"]!, "amount"));
            foreach (var indicator in period["score"]!["indicators"]!.AsArray())
            {
                Assert.Equal(Number(indicator!["score"]), indicator["awaits"]!.AsArray().Count > 0 ? null : Number(indicator["marks"]) - Sum(indicator["deductions"]!, "points"));
                foreach (var deduction in indicator["deductions"]!.AsArray())
                {
                    shapes.Add(string.Join(' ', deduction!.AsObject().Select(member => member.Key)));
                    Assert.NotEmpty(deduction["clauses"]!.AsArray());
                    Assert.True(deduction["records"]!.AsArray().Count + deduction["duties"]!.AsArray().Count > 0);
                    Assert.All(deduction["records"]!.AsArray(), record => Assert.True((int)record!["line"]! > 0));
                }
            }
        }

        Assert.Single(shapes);
    }

    [Fact]
    public void A_part_of_the_tree_is_the_same_tree_with_less_in_it()
    {
        var period = JsonNode.Parse(CommandLine.Run("explain", "pingdingshan-2025", "P3", "B1-1.1", "--format", "json").Output)!.AsArray().Single()!;
        var deduction = period["score"]!["indicators"]!.AsArray().Single()!["deductions"]!.AsArray().Single()!;
        var level = deduction["records"]!.AsArray().Single()!["level"]!;
        Assert.Equal("519000.00", (string?)period["money"]!["total"]);
        Assert.Equal("20700", (string?)level["interruption"]!["seconds"]);
        Assert.Equal(["003 附件2 四(二)1 L1416"], level["clauses"]!.AsArray().Select(clause => (string?)clause));
        Assert.Equal("18000", (string?)level["tests"]![0]!["interruptionSeconds"]);
    }

    private static decimal? Number(JsonNode? node) => node is null ? null : decimal.Parse((string)node!, CultureInfo.InvariantCulture);

    private static decimal? Sum(JsonNode list, string member) =>
        list.AsArray().Aggregate((decimal?)0m, (sum, item) => sum + Number(item![member]));
}
