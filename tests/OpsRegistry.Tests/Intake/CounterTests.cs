using System.Text;
using System.Text.Json;
using OpsRegistry.Cli;
using OpsRegistry.Cli.Intake;
using OpsRegistry.Cli.Forge;
using OpsRegistry.Tests.Requests;
using Xunit;

namespace OpsRegistry.Tests.Intake;

/// <summary>From the event of an issue to branch, request and answer; the forge is a list in memory.</summary>
[Collection("environment")]
public sealed class CounterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-counter-").FullName;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("GITHUB_EVENT_PATH", null);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_form_becomes_a_branch_a_request_and_one_answer_however_often_it_is_sent()
    {
        var plan = Planned("incident-pingdingshan", "pds-vendor-desk");
        var forge = new MemoryForge();
        Assert.Equal(101, await IntakeWork.Do(plan, forge));
        Assert.Equal(101, await IntakeWork.Do(plan, forge));
        var commit = forge.Commits[0];
        Assert.Equal(("main", "intake/issue-12/pingdingshan-2025-incident-2026-0024"), (commit.Base, commit.Branch));
        Assert.Equal("登记 pingdingshan-2025 incident-2026-0024（议题 #12）\n\nSubmitted-by: pds-vendor-desk\n", commit.Message);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 1, 2, 3, TimeSpan.Zero), commit.Date);
        var (path, bytes) = Assert.Single(commit.Files);
        Assert.Equal("ops-registry/contracts/pingdingshan-2025/records/2026/11/incident-2026-0024.yaml", path);
        Assert.Contains("responders: [pds-hall-02, pds-plat-01]", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("[pingdingshan-2025] 登记事件 incident-2026-0024", forge.Requests[0].Title);
        Assert.StartsWith("提交人 @pds-vendor-desk，经议题 #12 的登记表提交。", forge.Requests[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("<!-- ops-registry:intake -->\n**已登记为 `incident-2026-0024`**，合并请求 #101。", Assert.Single(forge.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_mended_gets_its_answer_changed_and_not_a_second_one()
    {
        var forge = new MemoryForge();
        Assert.Null(await IntakeWork.Do(Planned("refused-words", "pds-vendor-desk"), forge));
        Assert.Empty(forge.Commits);
        Assert.StartsWith("<!-- ops-registry:intake -->\n**还没有登记**，有 4 处要改", Assert.Single(forge.Comments).Body, StringComparison.Ordinal);
        Assert.Equal(101, await IntakeWork.Do(Planned("incident-pingdingshan", "pds-vendor-desk"), forge));
        Assert.Contains("#101", Assert.Single(forge.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_without_rights_gets_an_answer_and_no_branch() => Assert.Null(Planned("incident-pingdingshan", "chn-vendor-desk").Filing);

    [Fact]
    public void An_issue_that_is_no_form_is_left_alone()
    {
        Happened("系统坏了", "somebody");
        Assert.Equal(0, CommandLine.Run("intake", "--event", "--output", folder).Exit);
        Assert.Empty(Directory.GetFiles(folder, "plan.json"));
    }

    /// <summary>What the reading job was made to write, the writing job does not believe.</summary>
    [Theory]
    [InlineData("branch", "main")]
    [InlineData("branch", "intake/issue-13/pingdingshan-2025-incident-2026-0024")]
    [InlineData("branch", "intake/issue-12/../../main")]
    [InlineData("path", ".github/workflows/intake.yml")]
    [InlineData("path", "ops-registry/contracts/pingdingshan-2025/scorecard.yaml")]
    [InlineData("path", "ops-registry/contracts/../../x/records/2026/11/incident-2026-0024.yaml")]
    [InlineData("base", "intake/issue-1/x")]
    public void A_plan_that_the_counter_never_makes_is_refused(string key, string value)
    {
        Planned("incident-pingdingshan", "pds-vendor-desk");
        var file = Path.Combine(folder, "plan.json");
        var plan = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!;
        plan["filing"]![key] = value;
        File.WriteAllText(file, plan.ToJsonString());
        Assert.Throws<UsageException>(() => IntakePlan.Read(folder));
    }

    private IntakePlan Planned(string name, string account)
    {
        Happened(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "tests", "intake", name, "issue.md")), account);
        Assert.Equal(0, CommandLine.Run("intake", "--event", "--output", folder).Exit);
        return IntakePlan.Read(folder);
    }

    private void Happened(string body, string account)
    {
        var path = Path.Combine(folder, "event.json");
        var issue = new { number = 12, body, user = new { login = account }, updated_at = "2026-11-20T01:02:03Z" };
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(new { issue, repository = new { default_branch = "main" } }));
        Environment.SetEnvironmentVariable("GITHUB_EVENT_PATH", path);
    }
}
