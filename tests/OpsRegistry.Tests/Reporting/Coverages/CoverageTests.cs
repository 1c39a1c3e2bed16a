using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpsRegistry.Cli;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Coverages;
using Xunit;

namespace OpsRegistry.Tests.Reporting.Coverages;

/// <summary>How far a document is modelled: in three classes, in lines with words; with the document at hand, its words stand beside what was made of them.</summary>
public sealed class CoverageTests : IDisposable
{
    private const string Telephone = "138" + "00138000"; // nothing like one stands in the tree

    private const string Folder = "ops-registry/contracts/harbour-2026/";

    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();

    /// <summary>The contract's text, invented like the contract: line n says so, but every tenth is blank, and one names a telephone.</summary>
    private static string Document { get; } = string.Concat(Enumerable.Range(1, 100).Select(line =>
        line % 10 == 8 ? " \u3000\n" : line == 77 ? $"联系电话 {Telephone}\n" : string.Create(CultureInfo.InvariantCulture, $"第{line}行的约定\n")));

    public CoverageTests()
    {
        registry.Write(Folder + "coverage.yaml", """
            apiVersion: ops-registry/v1
            kind: Coverage
            metadata: {name: coverage, contract: harbour-2026, provenance: sample}
            spec:
              source: "900"
              lines: 100
              blank: 8 18 28 38 48 58 68 78 88 98
              entries:
                - {from: 1, to: 20, clause: 一, subject: 期限与金额, modelledBy: [contract/term, contract/amount]}
                - {from: 21, to: 70, clause: 三, subject: 考核, modelledBy: [scorecard/groups], outOfScope: 会签没有时限}
                - {from: 71, to: 80, clause: 八, subject: 门户, modelledBy: [service/sw-001]}
                - {from: 81, to: 90, clause: 九, subject: 热线, modelledBy: [service/sw-002]}
                - {from: 91, to: 100, clause: 十, subject: 争议, outOfScope: 不涉及履约}
            """);
        Service("sw-001", 1, "L73-L74");
        Service("sw-002", 2, "L81-L90");
    }

    /// <inheritdoc/>
    public void Dispose() => registry.Dispose();

    [Fact]
    public void Clauses_are_of_three_classes_and_blank_lines_do_not_count()
    {
        // 1–20 has 18 lines with words; 21–70 has 45; 71–80 has 9, of which two are not measured; 81–90 has 9, none measured; 91–100 has 9.
        using var document = Json();
        var one = document.RootElement[0];
        Assert.Equal((90, 10), (one.GetProperty("lines").GetInt32(), one.GetProperty("blank").GetInt32()));
        Assert.Equal((1, 18 + 7), Sum(one, "modelled"));
        Assert.Equal((2, 45), Sum(one, "partly"));
        Assert.Equal((2, 2 + 9 + 9), Sum(one, "not"));
        Assert.Equal(["modelled", "partly", "partly", "not", "not"], one.GetProperty("clauses").EnumerateArray().Select(clause => clause.GetProperty("class").GetString()));
        Assert.Equal("L73-L74", one.GetProperty("clauses")[2].GetProperty("missing")[0].GetProperty("where").GetString());
    }

    [Fact]
    public void Without_known_blank_lines_the_table_says_that_it_counts_them()
    {
        registry.Replace(Folder + "coverage.yaml", "  blank: 8 18 28 38 48 58 68 78 88 98\n", "");
        var outcome = Run("coverage", "harbour-2026", "--lang", "en");
        Assert.Equal(ExitCode.Clean, outcome.Exit);
        Assert.Contains("lines are counted with them", outcome.Output, StringComparison.Ordinal);
        using var document = Json();
        Assert.Equal(100, document.RootElement[0].GetProperty("lines").GetInt32());
    }

    [Fact]
    public void A_document_is_held_against_the_contract_and_says_what_to_write()
    {
        var file = Path.Combine(registry.Root, "合同.txt");
        File.WriteAllText(file, Document);
        var before = Run("coverage", "harbour-2026", "--source", file);
        Assert.Equal(ExitCode.Findings, before.Exit);
        Assert.Contains($"sha256: {Sha}", before.Output, StringComparison.Ordinal);
        State();
        var after = Run("coverage", "--source", file); // found by its checksum
        Assert.Equal(ExitCode.Clean, after.Exit);
        Assert.Contains("文本就是所依据的那一份", after.Output, StringComparison.Ordinal);
        File.AppendAllText(file, "多出一行\n");
        var other = Run("coverage", "harbour-2026", "--source", file);
        Assert.Equal(ExitCode.Findings, other.Exit);
        Assert.Contains("有 101 行", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_citation_of_a_blank_line_is_found_in_the_data_and_with_the_document()
    {
        State();
        registry.Replace(Folder + "obligations.yaml", "clauses: [900 七 L61]", "clauses: [900 七 L58]");
        Assert.Contains("OPS567", Run("check").Output, StringComparison.Ordinal);
        var file = Path.Combine(registry.Root, "合同.txt");
        File.WriteAllText(file, Document);
        var outcome = Run("coverage", "--source", file);
        Assert.Equal(ExitCode.Findings, outcome.Exit);
        Assert.Contains("“900 七 L58”：L58 是空行", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_at_hand_stand_beside_clauses_everywhere_without_telephone_numbers()
    {
        Place();
        Assert.DoesNotContain("OPS568", Run("check").Output, StringComparison.Ordinal);
        var listed = Run("coverage", "harbour-2026", "--entries", "--format", "markdown").Output;
        Assert.Contains("L1 第1行的约定", listed, StringComparison.Ordinal);
        Assert.Contains("L77 联系电话 ■■■", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(Telephone, listed, StringComparison.Ordinal);
        Assert.Contains("条款原文", Run("explain", "harbour-2026").Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Clean, Run("site", "--output", Path.Combine(registry.Root, "site")).Exit);
        var pages = Site.WrittenSite.PagesOf(Path.Combine(registry.Root, "site"));
        Assert.Contains("L1 第1行的约定", pages["contracts/harbour-2026/clauses.html"], StringComparison.Ordinal);
        Assert.Contains("L73 第73行的约定", pages["contracts/harbour-2026/services/sw-001.html"], StringComparison.Ordinal);
        Assert.All(pages.Values, page => Assert.DoesNotContain(Telephone, page, StringComparison.Ordinal));
        Assert.Empty(Site.WrittenSite.DeadLinks(pages, Path.Combine(registry.Root, "site")));
        Assert.Contains("clauses.html#", pages["contracts/harbour-2026/services/sw-001.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_was_not_read_is_an_error_and_is_not_shown()
    {
        Place();
        registry.Write(Folder + "sources/900.txt", Document.Replace("第1行", "另一行", StringComparison.Ordinal));
        Assert.Contains("OPS568", Run("check").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("另一行", Run("coverage", "harbour-2026", "--entries", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_finding()
    {
        State();
        registry.Write(Folder + "sources/900.txt", [0xff, 0xfe, 0x00]);
        Assert.Contains("OPS001", Run("check").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_without_records_owes_nothing_here_and_every_report_says_so()
    {
        var due = Run("score", "harbour-2026", "--lang", "en").Output;
        Assert.DoesNotContain("not recorded here", due, StringComparison.Ordinal);
        registry.Replace(Folder + "contract.yaml", "  payments:\n", "  recordsKept:\n    services: [sw-002]\n    reason: {zh: 演示, en: to show it}\n  payments:\n");
        foreach (var verb in new[] { "score", "due", "sla" })
        {
            Assert.Contains("neither due nor missing. Reason: to show it", Run(verb, "harbour-2026", "--lang", "en").Output, StringComparison.Ordinal);
        }

        Run("site", "--output", Path.Combine(registry.Root, "site"));
        var pages = Site.WrittenSite.PagesOf(Path.Combine(registry.Root, "site"));
        Assert.All(
            ["contracts/harbour-2026/index.html", "contracts/harbour-2026/duties.html", "contracts/harbour-2026/periods/P1.html", "contracts/harbour-2026/services/sw-001.html"],
            page => Assert.Contains("不在本库登记", pages[page], StringComparison.Ordinal));
        Assert.DoesNotContain("sw-001-check", pages["contracts/harbour-2026/duties.html"], StringComparison.Ordinal);
        Assert.Contains("sw-001-check", pages["contracts/harbour-2026/services/sw-001.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 4-6 9", "2 4-6 9", 5)]
    [InlineData("9 2 4-6", "9", 1)]
    [InlineData("5-3 7", "7", 1)]
    [InlineData("", "", 0)]
    [InlineData("x 3", "3", 1)]
    public void Lines_are_read_in_ascending_order(string words, string read, int count)
    {
        var lines = LineSet.Read(words);
        Assert.Equal((read, count), (lines.ToString(), lines.Count));
    }

    [Fact]
    public void Lines_written_and_read_again_are_the_same()
    {
        int[] lines = [1, 2, 3, 7, 9, 10];
        var set = LineSet.Of(lines);
        Assert.Equal("1-3 7 9-10", set.ToString());
        Assert.Equal(lines, Enumerable.Range(0, 20).Where(LineSet.Read(set.ToString()).Contains));
        Assert.Equal(3, set.CountIn(3, 9));
    }

    [Theory]
    [InlineData("003 附件2 四(一)1 L1400", "003", 1400, 1400)]
    [InlineData("003 8.2 L1691-L1693", "003", 1691, 1693)]
    [InlineData("003 L7", "003", 7, 7)]
    public void A_citation_names_its_lines(string clause, string source, int first, int last) => Assert.Equal(new Citation(source, first, last), Citation.Read(clause));

    [Theory]
    [InlineData("第一章 一")]
    [InlineData("003 8.2")]
    [InlineData("03 L1")]
    [InlineData("003 L0000001")]
    public void What_names_no_lines_is_no_citation(string clause) => Assert.Null(Citation.Read(clause));

    [Theory]
    [InlineData("联系电话" + Telephone + "、0512-" + "58666666", "联系电话■■■、■■■")]
    [InlineData("编号 JSZC-320582-JZCG-G2024-0072，金额 19676700", "编号 JSZC-320582-JZCG-G2024-0072，金额 19676700")]
    public void Numbers_of_people_are_blacked_out(string words, string shown) => Assert.Equal(shown, PrivateNumbers.Hide(words));

    private static string Sha => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    private static (int Clauses, int Lines) Sum(JsonElement document, string form) => (document.GetProperty(form).GetProperty("clauses").GetInt32(), document.GetProperty(form).GetProperty("lines").GetInt32());

    private void State() => registry.Replace(Folder + "contract.yaml", "      title: 港口调度平台运维合同（虚构）\n", $"      title: 港口调度平台运维合同（虚构）\n      publisher: 港务局（虚构）\n      sha256: {Sha}\n");

    private void Place()
    {
        State();
        registry.Write(Folder + "sources/900.txt", Document);
    }

    private void Service(string name, int number, string unmeasured) => registry.Write($"{Folder}services/{name}.yaml", $$"""
        apiVersion: ops-registry/v1
        kind: Service
        metadata: {name: {{name}}, contract: harbour-2026, provenance: sample}
        spec:
          section: software
          number: {{number}}
          title: 服务{{number}}
          obligations:
            - id: {{name}}-check
              title: {zh: 检查, en: Check}
              recurrence: {every: month}
              fulfilledBy:
                - {kind: Inspection, where: {inspectionType: {{name}} } }
              clauses: [900 八 L71]
          clauses: [900 八 L71-L77]
          notMeasured:
            - clause: 900 八 {{unmeasured}}
              reason: 没有数字
        """);

    private JsonDocument Json() => JsonDocument.Parse(Run("coverage", "harbour-2026", "--format", "json").Output);

    private Outcome Run(params string[] arguments) => CommandLine.RunOn(registry.Root, arguments);
}
