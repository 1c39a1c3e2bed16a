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
        Assert.StartsWith("<!-- ops-registry:intake -->\n## ✅ 已登记为 incident-2026-0024，合并请求 #101\n", Assert.Single(forge.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_mended_gets_its_answer_changed_and_not_a_second_one()
    {
        var forge = new MemoryForge();
        Assert.Null(await IntakeWork.Do(Planned("refused-words", "pds-vendor-desk"), forge));
        Assert.Empty(forge.Commits);
        Assert.StartsWith("<!-- ops-registry:intake -->\n## ⚠️ 还没有登记：有 4 处要改\n", Assert.Single(forge.Comments).Body, StringComparison.Ordinal);
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
        (key == "path" ? plan["filing"]!["files"]![0]! : plan["filing"]!)[key] = value;
        File.WriteAllText(file, plan.ToJsonString());
        Assert.Throws<UsageException>(() => IntakePlan.Read(folder));
    }

    /// <summary>A workbook attached to the issue is filed like one that was handed to <c>import</c>, with one answer and one request for all its rows.</summary>
    [Fact]
    public async Task An_attached_workbook_becomes_a_request_with_every_row_or_an_answer_with_every_cell()
    {
        await using var server = await AttachmentServer.Start(File.ReadAllBytes(Path.Combine(Golden.RepositoryRoot, "tests", "forms", "sound", "form.xlsx")));
        var plan = Attached(server, "/user-attachments/files/17/form.xlsx", "pds-vendor-desk");
        Assert.Equal(2, plan.Filing!.Files.Count);
        var forge = new MemoryForge();
        await IntakeWork.Do(plan, forge);
        Assert.Equal(2, forge.Commits[0].Files.Count);
        Assert.Contains("登记了 2 行", Assert.Single(forge.Comments).Body, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "answer.xlsx")));
        Assert.Null(Attached(server, "/user-attachments/files/17/form.xlsx", "chn-vendor-desk").Filing);
        Assert.All(server.Asked, asked => Assert.DoesNotContain("Authorization", asked.Headers, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A link is text that anybody may have written: it is not followed elsewhere, nor read without end.</summary>
    [Theory]
    [InlineData("/user-attachments/files/elsewhere/form.xlsx", "指向别处")]
    [InlineData("/user-attachments/files/round/form.xlsx", "转了太多次")]
    [InlineData("/user-attachments/files/endless/form.xlsx", "超过 5 MB")]
    [InlineData("/user-attachments/files/gone/form.xlsx", "平台答复 404")]
    public async Task A_link_that_leads_astray_is_answered_and_not_followed(string path, string told)
    {
        await using var server = await AttachmentServer.Start([]);
        var plan = Attached(server, path, "pds-vendor-desk");
        Assert.Null(plan.Filing);
        Assert.Contains(told, plan.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/user-attachments/files/1/form.xlsx")]
    [InlineData("https://github.com.evil.example/user-attachments/files/1/form.xlsx")]
    [InlineData("https://user@github.com/user-attachments/files/1/form.xlsx")]
    [InlineData("http://github.com/user-attachments/files/1/form.xlsx")]
    [InlineData("https://github.com/other/repo/files/1/form.xlsx")]
    [InlineData("https://github.com/owner/name/raw/main/form.xlsx")]
    public void Another_link_is_none(string link) => Assert.Null(FormAttachment.Find($"[form]({link})", "https://github.com", "owner/name"));

    private IntakePlan Attached(AttachmentServer server, string path, string account)
    {
        Environment.SetEnvironmentVariable("GITHUB_SERVER_URL", server.Address);
        try
        {
            Happened($"六月的记录：[form.xlsx]({server.Address}{path})", account);
            Assert.Equal(0, CommandLine.Run("intake", "--event", "--output", folder).Exit);
            return IntakePlan.Read(folder);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GITHUB_SERVER_URL", null);
        }
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
