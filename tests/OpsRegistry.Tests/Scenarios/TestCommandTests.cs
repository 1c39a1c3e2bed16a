using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace OpsRegistry.Tests.Scenarios;

/// <summary><c>opsreg test</c> as people type it.</summary>
public sealed class TestCommandTests
{
    private const string File = "ops-registry/contracts/pingdingshan-2025/tests/trial.yaml";

    private static TemporaryRegistry With(string cases)
    {
        var registry = TemporaryRegistry.Of003();
        registry.Write(File, Encoding.UTF8.GetBytes($$"""
            apiVersion: ops-registry/v1
            kind: Scenario
            metadata: {name: trial, contract: pingdingshan-2025, provenance: sample}
            spec:
              title: {zh: 试, en: Trial}
              cases:
            {{cases}}
            """));
        return registry;
    }

    [Fact]
    public void A_case_that_passes_exits_with_nothing_wrong()
    {
        using var registry = With("""
                - id: faultless
                  title: {zh: 满分, en: Full marks}
                  clauses: [003 附件2 五 L1470]
                  expect: {score: 100, band: none, deductions: {}, yuan: 0}
            """);

        var outcome = CommandLine.RunOn(registry.Root, "test", "pingdingshan-2025", "--lang", "en");

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.StartsWith("pingdingshan-2025: 1 case, 1 passed; term 0/18", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_fails_names_place_expectation_and_what_came_out()
    {
        using var registry = With("""
                - id: one-late
                  title: {zh: 迟, en: Late}
                  clauses: [003 附件2 四(三)1① L1448]
                  records:
                    - {kind: Incident, category: fault, attributable: false, respondedAt: PT11M}
                  expect: {score: 98, deductions: {C1-1: 2}, outcomes: {response: met}}
            """);

        var outcome = CommandLine.RunOn(registry.Root, "test", "--lang", "en");

        Assert.Equal(1, outcome.Exit);
        Assert.Equal(
            [
                $"{File}:12:23: one-late: score should be 98 and is 99",
                $"{File}:12:40: one-late: deduction C1-1 should be 2 and is 1",
                $"{File}:12:61: one-late: limit response should be met and is missed",
            ],
            outcome.Lines[..3]);
    }

    [Fact]
    public void A_record_that_means_nothing_is_said_at_its_place()
    {
        using var registry = With("""
                - id: wrong
                  title: {zh: 错, en: Wrong}
                  clauses: [003 附件2 五 L1470]
                  records:
                    - {kind: Incident, category: flood}
                  expect: {score: 100}
            """);

        var outcome = CommandLine.RunOn(registry.Root, "test", "--lang", "en");

        Assert.Equal(1, outcome.Exit);
        Assert.StartsWith($"{File}:11:38: wrong: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("flood", outcome.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Continuous_integration_reads_the_cases()
    {
        using var registry = With("""
                - id: right
                  title: {zh: 对, en: Right}
                  clauses: [003 附件2 五 L1470]
                  expect: {score: 100}
                - id: wrong
                  title: {zh: 错, en: Wrong}
                  clauses: [003 附件2 五 L1470]
                  expect: {score: 99}
            """);

        var junit = CommandLine.RunOn(registry.Root, "test", "--format", "junit", "--lang", "en");
        var json = CommandLine.RunOn(registry.Root, "test", "--format", "json");

        Assert.Equal((1, 1), (junit.Exit, json.Exit));
        var suite = XDocument.Parse(junit.Output).Root!.Element("testsuite")!;
        Assert.Equal(("2", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.Equal(["right Right", "wrong Wrong"], suite.Elements("testcase").Select(one => one.Attribute("name")!.Value));
        using var document = JsonDocument.Parse(json.Output);
        var cases = document.RootElement[0].GetProperty("cases");
        Assert.Equal([true, false], cases.EnumerateArray().Select(one => one.GetProperty("passed").GetBoolean()));
        Assert.Equal("100", cases[1].GetProperty("differences")[0].GetProperty("computed").GetString());
    }

    [Fact]
    public void Scenarios_move_no_result_and_no_seal()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        var before = CommandLine.RunOn(registry.Root, "score", "--format", "json").Output;

        registry.Write(File, Encoding.UTF8.GetBytes("""
            apiVersion: ops-registry/v1
            kind: Scenario
            metadata: {name: trial, contract: pingdingshan-2025, provenance: sample}
            spec:
              title: {zh: 试, en: Trial}
              cases:
                - id: grave
                  title: {zh: 重, en: Grave}
                  clauses: [003 附件2 五 L1470]
                  records:
                    - {kind: SecurityNotice, noticeType: circular, attributable: true}
                  expect: {score: 95}
            """));

        Assert.Equal(before, CommandLine.RunOn(registry.Root, "score", "--format", "json").Output);
        Assert.Equal(0, CommandLine.RunOn(registry.Root, "test").Exit);
    }
}
