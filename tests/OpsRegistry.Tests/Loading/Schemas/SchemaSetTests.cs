using System.Text;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Loading.Schemas;

public sealed class SchemaSetTests
{
    private const string Incident = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "事件 / Incident",
          "type": "object",
          "required": ["apiVersion", "kind", "spec"],
          "additionalProperties": false,
          "properties": {
            "apiVersion": { "type": "string" },
            "kind": { "type": "string" },
            "spec": {
              "type": "object",
              "required": ["severity"],
              "additionalProperties": false,
              "properties": {
                "severity": { "title": "级别 / level", "type": "string", "enum": ["critical", "major", "minor"] },
                "minutes": { "type": "integer", "minimum": 0, "maximum": 100 },
                "systems": { "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "items": { "$ref": "common.schema.json#/definitions/name" } },
                "reportedAt": { "type": "string", "format": "date-time" },
                "day": { "type": ["string", "null"], "format": "date" },
                "labels": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 3 } },
                "closed": { "type": "boolean" }
              }
            }
          }
        }
        """;

    private const string Common = """
        { "definitions": { "name": { "title": "名称 / name", "type": "string", "minLength": 2, "pattern": "^[a-z][a-z0-9-]*$", "examples": ["portal-1"] } } }
        """;

    private static readonly SchemaSet Set = SchemaSet.Load(new Dictionary<string, string> { ["incident.schema.json"] = Incident, ["common.schema.json"] = Common });

    /// <summary>Lines below <c>spec:</c>, then what is found as <c>id line:column+length message</c>.</summary>
    public static TheoryData<string, string> Bad => new()
    {
        { "  severty: major", "OPS103 4:3+7 'spec' has no field 'severty'" },
        { "  severity: huge", "OPS105 4:13+4 'severity' (level) is 'huge', which is not an allowed value" },
        { "  severity: Major", "OPS105 4:13+5 'severity' (level) is 'Major', which is not an allowed value" },
        { "  severity:", "OPS104 4:11+1 'severity' (level) is nothing, not text" },
        { "  severity: [major]", "OPS104 4:14+5 'severity' (level) is a list, not text" },
        { "  severity: minor\n  minutes: '5'", "OPS104 5:12+3 'minutes' is text '5', not an integer" },
        { "  severity: minor\n  minutes: 5.0", "OPS104 5:12+3 'minutes' is a number '5.0', not an integer" },
        { "  severity: minor\n  minutes: -1", "OPS107 5:12+2 'minutes' is -1, less than 0" },
        { "  severity: minor\n  minutes: 101", "OPS107 5:12+3 'minutes' is 101, more than 100" },
        { "  severity: minor\n  minutes: 123456789012345678901234567890123", "OPS107 5:12+33 'minutes' is 123456789012345678901234567890123, more than 100" },
        { "  severity: minor\n  systems: []", "OPS108 5:12+2 'systems' has 0 items, fewer than 1" },
        { "  severity: minor\n  systems: [aa, bb, cc]", "OPS108 5:13+2 'systems' has 3 items, more than 2" },
        { "  severity: minor\n  systems:\n    - aa\n    - aa", "OPS108 7:7+2 'systems' holds 'aa' twice" },
        { "  severity: minor\n  systems: [a]", "OPS108 5:13+1 item 1 of 'systems' (name) has 1 character, fewer than 2" },
        { "  severity: minor\n  systems: [aa, Portal]", "OPS106 5:17+6 item 2 of 'systems' (name) is 'Portal', which does not have its form" },
        { "  severity: minor\n  systems: [\"aa\\n\"]", "OPS106 5:13+6 item 1 of 'systems' (name) is 'aa\n', which does not have its form" },
        { "  severity: minor\n  systems: portal", "OPS104 5:12+6 'systems' is text 'portal', not a list" },
        { "  severity: minor\n  reportedAt: 2026-01-08T09:40:00", "OPS106 5:15+19 'reportedAt' is '2026-01-08T09:40:00', which is not a time with its offset" },
        { "  severity: minor\n  day: 2026-02-29", "OPS106 5:8+10 'day' is '2026-02-29', and no calendar has that day" },
        { "  severity: minor\n  day: 20260201", "OPS104 5:8+8 'day' is an integer '20260201', not text or nothing" },
        { "  severity: minor\n  labels: {a: bcde}", "OPS108 5:15+4 'a' has 4 characters, more than 3" },
        { "  severity: minor\n  closed: yes", "OPS104 5:11+3 'closed' is text 'yes', not true or false" },
        { "  severity: minor\nextra: 1", "OPS103 5:1+5 'Incident' has no field 'extra'" },
    };

    [Theory, MemberData(nameof(Bad))]
    public void A_fault_of_form_is_found_at_its_value(string spec, string expected)
    {
        var findings = Set.Validate(Read(spec)).Select(finding => $"{finding.Rule.Id} {finding.Place.Line}:{finding.Place.Column}+{finding.Place.Length} {finding.Message.En}");
        Assert.Equal(expected, string.Join("|", findings));
    }

    [Fact]
    public void A_good_record_has_no_findings() => Assert.Empty(Set.Validate(Read(
        "  severity: major\n  minutes: 100\n  systems: [portal-1, oa]\n  reportedAt: 2026-01-08T09:40:00+08:00\n  day:\n  labels: {a: '12'}\n  closed: true")));

    [Fact]
    public void Help_says_what_was_meant_and_what_is_allowed()
    {
        Assert.Equal("did you mean 'major'? allowed: critical, minor", Assert.Single(Set.Validate(Read("  severity: mjaor"))).Help.En);
        Assert.Equal("did you mean 'severity' (level)? other fields: minutes, systems, reportedAt, day, labels, closed", Assert.Single(Set.Validate(Read("  severty: major"))).Help.En);
        Assert.Equal("write aa", Assert.Single(Set.Validate(Read("  severity: major\n  systems: [Aa]"))).Help.En);
        Assert.Equal("write 2026-02-01", Assert.Single(Set.Validate(Read("  severity: major\n  day: 20260201"))).Help.En);
        Assert.Equal("e.g. portal-1", Assert.Single(Set.Validate(Read("  severity: major\n  systems: [◆◆]"))).Help.En);
        Assert.Equal("write 5", Assert.Single(Set.Validate(Read("  severity: major\n  minutes: '5'"))).Help.En);
    }

    [Fact]
    public void Chinese_words_use_the_chinese_title() =>
        Assert.Equal("'systems' 第 1 项（名称）的值 'Aa' 格式不对", Assert.Single(Set.Validate(Read("  severity: major\n  systems: [Aa]"))).Message.Zh);

    [Theory]
    [InlineData("kind: Incident\n", "OPS102 a.yaml:1:1 'apiVersion' is missing")]
    [InlineData("apiVersion: ops-registry/v1\n", "OPS102 a.yaml:1:1 'kind' is missing")]
    [InlineData("apiVersion: ops-registry/v2\nkind: Incident\n", "OPS101 a.yaml:1:13 apiVersion 'ops-registry/v2' is not known")]
    [InlineData("apiVersion: ops-registry/v1\nkind: Incidnet\n", "OPS101 a.yaml:2:7 no kind 'Incidnet'")]
    [InlineData("apiVersion: ops-registry/v1\nkind: [Incident]\n", "OPS101 a.yaml:2:8 no kind '[…]'")]
    [InlineData("apiVersion: ops-registry/v1\nkind: Common\n", "OPS101 a.yaml:2:7 no kind 'Common'")]
    public void A_file_without_a_known_kind_is_one_finding(string text, string expected)
    {
        var finding = Assert.Single(Set.Validate(YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text)).Root!));
        Assert.Equal(expected, $"{finding.Rule.Id} {finding.Place} {finding.Message.En}");
    }

    [Fact]
    public void Fifty_findings_are_listed_and_the_rest_counted()
    {
        var findings = Set.Validate(Read("  severity: major\n" + string.Concat(Enumerable.Range(100, 70).Select(number => $"  unknown{number}: 1\n"))));
        Assert.Equal(51, findings.Count);
        Assert.Equal("… and 20 more from here on", findings[50].Message.En);
    }

    public static TheoryData<string> Floods => new()
    {
        "  severity: major\n" + string.Concat(Enumerable.Range(100_000, 40_000).Select(number => $"  severityy{number}: 1\n")),
        "  severity: major\n  systems:\n" + string.Concat(Enumerable.Repeat("  - A\n", 140_000)),
        "  severity: major\n  labels:\n" + string.Concat(Enumerable.Range(100_000, 40_000).Select(number => $"    l{number}: long\n")),
    };

    [Theory, MemberData(nameof(Floods))]
    public void A_megabyte_of_faults_is_judged_within_seconds(string spec)
    {
        var root = Read(spec);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(51, Set.Validate(root).Count);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public void Kinds_and_titles_come_from_the_files()
    {
        Assert.Empty(Set.Findings);
        Assert.Equal(["Incident"], Set.Kinds);
        Assert.Equal(new Text("事件", "Incident"), Set.TitleOf("Incident"));
        Assert.Equal("service-levels.schema.json", SchemaSet.FileOf("ServiceLevels"));
        Assert.Equal("ServiceLevels", SchemaSet.KindOf("service-levels.schema.json"));
    }

    [Fact]
    public void Every_schema_of_the_repository_can_be_used()
    {
        var folder = Path.Combine(Golden.RepositoryRoot, "schemas");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.schema.json") : [];
        var set = SchemaSet.Load(files.ToDictionary(file => Path.GetFileName(file), File.ReadAllText));
        Assert.Empty(set.Findings.Select(finding => $"{finding.Place} {finding.Message.En}"));
        Assert.Equal(files.Count(file => !file.EndsWith("common.schema.json", StringComparison.Ordinal)), set.Kinds.Count);
    }

    [Fact]
    public void Every_schema_rule_is_listed_once_in_order_of_id()
    {
        var declared = typeof(SchemaRules).GetFields().Select(field => field.GetValue(null)).OfType<RuleInfo>().ToArray();
        Assert.Equal(declared.Select(rule => rule.Id), SchemaRules.All.Select(rule => rule.Id));
        Assert.Equal(["OPS100", "OPS101", "OPS102", "OPS103", "OPS104", "OPS105", "OPS106", "OPS107", "OPS108", "OPS110", "OPS111"], SchemaRules.All.Select(rule => rule.Id));
    }

    private static MappingNode Read(string spec)
    {
        var file = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes("apiVersion: ops-registry/v1\nkind: Incident\nspec:\n" + spec + "\n"));
        Assert.Empty(file.Findings);
        return file.Root!;
    }
}
