using System.Text.Json.Nodes;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Measuring;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>Several open disputes in one period: each is priced alone, and the headline has the range of all. Golden P1: 61 points, 55,000 yuan.</summary>
public sealed class SeveralDisputesTests
{
    private const string Folder = "ops-registry/contracts/harbour-2026/";

    [Fact]
    public void Each_is_priced_alone_and_the_headline_is_the_range_of_all()
    {
        var period = Run().Periods.Single(one => one.Period.Id == "P1");
        Assert.Equal((40_000.00m, 55_000.00m, 12m), (period.Deducted.Confirmed, period.Deducted.AtMost, period.Score.InDispute));
        Assert.Equal(
            [("dispute-2026-0001", 61m, 45_000.00m), ("dispute-2026-0002", 61m, 50_000.00m), ("dispute-2026-0003", 73m, 55_000.00m)],
            period.Disputed!.Each.Value.Select(one => (one.Dispute.Dispute.Name, one.Total!.Value, one.Yuan!.Value)).Order());
        var moves = period.OpenPoints.Where(point => point.Kind == OpenPointKind.Dispute).ToDictionary(point => point.Subject.Name, point => point.Moves, StringComparer.Ordinal);
        Assert.Equal(new Moves(0m, 0m, -10_000.00m, 0m), moves["dispute-2026-0001"]);
        Assert.Equal(new Moves(0m, 0m, -5_000.00m, 0m), moves["dispute-2026-0002"]);
        Assert.Equal(new Moves(0m, 12m, 0m, 0m), moves["dispute-2026-0003"]);
    }

    [Fact]
    public void Outputs_say_what_each_alone_would_make_of_it()
    {
        using var registry = TemporaryRegistry.Harbour();
        foreach (var (path, text) in Disputes())
        {
            registry.Write(path, text);
        }

        var disputed = JsonNode.Parse(registry.Run("score", "harbour-2026", "--period", "P1", "--as-of", "2026-04-12", "--format", "json").Output)!["ifDisputesUpheld"]!;
        Assert.Equal("40000.00", (string?)disputed["amount"]);
        Assert.Equal(["45000.00", "50000.00", "55000.00"], disputed["each"]!.AsArray().Select(one => (string?)one!["amount"]).Order(StringComparer.Ordinal));
        using var folder = new TemporaryFolder();
        Assert.Equal(0, registry.Run("report", "harbour-2026", "--period", "P1", "--as-of", "2026-04-12", "--output", folder.Path).Exit);
        Assert.Contains("commitments.1；仅此项成立则得分 61.00、扣款 45,000.00 元", File.ReadAllText(Path.Combine(folder.Path, "harbour-2026", "P1", "assessment.md")), StringComparison.Ordinal);
    }

    private static ContractResult Run()
    {
        var registry = InMemory.Load(InMemory.Files("tests/golden/harbour").Concat(Disputes().Select(file => KeyValuePair.Create(file.Path, file.Text)))).Registry;
        return ContractRunner.Run(registry.ContractNamed("harbour-2026")!, Calendars.Build(registry), BeijingTime.EndOf(new(2026, 4, 12)));
    }

    private static IEnumerable<(string Path, string Text)> Disputes() => new[] { "commitments.1", "circulars.1", "O1-1.2" }.Select((item, index) => (
        $"{Folder}disputes/dispute-2026-000{index + 1}.yaml",
        $"apiVersion: ops-registry/v1\nkind: Dispute\nmetadata: {{name: dispute-2026-000{index + 1}, contract: harbour-2026, provenance: sample}}\nspec: {{period: P1, deduction: {item}, reason: 有出入, disputedBy: harbour-op-01, disputedOn: 2026-04-10}}\n"));
}
