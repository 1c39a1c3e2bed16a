using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class ReviewCommandTests
{
    private const string Contract = "ops-registry/contracts/pingdingshan-2025/";
    private const string Incident = Contract + "records/2025/12/incident-2025-0002.yaml";

    [Theory]
    [InlineData("text", "zh", "txt")]
    [InlineData("text", "en", "txt")]
    [InlineData("markdown", "zh", "md")]
    [InlineData("markdown", "en", "md")]
    [InlineData("json", "en", "json")]
    public void A_review_reads_as_people_have_accepted_it(string format, string language, string ending)
    {
        using var repository = Changed();
        var outcome = repository.Run("review", "--head", "change", "--merged-at", "2026-04-02T09:00:00+08:00", "--format", format, "--lang", language);
        var ids = new[] { (Id: repository.Head, Word: "<head>"), (Id: repository.SwitchTo("main").Head, Word: "<base>") };
        Golden.Matches($"expected/review-{format}-{language}.{ending}", ids.Aggregate(outcome.Output, (text, id) =>
            text.Replace(id.Id, id.Word, StringComparison.Ordinal).Replace(id.Id[..12], id.Word, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_request_that_is_behind_its_base_is_judged_as_if_merged_into_it()
    {
        using var repository = Changed();
        repository.SwitchTo("main").Delete(Contract + "records/2026/01/inspection-2026-0002.yaml").Commit("The base moves on");
        var behind = repository.Run("review", "--head", "change", "--merged-at", "2026-04-02T09:00:00+08:00", "--lang", "en");
        Assert.Contains("pingdingshan-2025  P1      86.00 → 85.00 (-1.00)", behind.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("inspection-2026-0002", behind.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_to_the_head_where_an_address_is_given()
    {
        using var repository = Changed();
        var outcome = repository.Run("review", "--head", "change", "--merged-at", "commit", "--format", "markdown", "--files-address", "https://forge.example/x/blob/1");
        Assert.Contains($"[inspection-2026-0001](https://forge.example/x/blob/1/{Contract}records/2026/01/inspection-2026-0001.yaml#L5)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Commits_without_common_history_are_misuse_and_a_cut_off_history_cannot_be_verified()
    {
        using var repository = GitFixture.Example();
        repository.StartBranch("other").Amend("Another beginning", new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        var unrelated = repository.Run("review", "--head", "other", "--lang", "en");
        Assert.Equal((2, true), (unrelated.Exit, unrelated.Error.Contains("have no history in common", StringComparison.Ordinal)));
        repository.CutOff();
        Assert.Equal(3, repository.Run("review", "--head", "other").Exit);
    }

    [Fact]
    public void A_base_that_does_not_exist_is_misuse()
    {
        using var repository = GitFixture.Example();
        var outcome = repository.Run("review", "--base", "nowhere", "--lang", "en");
        Assert.Equal((2, "opsreg: 'nowhere' is no commit: name a branch, a tag or an id, perhaps with ~n; in a shallow clone run git fetch --unshallow first\n"), (outcome.Exit, outcome.Error));
    }

    private static GitFixture Changed()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        var repository = GitFixture.Of(registry);
        repository.StartBranch("change")
            .Replace(Incident, "restoredAt: 2025-12-23T09:50:00+08:00", "restoredAt: 2025-12-24T19:00:00+08:00")
            .Delete(Contract + "records/2026/01/inspection-2026-0001.yaml")
            .Write("tools/Program.cs", "// also touched")
            .Commit("A change");
        return repository;
    }
}
