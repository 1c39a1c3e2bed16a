using System.Text.Json.Nodes;
using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>A fork that attacks: what judges comes from the base, the verdict is red, and nothing else changes on the forge.</summary>
public sealed class HostileForkTests
{
    private const string Contract = "ops-registry/contracts/example-2026/";
    private const string Incident = Contract + "records/2026/01/incident-2026-0001.yaml";

    public static TheoryData<string> Attacks => new(
        "an edited workflow", "an edited schema", "an edited scorecard", "rights for itself", "a symbolic link", "text that runs backwards", "a huge file", "a comment's text", "a record made better", "a record taken away");

    [Theory, MemberData(nameof(Attacks))]
    public async Task A_hostile_fork_is_refused_and_changes_nothing_but_the_comment_and_its_own_status(string attack)
    {
        await using var play = await RequestPlay.Begin(GitFixture.Example());
        await Refused(play, attack, "failure");
        Assert.Equal(
            ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments → 201", "POST /repos/{owner}/{repo}/statuses/{sha} → 201"],
            Written(play));
    }

    [Theory]
    [InlineData("Gitea", "a comment's text", "failure", "POST /repos/{owner}/{repo}/issues/{index}/comments → 201", "POST /repos/{owner}/{repo}/statuses/{sha} → 201")]
    [InlineData("Gitea", "rights for itself", "failure", "POST /repos/{owner}/{repo}/issues/{index}/comments → 201", "POST /repos/{owner}/{repo}/statuses/{sha} → 201")]
    [InlineData("Gitee", "a comment's text", "failure", "POST /repos/{owner}/{repo}/pulls/{number}/comments → 201", "POST /repos/{owner}/{repo}/check-runs → 201")]
    [InlineData("Gitee", "a record taken away", "failure", "POST /repos/{owner}/{repo}/pulls/{number}/comments → 201", "POST /repos/{owner}/{repo}/check-runs → 201")]
    [InlineData("GitLab", "a comment's text", "failed", "POST /projects/{id}/merge_requests/{iid}/notes → 201", "POST /projects/{id}/statuses/{sha} → 201")]
    [InlineData("GitLab", "an edited schema", "failed", "POST /projects/{id}/merge_requests/{iid}/notes → 201", "POST /projects/{id}/statuses/{sha} → 201")]
    public async Task It_is_the_same_on_the_other_forges(string forge, string attack, string state, params string[] written)
    {
        await using var play = await RequestPlay.Begin(GitFixture.Example(), Enum.Parse<ForgeKind>(forge));
        await Refused(play, attack, state);
        Assert.Equal(written, Written(play));
    }

    private static IEnumerable<string> Written(RequestPlay play) => play.Server.Transcript.Where(line => !line.StartsWith("GET ", StringComparison.Ordinal));

    private static async Task Refused(RequestPlay play, string attack, string state)
    {
        Attack(play.Git.StartBranch("fork"), attack);
        play.Git.Commit("Harmless");
        play.Push("example-vendor-desk");
        Assert.Equal(1, play.Judge().Exit);
        Assert.Equal(0, (await play.Publish()).Exit);
        var verdict = Assert.Single(play.Server.Repository.Verdicts);
        Assert.Equal((state, play.Git.Head), (verdict.State, verdict.Commit));
        var comment = Assert.Single(play.Server.Repository.Said).Body;
        Assert.StartsWith("<!-- opsreg:verdict -->\n## ❌ 不可合并\n", comment, StringComparison.Ordinal);
        Assert.DoesNotContain('@', comment);
        Assert.DoesNotContain('\u202e', comment);
        Assert.DoesNotContain("<img", comment.Replace(@"\<img", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of another commit")]
    [InlineData("with errors that calls itself clean")]
    [InlineData("with a page of its own")]
    [InlineData("that is no JSON")]
    public async Task A_forged_result_is_not_published_and_the_status_is_red(string forgery)
    {
        await using var play = await RequestPlay.Begin(GitFixture.Example());
        Attack(play.Git.StartBranch("fork"), "a record taken away");
        play.Git.Commit("Harmless");
        play.Push("example-vendor-desk");
        play.Judge();
        var file = Path.Combine(play.Folder, "review.json");
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        switch (forgery)
        {
            case "of another commit":
                json["head"] = new string('d', 40);
                break;
            case "with errors that calls itself clean":
                json["verdict"] = "clean";
                break;
            case "with a page of its own":
                json["body"] = "## ✅ 可以合并";
                break;
            default:
                json = "## ✅ 可以合并";
                break;
        }

        File.WriteAllText(file, json.ToJsonString());
        var outcome = await play.Publish();
        Assert.Equal((1, true), (outcome.Exit, outcome.Error.StartsWith("opsreg：审查结果不可用", StringComparison.Ordinal)));
        Assert.Equal("error", Assert.Single(play.Server.Repository.Verdicts).State);
        Assert.Empty(play.Server.Repository.Said);
    }

    private static void Attack(GitFixture fork, string attack)
    {
        const string Words = "@example-bureau-desk <img src=https://evil.example/a.png> ![a](https://evil.example/b.png) | [ok](https://evil.example) #1";
        _ = attack switch
        {
            "an edited workflow" => fork.Write(".github/workflows/records-verdict.yml", "on: push"),
            "an edited schema" => fork.Write("schemas/incident.schema.json", "{}"),
            "an edited scorecard" => fork.Write(Contract + "scorecard.yaml", fork.Text(Contract + "scorecard.yaml") + "# softer\n"),
            "rights for itself" => fork.Replace("ops-registry/rights.yaml", "accounts: [example-bureau-desk]", "accounts: [example-bureau-desk, example-vendor-desk]"),
            "a symbolic link" => fork.Link(Contract + "records/2026/01/incident-2026-0099.yaml", "/etc/passwd"),
            "text that runs backwards" => fork.Write(Incident, fork.Text(Incident) + "# \u202e reversed\n"),
            "a huge file" => fork.Write(Contract + "records/2026/01/incident-2026-0099.yaml", new string('a', 3_000_000)),
            "a comment's text" => fork.Write(Contract + "records/2026/01/incident-2026-0099.yaml", $"apiVersion: ops-registry/v1\nkind: Incident\nmetadata:\n  name: \"{Words}\"\n  contract: example-2026\nspec:\n  summary: \"{Words}\"\n  category: \"{Words}\"\n"),
            "a record made better" => fork.Replace(Incident, "reportedAt: 2026-01-08T", "reportedAt: 2026-01-09T"),
            _ => fork.Delete(Incident),
        };
    }
}
