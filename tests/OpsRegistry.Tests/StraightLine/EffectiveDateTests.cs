using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>An amended governance file judges the periods that end on or after its date and moves no older result. P2 ends on 2026-06-30.</summary>
public sealed class EffectiveDateTests
{
    private const string Contract = "harbour-2026";

    [Fact]
    public void An_amended_scorecard_changes_only_the_periods_that_end_on_or_after_its_date()
    {
        using var registry = TemporaryRegistry.Harbour();
        var before = Periods(registry);
        Amend(registry, "scorecard", "2026-07-01", ("minor: 4}", "minor: 7}"));
        var after = Periods(registry);
        Assert.Equal(before["P1"], after["P1"]);
        Assert.Equal(before["P2"], after["P2"]);
        Assert.Equal("4", Points(before["P3"], "O1-1.1"));
        Assert.Equal("7", Points(after["P3"], "O1-1.1"));
    }

    [Fact]
    public void An_amendment_of_the_last_day_of_a_period_judges_that_period()
    {
        using var registry = TemporaryRegistry.Harbour();
        var before = Periods(registry);
        Amend(registry, "scorecard", "2026-06-30", ("major: 12, ", "major: 10, "));
        var after = Periods(registry);
        Assert.Equal(before["P1"], after["P1"]);
        Assert.Equal("12", Points(before["P2"], "O1-1.1"));
        Assert.Equal("10", Points(after["P2"], "O1-1.1"));
    }

    [Fact]
    public void Amended_service_levels_change_only_the_periods_that_end_on_or_after_their_date()
    {
        using var registry = TemporaryRegistry.Harbour();
        var before = Periods(registry);
        Amend(registry, "service-levels", "2026-07-01", ("limit: 2wd", "limit: 5wd"));
        var after = Periods(registry);
        Assert.Equal(before["P1"], after["P1"]);
        Assert.Equal(before["P2"], after["P2"]);

        // Restored on Wednesday 2026-07-15 and not reported by the 31st: late from the 18th, with five working days from the 23rd.
        Assert.Equal("14", Points(before["P3"], "O3-1.1"));
        Assert.Equal("9", Points(after["P3"], "O3-1.1"));
    }

    [Fact]
    public void Amended_obligations_change_only_the_periods_that_end_on_or_after_their_date()
    {
        using var registry = TemporaryRegistry.Harbour();
        var before = Periods(registry);
        Amend(registry, "obligations", "2026-06-30", ("every: halfYear", "every: year"));
        var after = Periods(registry);
        Assert.Equal(before["P1"], after["P1"]);
        Assert.Equal("5", Points(before["P2"], "D2-1.1"));
        Assert.Null(Points(after["P2"], "D2-1.1"));
    }

    [Fact]
    public void The_check_has_nothing_to_say_of_an_amendment()
    {
        using var registry = TemporaryRegistry.Harbour();
        var before = Said(registry);
        Amend(registry, "scorecard", "2026-07-01", ("minor: 4}", "minor: 7}"));
        Assert.Equal(before, Said(registry));
    }

    /// <summary>What is found, but for the floor that both versions of the scorecard never reach.</summary>
    private static List<string> Said(TemporaryRegistry registry) => registry.Run("check", "--format", "github").Output.Split('\n').Where(line => !line.Contains("OPS262", StringComparison.Ordinal)).ToList();

    private static void Amend(TemporaryRegistry registry, string file, string day, params (string Old, string New)[] edits)
    {
        var folder = $"ops-registry/contracts/{Contract}";
        var amended = $"{folder}/{file}-{day}.yaml";
        registry.Write(amended, File.ReadAllText(registry.File($"{folder}/{file}.yaml")));
        registry.Replace(amended, $"  name: {file}\n", $"  name: {file}-{day}\n");
        registry.Replace(amended, "\nspec:\n", $"\nspec:\n  validFrom: {day}\n");
        foreach (var (old, replacement) in edits)
        {
            registry.Replace(amended, old, replacement);
        }
    }

    private static Dictionary<string, string> Periods(TemporaryRegistry registry) => new[] { "P1", "P2", "P3" }
        .ToDictionary(period => period, period => registry.Run("score", Contract, "--period", period, "--format", "json").Output);

    private static string? Points(string period, string deduction)
    {
        using var json = JsonDocument.Parse(period);
        return json.RootElement.GetProperty("indicators").EnumerateArray()
            .SelectMany(indicator => indicator.GetProperty("deductions").EnumerateArray())
            .Where(one => one.GetProperty("id").GetString() == deduction)
            .Select(one => one.GetProperty("points").GetString())
            .SingleOrDefault();
    }
}
