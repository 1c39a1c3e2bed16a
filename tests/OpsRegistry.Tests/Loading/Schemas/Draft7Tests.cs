using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Loading.Schemas;

/// <summary>The official cases of draft 7, for every schema that uses nothing but what this product checks.</summary>
public sealed class Draft7Tests
{
    // The registry tells 1.0 from 1, as people do who write them: a decimal is no whole number, and 1.0 and 1.00 are two writings.
    private static readonly string[] Decimals = ["float zero is valid", "float one is valid", "a float with zero fractional part is an integer", "uniqueItems validation: numbers are unique if mathematically unequal"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Files => new(Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "tests", "draft7"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Files))]
    public void Every_case_is_judged_as_the_suite_says(string file)
    {
        var judged = 0;
        foreach (var group in JsonNode.Parse(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "tests", "draft7", file + ".json")))!.AsArray())
        {
            if (SetOf(group!["schema"]!) is not { Findings.Count: 0 } set)
            {
                continue;
            }

            foreach (var one in group["tests"]!.AsArray())
            {
                var (name, data) = ((string)one!["description"]!, one["data"]?.ToJsonString(Plain) ?? "null");
                if (YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes($$"""{"value": {{data}}}""")).Root is not { } root)
                {
                    continue;
                }

                judged++;
                var expected = (bool)one["valid"]! != (Decimals.Contains(name) || Decimals.Contains($"{group["description"]}: {name}"));
                Assert.True(expected == (set.Validate("Sample", root).Count == 0), $"{file}: {group["description"]}: {name}: {data}");
            }
        }

        Assert.True(judged > 0 || file == "definitions", "no case of the file was judged"); // its one schema refers to a schema elsewhere
    }

    /// <summary>A set of one kind whose files hold the value under one key; null for a schema that is no mapping.</summary>
    private static SchemaSet? SetOf(JsonNode schema)
    {
        if (schema is not JsonObject given)
        {
            return null;
        }

        var definitions = given["definitions"]?.DeepClone() ?? new JsonObject();
        given.Remove("definitions");
        var whole = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["value"] = given.DeepClone() }, ["definitions"] = definitions };
        return SchemaSet.Load(new Dictionary<string, string> { ["sample.schema.json"] = whole.ToJsonString() });
    }
}
