using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Scenarios;

/// <summary><c>opsreg reform</c> as people type it, on a contract whose figures are frozen.</summary>
public sealed class ReformCommandTests : IDisposable
{
    private const string Scorecard = "ops-registry/contracts/pingdingshan-2025/scorecard.yaml";

    private readonly TemporaryRegistry registry = TemporaryRegistry.RealContract("pingdingshan-2025");
    private readonly TemporaryFolder drafts = new();

    public void Dispose()
    {
        registry.Dispose();
        drafts.Dispose();
    }

    [Fact]
    public void A_draft_moves_the_points_that_its_number_decides_and_says_which_number()
    {
        var draft = DraftOf("missingOccurrences: {obligation: weekly-inspection, points: 1}", "missingOccurrences: {obligation: weekly-inspection, points: 3}");
        var before = Written();

        var outcome = CommandLine.RunOn(registry.Root, "reform", "pingdingshan-2025", "--with", draft, "--format", "json", "--lang", "en");

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        using var document = JsonDocument.Parse(outcome.Output);
        var reform = document.RootElement[0];
        Assert.Equal(Scorecard, Assert.Single(reform.GetProperty("files").EnumerateArray()).GetString());
        var moves = reform.GetProperty("moves").EnumerateArray().Where(move => move.GetProperty("indicator").ValueKind == JsonValueKind.String).ToList();
        Assert.NotEmpty(moves);
        Assert.All(moves, move => Assert.Equal("A1", move.GetProperty("indicator").GetString()));
        Assert.All(moves, move => Assert.Contains("points 1 → 3", Assert.Single(move.GetProperty("why").EnumerateArray()).GetString()!, StringComparison.Ordinal));
        var lost = moves.Sum(move => Number(move, "pointsAfter") - Number(move, "pointsBefore"));
        var moved = reform.GetProperty("periods").EnumerateArray().Sum(period => Number(period, "pointsMoved"));
        Assert.Equal(-lost, moved);
        Assert.Equal(before, Written());
    }

    [Fact]
    public void A_draft_that_says_the_same_moves_nothing()
    {
        var outcome = CommandLine.RunOn(registry.Root, "reform", "--with", DraftOf("floor: 0", "floor: 0"), "--lang", "en");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("Neither points nor yuan move.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_cannot_be_read_is_refused_at_its_place()
    {
        var draft = DraftOf("marks: 100", "marks: much");

        var outcome = CommandLine.RunOn(registry.Root, "reform", "--with", draft, "--lang", "en");

        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.StartsWith($"opsreg: {draft}:10:10: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_draft_of_the_contract_is_misuse()
    {
        var draft = DraftOf("contract: pingdingshan-2025", "contract: somewhere-else");

        Assert.Equal(2, CommandLine.RunOn(registry.Root, "reform", "pingdingshan-2025", "--with", draft).Exit);
        Assert.Equal(2, CommandLine.RunOn(registry.Root, "reform", "--with", drafts.Path + "/nowhere").Exit);
        Assert.Equal(2, CommandLine.RunOn(registry.Root, "reform").Exit);
    }

    private static decimal Number(JsonElement of, string key) => decimal.Parse(of.GetProperty(key).GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private string DraftOf(string was, string now)
    {
        var text = File.ReadAllText(Path.Combine(registry.Root, Scorecard));
        Assert.Contains(was, text, StringComparison.Ordinal);
        var file = Path.Combine(drafts.Path, "scorecard.yaml");
        File.WriteAllText(file, text.Replace(was, now, StringComparison.Ordinal));
        return file;
    }

    private string Written() => string.Join('\n', Directory.GetFiles(registry.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {new FileInfo(file).Length}"));
}
