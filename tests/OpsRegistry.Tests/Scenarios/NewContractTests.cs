using System.Diagnostics;
using NodaTime;
using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Scenarios;

/// <summary>A registry of one's own: begun, given a contract, freed of its samples.</summary>
public sealed class NewContractTests : IDisposable
{
    private static readonly string[] Answers =
    [
        "--set", "title=门户运维", "--set", "purchaser=our-bureau 数据局", "--set", "vendor=our-vendor 软件公司", "--set", "start=2026-01-01", "--set", "through=2026-12-31",
        "--set", "price=480000", "--set", "tranches=40,60", "--set", "systems=portal 门户",
    ];

    private readonly TemporaryFolder folder = new();

    public NewContractTests() => Assert.Equal(0, CommandLine.RunOn(folder.Path, "init", folder.Path).Exit);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_contract_begun_from_answers_is_clean_scored_and_can_be_tested()
    {
        var begun = CommandLine.RunOn(folder.Path, ["new", "contract", "portal-2026", .. Answers, "--lang", "en"]);

        Assert.Equal((0, ""), (begun.Exit, begun.Error));
        Assert.Contains("no findings", begun.Output, StringComparison.Ordinal);
        Write("ops-registry/contracts/portal-2026/tests/first.yaml", """
            apiVersion: ops-registry/v1
            kind: Scenario
            metadata: {name: first, contract: portal-2026, provenance: source}
            spec:
              title: {zh: 第一次, en: First}
              cases:
                - id: faultless
                  title: {zh: 满分, en: Full marks}
                  clauses: [001 1 L1]
                  expect: {score: 100, band: full, deductions: {}, yuan: 0}
                - id: one-inspection-missing
                  title: {zh: 缺一次巡检扣 10 分, en: 10 points for a missing inspection}
                  clauses: [001 1 L1]
                  missing: {monthly-inspection: 2}
                  expect: {score: 80, band: reduced, deductions: {A1-1: 20}, lines: {band: "24000.00"}}
            """);
        Assert.Equal(0, CommandLine.RunOn(folder.Path, "test", "portal-2026").Exit);
        Assert.Equal(0, CommandLine.RunOn(folder.Path, "check").Exit);
    }

    [Fact]
    public void A_table_of_indicators_gives_groups_titles_and_marks()
    {
        var table = Path.Combine(folder.Path, "table.csv");
        File.WriteAllText(table, "附件：考核表\n一级指标,指标,分值,扣分办法\n日常,巡检,30,\"每缺一次\n扣 2 分\"\n,响应,20,每超时一次扣 1 分\n质量,满意度,50,按满意度评分\n合计,,100,\n");

        var begun = CommandLine.RunOn(folder.Path, ["new", "contract", "portal-2026", .. Answers, "--indicators", table, "--lang", "en"]);

        Assert.Equal((0, ""), (begun.Exit, begun.Error));
        var scorecard = File.ReadAllText(Path.Combine(folder.Path, "ops-registry/contracts/portal-2026/scorecard.yaml"));
        Assert.Contains("title: {zh: 日常, en: 日常}\n      marks: 50\n", scorecard, StringComparison.Ordinal);
        Assert.Contains("title: {zh: 每缺一次 扣 2 分, en: 每缺一次 扣 2 分}\n              judged: {least: 0, most: 30}\n", scorecard, StringComparison.Ordinal);
        Assert.Contains("- id: B1\n          title: {zh: 满意度, en: 满意度}\n          marks: 50\n", scorecard, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_indicators_may_stand_in_a_workbook_below_its_title()
    {
        var table = Path.Combine(folder.Path, "table.xlsx");
        var draft = new WorkbookDraft(new("附件", "ops-registry", Instant.FromUtc(2026, 1, 1, 0, 0)));
        var sheet = draft.AddSheet("考核表");
        string[][] rows = [["附件三 考核表"], ["考核类别", "考核内容", "分值", "评分标准"], ["日常", "巡检", "60", "每缺一次扣 2 分"], ["", "响应", "40", "每超时一次扣 1 分"]];
        foreach (var (row, number) in rows.Select((row, index) => (row, index + 1)))
        {
            foreach (var (text, column) in row.Select((text, index) => (text, index + 1)))
            {
                sheet[number, column].As(Look.Body).Text(text);
            }
        }

        using (var file = new FileStream(table, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            draft.Write(file);
        }

        var begun = CommandLine.RunOn(folder.Path, ["new", "contract", "portal-2026", .. Answers, "--indicators", table, "--lang", "en"]);

        Assert.Equal((0, ""), (begun.Exit, begun.Error));
        var scorecard = File.ReadAllText(Path.Combine(folder.Path, "ops-registry/contracts/portal-2026/scorecard.yaml"));
        Assert.Contains("title: {zh: 日常, en: 日常}\n      marks: 100\n", scorecard, StringComparison.Ordinal);
        Assert.Contains("title: {zh: 响应, en: 响应}\n          marks: 40\n", scorecard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_answered_is_asked_for_one_by_one()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "opsreg.dll"), "new", "contract", "--ask", "--lang", "en", "--root", folder.Path, .. Answers])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var asked = Process.Start(start)!;
        var errors = asked.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await asked.StandardInput.WriteAsync("portal-2026\n" + string.Concat(Enumerable.Repeat("\n", 40)));
        asked.StandardInput.Close();
        var output = await asked.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await asked.WaitForExitAsync(TestContext.Current.CancellationToken);
        var questions = await errors;

        Assert.True(asked.ExitCode == 0, questions);
        Assert.StartsWith("the contract's name", questions, StringComparison.Ordinal);
        Assert.DoesNotContain("purchaser", questions, StringComparison.Ordinal);
        Assert.Contains("ops-registry/contracts/portal-2026/contract.yaml", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_or_wrong_is_said_and_nothing_is_written()
    {
        var outcome = CommandLine.RunOn(folder.Path, "new", "contract", "portal-2026", "--set", "title=门户", "--set", "start=soon", "--set", "color=red", "--lang", "en");

        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.Contains("purchaser: not answered", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("start: 'soon' is no date", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("color: there is no 'color'", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "ops-registry/contracts/portal-2026")));
        Assert.Equal(2, CommandLine.RunOn(folder.Path, ["new", "contract", "example-2026", .. Answers]).Exit);
    }

    [Fact]
    public void Samples_are_listed_first_and_removed_on_request_and_what_is_ones_own_stays()
    {
        Assert.Equal(0, CommandLine.RunOn(folder.Path, ["new", "contract", "portal-2026", .. Answers]).Exit);
        var before = Files();

        var listed = CommandLine.RunOn(folder.Path, "samples", "remove", "--lang", "en");

        Assert.Equal(0, listed.Exit);
        Assert.Equal(before, Files());
        Assert.Contains("ops-registry/contracts/example-2026/scorecard.yaml", listed.Lines);
        Assert.Equal(0, CommandLine.RunOn(folder.Path, "samples", "remove", "--apply").Exit);
        Assert.Equal(before.Except(listed.Lines), Files());
        Assert.DoesNotContain(listed.Lines, line => line.Contains("portal-2026", StringComparison.Ordinal));
        Assert.DoesNotContain(Files(), file => file.Contains("example-2026", StringComparison.Ordinal)); // the rights named it in lists, which are shorter now and keep their comments
        var rights = File.ReadAllText(Path.Combine(folder.Path, "ops-registry", "rights.yaml"));
        Assert.DoesNotContain("example-2026", rights, StringComparison.Ordinal);
        Assert.Contains("# 供应商登记事实", rights, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.RunOn(folder.Path, "check").Exit);
    }

    private List<string> Files() => Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/')).Where(file => !file.Contains("cache", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
