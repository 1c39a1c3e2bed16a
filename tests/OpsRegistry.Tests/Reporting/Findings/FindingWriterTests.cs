using System.Text.Json;
using System.Xml.Linq;
using OpsRegistry.Loading;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Findings;
using Xunit;

namespace OpsRegistry.Tests.Reporting.Findings;

public sealed class FindingWriterTests
{
    private const string Incident = "ops-registry/contracts/pingdingshan-2025/records/2026/01/incident-inc-2026-0007.yaml";
    private const string Hostile = "ops-registry/100%,a: b.yaml";

    private static readonly RuleInfo Error = new("OPS312", "ResolvedBeforeReported", new Text("恢复早于报告", "resolved before reported"), Severity.Error);
    private static readonly RuleInfo Warning = new("OPS901", "LongTitle", new Text("标题过长", "long title"), Severity.Warning);
    private static readonly RuleInfo Note = new("OPS501", "OpenInterpretation", new Text("口径待定", "open interpretation"), Severity.Note);

    private static readonly Dictionary<string, string[]> Files = new()
    {
        [Incident] =
        [
            "apiVersion: ops-registry/v1",
            "kind: Incident",
            "metadata:",
            "  name: inc-2026-0007",
            "spec:",
            "  title: {平台: 登录失败, level: 重大}",
            "",
            "  # timeline",
            "  reportedAt: 2026-01-08T10:05:00+08:00",
            "  resolvedAt: 2026-01-08T09:40:00+08:00",
        ],
        [Hostile] = ["a:\tx\u202Ey \u001B[31mred", new string('长', 300) + "end"],
    };

    // Out of order on purpose.
    private static readonly Finding[] All =
    [
        new(
            Error,
            new Place(Incident, 10, 15, 25),
            new("恢复时间早于报告时间：2026-01-08T09:40+08:00 < 2026-01-08T10:05+08:00", "incident resolved before it was reported: 2026-01-08T09:40+08:00 < 2026-01-08T10:05+08:00"),
            new Text("改正两个时间中较晚的一个；两个都对则应拆成两条记录", "correct the later of the two times; if both are right, the record needs two incidents"))
        {
            Label = new Text("恢复", "resolved"),
            Related =
            [
                new RelatedPlace(new Place(Incident, 9, 15, 25), new Text("报告", "reported")),
                new RelatedPlace(new Place("ops-registry/registry.yaml", 3, 1, 4), new Text("时区设定", "time zone set")),
            ],
        },
        new(Note, new Place(Incident, 6, 28, 2), new("级别 '重大' 的口径待定", "level '重大' awaits an interpretation"), new Text("在 interpretations.yaml 中决定", "decide in interpretations.yaml")) { Label = new Text("待定", "open") },
        new(Error, new Place(Hostile, 1, 3, 1), new("值 'x\u202Ey\u001B[31m' 不可用\n::error::", "value 'x\u202Ey\u001B[31m' cannot be used\n::error::"), new Text("删除；<b>&amp;</b> 50%", "delete it; <b>&amp;</b> 50%")),
        new(Warning, new Place(Hostile, 2, 150, 140), new("标题有 303 个字符", "title has 303 characters"), new Text("缩短", "shorten it")),
        new(Error, Place.StartOf("ops-registry/link.yaml"), new("这是符号链接", "this is a symbolic link"), new Text("换成普通文件", "put a regular file in its place")),
    ];

    [Fact]
    public void A_remark_that_stood_there_is_counted_and_an_alarm_is_shown()
    {
        Finding[] findings = [new(Warning, Place.StartOf(Incident), new("甲", "a"), new("", "")), new(Warning with { IsAlarm = true }, Place.StartOf(Incident), new("乙", "b"), new("", ""))];
        var view = FindingView.Choose(findings, _ => true, Severity.Note, _ => true);
        Assert.Equal(("b", "a"), (Assert.Single(view.Shown).Message.En, Assert.Single(view.Folded).Message.En));
        Assert.True(OpsRegistry.Rules.RuleCatalog.All.Single(rule => rule.Id == "OPS559").Info.IsAlarm);
    }

    [Fact]
    public void Text_in_english() => Golden.Matches("findings/text-en.txt", Written(output => TextFindings.Write(output, All, LinesOf, Language.En)));

    [Fact]
    public void Text_in_chinese() => Golden.Matches("findings/text-zh.txt", Written(output => TextFindings.Write(output, All, LinesOf, Language.Zh)));

    [Fact]
    public void Text_in_colour() => Golden.Matches("findings/text-colour.txt", Written(output => TextFindings.Write(output, All, LinesOf, Language.En, colour: true)).Replace("\u001B", "<ESC>", StringComparison.Ordinal));

    [Fact]
    public void Json() => Golden.Matches("findings/findings.json", Written(output => JsonFindings.Write(output, All)));

    [Fact]
    public void Sarif() => Golden.Matches("findings/findings.sarif", Written(output => SarifFindings.Write(output, All, Language.En, "0.1.0")));

    [Fact]
    public void GitHub() => Golden.Matches("findings/github.txt", Written(output => GitHubFindings.Write(output, All, Language.Zh)));

    [Fact]
    public void Past_ten_of_a_severity_github_is_told_how_many_more_there_are()
    {
        var many = Enumerable.Range(1, 14).Select(line => new Finding(Error, new Place("a.yaml", line, 1, 1), new("错", "wrong"), new Text("改", "mend"))).Append(new(Warning, Place.StartOf("a.yaml"), new("警", "odd"), new Text("看", "look"))).ToList();
        var lines = Written(output => GitHubFindings.Write(output, many, Language.En)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Count(line => line.StartsWith("::error", StringComparison.Ordinal)));
        Assert.Contains("::error::and 5 more errors: see the log of this step", lines);
        Assert.Equal(1, lines.Count(line => line.StartsWith("::warning", StringComparison.Ordinal)));
        Assert.Contains("a.yaml:14:1: OPS312 resolved before reported: wrong; help: mend", lines);
    }

    [Fact]
    public void An_alert_explains_its_rule()
    {
        var texts = new RuleTexts(new Dictionary<string, string> { ["ResolvedBeforeReported"] = "Nobody restores what was not reported." }, "https://forge.example/o/r/blob/main/");
        var rule = JsonDocument.Parse(Written(output => SarifFindings.Write(output, All, Language.En, "0.1.0", texts))).RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.Equal("Nobody restores what was not reported.", rule.GetProperty("fullDescription").GetProperty("text").GetString());
        Assert.Equal("https://forge.example/o/r/blob/main/docs/rules/OPS312.md", rule.GetProperty("helpUri").GetString());
        Assert.Contains("Nobody restores", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void JUnit() => Golden.Matches("findings/junit.xml", Written(output => JUnitFindings.Write(output, All, Language.En)));

    [Fact]
    public void No_findings_are_said_in_every_format()
    {
        Assert.Equal("没有发现问题\n", Written(output => TextFindings.Write(output, [], LinesOf, Language.Zh)));
        Assert.Equal("no findings\n", Written(output => TextFindings.Write(output, [], LinesOf, Language.En)));
        Assert.Equal("{\n  \"findings\": []\n}\n", Written(output => JsonFindings.Write(output, [])));
        Assert.Equal("", Written(output => GitHubFindings.Write(output, [], Language.En)));
        Assert.Equal("1", XDocument.Parse(Written(output => JUnitFindings.Write(output, [], Language.En))).Root!.Element("testsuite")!.Attribute("tests")!.Value);
        using var sarif = JsonDocument.Parse(Written(output => SarifFindings.Write(output, [], Language.En, "0.1.0")));
        Assert.Equal(0, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Every_github_command_is_one_line_with_six_properties()
    {
        var lines = Written(output => GitHubFindings.Write(output, All, Language.En)).TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Matches("^::(error|warning|notice) file=[^:,]+,line=[0-9]+,endLine=[0-9]+,col=[0-9]+,endColumn=[0-9]+,title=[^:,]+::", line));
    }

    [Fact]
    public void Any_character_at_all_leaves_the_xml_valid_and_the_json_readable()
    {
        // Downwards, so that no two surrogates make a pair.
        var every = string.Concat(Enumerable.Range(0, 0x10000).Select(value => (char)(0xFFFF - value)));
        var finding = new Finding(Error, Place.StartOf(every), new($"{every}", $"{every}"), Text.Same(every)) { Related = [new RelatedPlace(Place.StartOf(every), Text.Same(every))] };
        Assert.NotNull(XDocument.Parse(Written(output => JUnitFindings.Write(output, [finding], Language.En))).Root);
        JsonDocument.Parse(Written(output => JsonFindings.Write(output, [finding]))).Dispose();
        JsonDocument.Parse(Written(output => SarifFindings.Write(output, [finding], Language.En, "0.1.0"))).Dispose();
        var text = Written(output => TextFindings.Write(output, [finding], path => [every], Language.En));
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain(text, char.IsSurrogate);
    }

    [Fact]
    public void A_fingerprint_stays_when_the_line_moves_and_differs_between_equal_findings()
    {
        var first = new Finding(Error, new Place("a.yaml", 3, 1, 1), new("x", "x"), Text.Same("y"));
        var moved = first with { Place = new Place("a.yaml", 9, 1, 1) };
        Assert.Equal(Fingerprints(first)[0], Fingerprints(moved)[0]);
        Assert.Equal(2, Fingerprints(first, moved).Distinct().Count());
    }

    [Fact]
    public void Order_is_path_line_column_id_and_ordinal()
    {
        Finding At(string path, int line, int column, string id) => new(Error with { Id = id }, new Place(path, line, column, 1), new("", ""), Text.Same(""));
        var sorted = FindingOrder.Sorted([At("b", 1, 1, "OPS001"), At("a", 10, 1, "OPS001"), At("a", 9, 10, "OPS001"), At("a", 9, 2, "OPS002"), At("a", 9, 2, "OPS001"), At("B", 1, 1, "OPS001")]);
        Assert.Equal(["B:1:1 OPS001", "a:9:2 OPS001", "a:9:2 OPS002", "a:9:10 OPS001", "a:10:1 OPS001", "b:1:1 OPS001"], sorted.Select(finding => $"{finding.Place} {finding.Rule.Id}"));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("平顶山", 6)]
    [InlineData("（）", 4)]
    [InlineData("ＡＢ", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("😀", 2)]
    [InlineData("𠀀", 2)]
    [InlineData("é", 1)]
    [InlineData("…", 1)]
    [InlineData("", 0)]
    public void Width_is_counted_in_terminal_columns(string text, int expected) => Assert.Equal(expected, DisplayWidth.Measure(text));

    [Theory]
    [InlineData("plain 中文", "plain 中文")]
    [InlineData("a\tb\r\nc", @"a\tb\r\nc")]
    [InlineData("\u001B[0m", @"\u001b[0m")]
    [InlineData("x\u202Ey", @"x\u202ey")]
    [InlineData("\U000E0041", @"\U000e0041")]
    public void What_cannot_be_seen_is_written_as_its_number(string text, string expected) => Assert.Equal(expected, VisibleText.Show(text));

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_its_number() => Assert.Equal(@"a\ud800b\udc00", VisibleText.Show("a\uD800b\uDC00"));

    private static string[] Fingerprints(params Finding[] findings)
    {
        using var sarif = JsonDocument.Parse(Written(output => SarifFindings.Write(output, findings, Language.En, "0.1.0")));
        return [.. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];
    }

    private static string[]? LinesOf(string path) => Files.GetValueOrDefault(path);

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        return output.ToString();
    }
}
