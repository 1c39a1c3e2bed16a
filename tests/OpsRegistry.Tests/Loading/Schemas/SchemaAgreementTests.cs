using System.Text;
using System.Text.Json;
using NJsonSchema;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Loading.Schemas;

/// <summary>Our walker and NJsonSchema's own validator, on random schemas and values written as JSON (which is YAML too).</summary>
public sealed class SchemaAgreementTests
{
    private const int Schemas = 400;
    private const int ValuesPerSchema = 10;

    private static readonly string[] Keys = ["a", "b", "c"];
    private static readonly string[] Texts = ["", "x", "xy", "12", "true", "null", "abc"];
    private static readonly string[] Numbers = ["0", "1", "-1", "2.5", "12", "7"];

    [Fact]
    public async Task Our_walker_and_NJsonSchema_reach_the_same_verdict()
    {
        var random = new Random(7);
        var refused = 0;
        for (var number = 0; number < Schemas; number++)
        {
            var schema = $$"""{ "type": "object", "properties": { "a": {{Schema(random, 3)}}, "b": {{Schema(random, 2)}} }, "required": ["a"] }""";
            var set = SchemaSet.Load(new Dictionary<string, string> { ["sample.schema.json"] = schema });
            Assert.True(set.Findings.Count == 0, schema);
            var oracle = await JsonSchema.FromJsonAsync(schema);
            for (var turn = 0; turn < ValuesPerSchema; turn++)
            {
                var value = $$"""{ "a": {{Value(random, 3)}}, "{{Keys[random.Next(3)]}}x": 1, "b": {{Value(random, 2)}} }""";
                var root = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(value)).Root!;
                var accepted = set.Validate("Sample", root).Count == 0;
                Assert.True(accepted == (oracle.Validate(value).Count == 0), $"{(accepted ? "accepted" : "refused")} by us alone: {schema} {value}");
                refused += accepted ? 0 : 1;
            }
        }

        Assert.InRange(refused, Schemas * ValuesPerSchema / 4, Schemas * ValuesPerSchema * 95 / 100);
    }

    private static string Schema(Random random, int depth)
    {
        var keywords = random.Next(depth > 0 ? 6 : 4) switch
        {
            0 => Some(random, "\"type\": \"string\"", $"\"minLength\": {random.Next(3)}", $"\"maxLength\": {random.Next(1, 4)}"),
            1 => Some(random, $"\"type\": \"{(random.Next(2) == 0 ? "integer" : "number")}\"", $"\"minimum\": {random.Next(3)}", $"\"maximum\": {random.Next(2, 13)}"),
            2 => Some(random, "\"type\": [\"string\", \"integer\"]", "\"pattern\": \"^[a-z0-9]*$\""),
            3 => Some(random, "\"type\": \"string\"", $"\"enum\": [{string.Join(", ", Texts.Skip(random.Next(5)).Select(Quoted))}]"),
            4 => Some(random, "\"type\": \"array\"", $"\"items\": {Schema(random, depth - 1)}", $"\"minItems\": {random.Next(3)}", $"\"maxItems\": {random.Next(1, 4)}", "\"uniqueItems\": true"),
            _ => Some(random, "\"type\": \"object\"", $"\"properties\": {{ \"a\": {Schema(random, depth - 1)}, \"b\": {{}} }}", "\"required\": [\"b\"]", random.Next(2) == 0 ? "\"additionalProperties\": false" : $"\"additionalProperties\": {Schema(random, depth - 1)}"),
        };
        return keywords.Contains("\"required\"", StringComparison.Ordinal) && !keywords.Contains("\"properties\"", StringComparison.Ordinal) ? "{}" : keywords;
    }

    // The first keyword (the type) always, each other half of the time.
    private static string Some(Random random, params string[] keywords) =>
        "{ " + string.Join(", ", keywords.Where((_, index) => index == 0 || random.Next(2) == 0)) + " }";

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 or 1 or 2 => Quoted(Texts[random.Next(Texts.Length)]),
        3 or 4 => Numbers[random.Next(Numbers.Length)],
        5 => random.Next(4) switch { 0 => "true", 1 => "false", 2 => "null", _ => "7" },
        6 or 7 => "[" + string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1))) + "]",
        _ => "{" + string.Join(", ", Keys.Where(_ => random.Next(2) == 0).Select(key => $"\"{key}\": {Value(random, depth - 1)}")) + "}",
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
