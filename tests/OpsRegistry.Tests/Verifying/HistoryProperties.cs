using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Whatever becomes of a branch, <c>verify --history</c> says of it what a plain reading of its commits says, and nothing else.</summary>
public sealed class HistoryProperties
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_found_in_a_history_of_chance_is_what_a_plain_reading_finds(int seed)
    {
        var random = new Random(Campaign.Seed(seed));
        for (var left = Campaign.Inputs("histories", 5); left > 0; left--)
        {
            using var fixture = GitFixture.Example(366);
            var first = fixture.Head;
            var made = new MadeHistory(fixture, random).Go(random.Next(4, 14));
            var expected = made.Expected();
            fixture.CheckOut();
            var outcome = fixture.Run("verify", "--history", "--format", "json", "--since", first);
            var found = HistoryTests.Found(outcome);
            Assert.True(string.Join(" ", expected) == found, $"expected: {string.Join(" ", expected)}\nfound:    {found}\n{outcome.Error}\n{made.Told}");
        }
    }

    [Fact]
    public void A_file_of_grafts_that_leaves_out_a_step_is_found()
    {
        using var fixture = GitFixture.Example(366);
        var first = fixture.Head;
        const string record = "ops-registry/contracts/example-2026/records/2026/01/incident-2026-0001.yaml";
        fixture.Replace(record, "resolvedAt: 2026-01-08T12:00:00", "resolvedAt: 2026-01-08T11:50:00").Commit("Edit");
        fixture.Write("docs/page.md", "x").Commit("Page");
        fixture.CheckOut();
        var info = Path.Combine(fixture.Root, ".git", "info");
        Directory.CreateDirectory(info);
        File.WriteAllText(Path.Combine(info, "grafts"), $"{fixture.Head} {first}\n");
        Assert.Contains("OPS720", HistoryTests.Found(fixture.Run("verify", "--history", "--format", "json", "--since", first)), StringComparison.Ordinal);
    }
}
