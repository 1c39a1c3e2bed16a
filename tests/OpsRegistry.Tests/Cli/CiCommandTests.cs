using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>One call judges a change for any CI, and leaves what it posts as files.</summary>
public sealed class CiCommandTests : IDisposable
{
    private const string Incident = "ops-registry/contracts/example-2026/records/2026/01/incident-2026-0001.yaml";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_change_that_must_not_be_merged_is_told_by_exit_comment_and_status()
    {
        using var git = GitFixture.Example();
        git.StartBranch("change").Delete(Incident).Commit("Gone");
        var outcome = git.Run("ci", "--base", "main", "--head", "change", "--out", folder.Path, "--merged-at", "commit", "--context", "ours");
        Assert.Equal(1, outcome.Exit);
        using var status = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "status.json")));
        Assert.Equal(git.Head, status.RootElement.GetProperty("commit").GetString());
        Assert.Equal("failure", status.RootElement.GetProperty("state").GetString());
        Assert.Equal("ours", status.RootElement.GetProperty("context").GetString());
        Assert.Equal(1, status.RootElement.GetProperty("exit").GetInt32());
        Assert.StartsWith("## ❌ 不可合并\n", File.ReadAllText(Path.Combine(folder.Path, "comment.md")), StringComparison.Ordinal);
        Assert.Equal(git.Run("review", "--base", "main", "--head", "change", "--merged-at", "commit", "--format", "json").Output, File.ReadAllText(Path.Combine(folder.Path, "review.json")));
    }

    [Fact]
    public void A_consent_of_the_other_side_counts_where_the_ci_says_that_it_approved()
    {
        using var git = GitFixture.Example();
        git.StartBranch("change").Write("ops-registry/contracts/example-2026/amendments/amendment-2026-0001.yaml", """
            apiVersion: ops-registry/v1
            kind: Amendment
            metadata: {name: amendment-2026-0001, contract: example-2026, provenance: sample}
            spec:
              record: incident-2026-0001
              changes: [{field: spec.restoredAt, before: 2026-01-08T11:30:00+08:00, after: 2026-01-08T11:20:00+08:00}]
              reason: 与监控日志核对，原记录误填十分钟。
              vendorConsent: {by: example-eng-01, on: 2026-04-01}
              purchaserConsent: {by: example-review-01, on: 2026-04-01}

            """).Commit("Amendment");
        string[] asked = ["ci", "--base", "main", "--head", "change", "--out", folder.Path, "--merged-at", "commit", "--actor", "example-vendor-desk"];
        Assert.Equal(1, git.Run(asked).Exit);
        Assert.Contains("OPS608", File.ReadAllText(Path.Combine(folder.Path, "review.json")), StringComparison.Ordinal);
        git.Run([.. asked, "--approved-by", "example-bureau-desk"]);
        Assert.DoesNotContain("OPS608", File.ReadAllText(Path.Combine(folder.Path, "review.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_nothing_in_the_registry_leaves_nothing_to_post()
    {
        using var git = GitFixture.Example();
        Assert.Equal(0, git.Run("ci", "--base", "main", "--head", "main", "--out", folder.Path).Exit);
        Assert.Equal("", File.ReadAllText(Path.Combine(folder.Path, "comment.md")));
        Assert.Contains("\"state\": \"success\"", File.ReadAllText(Path.Combine(folder.Path, "status.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clone_without_history_is_an_error_and_never_a_pass()
    {
        using var git = GitFixture.Example();
        git.StartBranch("change").Write("notes.txt", "a\n").Commit("Notes");
        git.SwitchTo("main").Write("more.txt", "b\n").Commit("More");
        git.CutOff();
        Assert.Equal(3, git.Run("ci", "--base", "main", "--head", "change", "--out", folder.Path).Exit);
        Assert.Contains("\"state\": \"error\"", File.ReadAllText(Path.Combine(folder.Path, "status.json")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "review.json")));
    }

    public void Dispose() => folder.Dispose();
}
