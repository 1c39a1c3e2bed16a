using System.Text;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Loading.Schemas;

public sealed class SchemaKeywordTests
{
    /// <summary>A schema of field <c>a</c>, a value it takes, and one it refuses.</summary>
    public static TheoryData<string, string, string> Flips => new()
    {
        { """{ "type": "integer" }""", "1", "'1'" },
        { """{ "type": ["integer", "null"] }""", "~", "x" },
        { """{ "properties": { "b": { "type": "string" } } }""", "{b: x}", "{b: 1}" },
        { """{ "required": ["b"] }""", "{b: 1}", "{c: 1}" },
        { """{ "properties": { "b": {} }, "additionalProperties": false }""", "{b: 1}", "{c: 1}" },
        { """{ "additionalProperties": { "type": "string" } }""", "{b: x}", "{b: 1}" },
        { """{ "items": { "type": "integer" } }""", "[1, 2]", "[1, x]" },
        { """{ "enum": ["x", 1, true, null] }""", "x", "y" },
        { """{ "enum": ["x", 1, true, null] }""", "1", "'1'" },
        { """{ "enum": ["x", 1, true, null] }""", "true", "'true'" },
        { """{ "enum": ["x", 1, true, null] }""", "~", "''" },
        { """{ "pattern": "^[a-z]+$" }""", "ab", "ab1" },
        { """{ "pattern": "^[a-z]+$" }""", "ab", "\"ab\\n\"" },
        { """{ "pattern": "b" }""", "abc", "ac" },
        { """{ "minLength": 2 }""", "水电", "水" },
        { """{ "minLength": 2 }""", "😀😀", "😀" },
        { """{ "maxLength": 2 }""", "水电", "水电气" },
        { """{ "minimum": 0.5 }""", "0.5", "0.49" },
        { """{ "minimum": -1 }""", "1e999", "-1e999" },
        { """{ "maximum": 0.3 }""", "0.3", "0.30000000000000000001" },
        { """{ "minItems": 2 }""", "[1, 2]", "[1]" },
        { """{ "maxItems": 1 }""", "[1]", "[1, 2]" },
        { """{ "uniqueItems": true }""", "[1, '1']", "[1, 1]" },
        { """{ "uniqueItems": true }""", "[{a: 1}, {a: 2}]", "[{a: 1, b: 2}, {b: 2, a: 1}]" },
        { """{ "format": "date" }""", "2024-02-29", "2026-02-29" },
        { """{ "format": "date-time" }""", "2026-01-08T09:40:00+08:00", "2026-01-08 09:40:00+08:00" },
        { """{ "$ref": "#/definitions/own" }""", "x", "1" },
        { """{ "$ref": "common.schema.json#/definitions/shared" }""", "1", "x" },
        { """{ "$ref": "common.schema.json#/definitions/chain", "title": "别名 / alias" }""", "1", "x" },
    };

    [Theory, MemberData(nameof(Flips))]
    public void Each_keyword_decides_between_a_good_and_a_bad_value(string field, string good, string bad)
    {
        var set = Load(field);
        Assert.Empty(set.Findings);
        Assert.Empty(set.Validate("Sample", Root($"a: {good}\n")));
        Assert.Single(set.Validate("Sample", Root($"a: {bad}\n")));
    }

    [Theory]
    [InlineData("type"), InlineData("properties"), InlineData("required"), InlineData("additionalProperties"), InlineData("items"), InlineData("enum"), InlineData("pattern")]
    [InlineData("minLength"), InlineData("maxLength"), InlineData("minimum"), InlineData("maximum"), InlineData("minItems"), InlineData("maxItems"), InlineData("uniqueItems")]
    [InlineData("format"), InlineData("$ref")]
    public void Every_keyword_that_decides_has_such_a_case(string keyword) =>
        Assert.Contains(Flips.Select(row => row.Data.Item1), field => field.Contains($"\"{keyword}\":", StringComparison.Ordinal));

    [Fact]
    public void Keywords_that_only_describe_are_accepted_and_decide_nothing()
    {
        var set = Load("""{ "$id": "x", "$schema": "http://json-schema.org/draft-07/schema#", "title": "t", "description": "d", "examples": ["e"], "default": "f", "definitions": {} }""");
        Assert.Empty(set.Findings);
        Assert.Empty(set.Validate("Sample", Root("a: 1\n")));
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { """{ "const": 1 }""", "keyword 'const' is not checked by this tool" },
        { """{ "oneOf": [{}] }""", "keyword 'oneOf' is not checked by this tool" },
        { """{ "anyOf": [{}] }""", "keyword 'anyOf' is not checked by this tool" },
        { """{ "if": {} }""", "keyword 'if' is not checked by this tool" },
        { """{ "contains": {} }""", "keyword 'contains' is not checked by this tool" },
        { """{ "propertyNames": {} }""", "keyword 'propertyNames' is not checked by this tool" },
        { """{ "items": { "patternProperties": {} } }""", "keyword 'patternProperties' is not checked by this tool" },
        { """{ "properties": { "b": { "multipleOf": 2 } } }""", "keyword 'multipleOf' is not checked by this tool" },
        { """{ "additionalProperties": { "not": {} } }""", "keyword 'not' is not checked by this tool" },
        { """{ "exclusiveMinimum": 1 }""", "keyword 'exclusiveMinimum' is not checked by this tool" },
        { """{ "additionalProperties": true }""", "value of keyword 'additionalProperties' has no effect" },
        { """{ "items": [{}] }""", "not a schema object" },
        { """{ "items": true }""", "not a schema object" },
        { """{ "type": "decimal" }""", "value of keyword 'type' has no effect" },
        { """{ "type": [] }""", "value of keyword 'type' has no effect" },
        { """{ "enum": [] }""", "value of keyword 'enum' has no effect" },
        { """{ "enum": [1.5] }""", "value of keyword 'enum' has no effect" },
        { """{ "enum": ["2026-01-08T09:40:00Z"] }""", "value of keyword 'enum' has no effect" },
        { """{ "format": "email" }""", "value of keyword 'format' has no effect" },
        { """{ "pattern": "^(a+)\\1$" }""", "'\\1' means one thing to editors and another here" },
        { """{ "pattern": "^\\d+$" }""", "'\\d' means one thing to editors and another here" },
        { """{ "pattern": "^(?=a)" }""", "pattern does not compile, or needs backtracking" },
        { """{ "pattern": "(" }""", "pattern does not compile, or needs backtracking" },
        { """{ "pattern": 1 }""", "value of keyword 'pattern' has no effect" },
        { """{ "minLength": -1 }""", "value of keyword 'minLength' has no effect" },
        { """{ "minLength": 99999999999999999999999 }""", "value of keyword 'minLength' has no effect" },
        { """{ "maxItems": 0 }""", "value of keyword 'maxItems' has no effect" },
        { """{ "maximum": 1e400 }""", "value of keyword 'maximum' has no effect" },
        { """{ "required": ["b"], "properties": {}, "additionalProperties": false }""", "required field 'b' is not defined" },
        { """{ "$ref": "#/definitions/own", "minLength": 3 }""", "'minLength' beside '$ref' has no effect" },
        { """{ "$ref": "http://example.invalid/x.json" }""", "value of keyword '$ref' has no effect" },
        { """{ "$ref": "file:///etc/passwd" }""", "value of keyword '$ref' has no effect" },
        { """{ "$ref": "other.schema.json#/definitions/x" }""", "value of keyword '$ref' has no effect" },
        { """{ "$ref": "#/properties/a" }""", "value of keyword '$ref' has no effect" },
        { """{ "$ref": "#/definitions/a/b" }""", "value of keyword '$ref' has no effect" },
        { """{ "$ref": "#/definitions/nowhere" }""", "definition 'nowhere' does not exist or only refers to itself" },
        { """{ "$ref": "#/definitions/circle" }""", "definition 'circle' does not exist or only refers to itself" },
        { """{ "examples": [{ "$ref": "http://example.invalid/x.json" }] }""", "value of keyword 'examples' has no effect" },
        { """{ "default": { "$ref": "http://example.invalid/x.json" } }""", "value of keyword 'default' has no effect" },
        { """{ "type": "string", "type": "integer" }""", "not JSON, or a key stands twice" },
        { """{ "type": """, "not JSON, or a key stands twice" },
    };

    [Theory, MemberData(nameof(Unusable))]
    public void A_schema_that_would_not_be_checked_as_written_is_refused(string field, string expected)
    {
        var set = Load(field, circle: expected.Contains("circle", StringComparison.Ordinal));
        Assert.Contains(expected, set.Findings.Select(finding => finding.Message.En));
        Assert.All(set.Findings, finding => Assert.Equal("OPS100", finding.Rule.Id));
        Assert.Empty(set.Kinds);
        Assert.Equal("OPS101", Assert.Single(set.Validate("Sample", Root("a: 1\n"))).Rule.Id);
    }

    [Fact]
    public void A_schema_fault_stands_at_its_line()
    {
        var set = SchemaSet.Load(new Dictionary<string, string> { ["sample.schema.json"] = "{\n  \"type\": \"object\",\n  \"not\": {}\n}" });
        Assert.Equal("schemas/sample.schema.json:3:1", Assert.Single(set.Findings).Place.ToString());
    }

    [Fact]
    public void A_definition_of_the_same_name_in_both_files_is_refused()
    {
        var files = new Dictionary<string, string> { ["sample.schema.json"] = """{ "definitions": { "x": {} } }""", ["common.schema.json"] = """{ "definitions": { "x": {} } }""" };
        Assert.Equal("definition 'x' is also one of common.schema.json", Assert.Single(SchemaSet.Load(files).Findings).Message.En);
    }

    [Fact]
    public void A_schema_that_contains_itself_is_walked_as_deep_as_the_value()
    {
        var set = SchemaSet.Load(new Dictionary<string, string>
        {
            ["tree.schema.json"] = """{ "$ref": "#/definitions/node", "definitions": {} }""",
            ["sample.schema.json"] = """{ "properties": { "a": { "$ref": "#/definitions/node" } }, "definitions": { "node": { "type": "object", "additionalProperties": { "$ref": "#/definitions/node" } } } }""",
        });
        Assert.Equal(["Sample"], set.Kinds);
        Assert.Equal("a.yaml:1:12", Assert.Single(set.Validate("Sample", Root("a: {b: {c: 1}}\n"))).Place.ToString());
    }

    [Fact]
    public void A_pattern_that_backtracks_elsewhere_is_judged_at_once()
    {
        var set = Load("""{ "pattern": "^(a+)+$" }""");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(set.Validate("Sample", Root("a: " + new string('a', 50_000) + "!\n")));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Theory]
    [InlineData("2026-01-08T09:40:00Z", true)]
    [InlineData("2026-01-08T09:40:00.123456789+08:00", true)]
    [InlineData("2026-01-08T23:59:59-14:00", true)]
    [InlineData("2024-02-29T00:00:00+00:00", true)]
    [InlineData("2026-01-08T09:40+08:00", false)]
    [InlineData("2026-01-08T09:40:00", false)]
    [InlineData("2026-01-08T09:40:00+0800", false)]
    [InlineData("2026-01-08T09:40:00+08", false)]
    [InlineData("2026-01-08T09:40:00-00:00", false)]
    [InlineData("2026-01-08T09:40:00+14:01", false)]
    [InlineData("2026-01-08T09:40:00+08:60", false)]
    [InlineData("2026-01-08t09:40:00z", false)]
    [InlineData("2026-01-08T24:00:00Z", false)]
    [InlineData("2026-01-08T09:60:00Z", false)]
    [InlineData("2026-01-08T09:40:60Z", false)]
    [InlineData("2026-02-29T09:40:00Z", false)]
    [InlineData("2026-01-08T09:40:00.Z", false)]
    [InlineData("2026-01-08T09:40:00.1234567890Z", false)]
    [InlineData("2026-01-08T09:40:00ZZ", false)]
    [InlineData("２０２６-01-08T09:40:00Z", false)]
    [InlineData("", false)]
    public void A_time_is_rfc_3339_with_its_offset(string text, bool expected) => Assert.Equal(expected, TimeFormats.IsDateTime(text));

    [Theory]
    [InlineData("2026-01-08", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-1-8", false)]
    [InlineData("2026-13-01", false)]
    [InlineData("0000-01-01", false)]
    [InlineData(" 2026-01-08", false)]
    [InlineData("2026-01-08 ", false)]
    [InlineData("2026/01/08", false)]
    [InlineData("２０２６-01-08", false)]
    public void A_date_is_a_day_that_exists(string text, bool expected) => Assert.Equal(expected, TimeFormats.IsDate(text));

    [Theory]
    [InlineData("severty", "severity")]
    [InlineData("SEVERITY", "severity")]
    [InlineData("mintues", "minutes")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_the_one_probably_meant(string word, string? expected) =>
        Assert.Equal(expected, Nearest.To(word, ["minutes", "severity"]));

    private static SchemaSet Load(string field, bool circle = false)
    {
        var extra = circle ? """, "circle": { "$ref": "#/definitions/circle" }""" : "";
        return SchemaSet.Load(new Dictionary<string, string>
        {
            ["sample.schema.json"] = $$"""{ "type": "object", "properties": { "a": {{field}} }, "definitions": { "own": { "type": "string" }{{extra}} } }""",
            ["common.schema.json"] = """{ "definitions": { "shared": { "type": "integer" }, "chain": { "$ref": "#/definitions/shared" } } }""",
        });
    }

    private static MappingNode Root(string text) => YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text)).Root!;
}
