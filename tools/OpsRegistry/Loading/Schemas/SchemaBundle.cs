using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpsRegistry.Loading.Schemas;

/// <summary>Makes one self-contained schema of a kind's file and the common definitions, so that nothing is ever fetched.</summary>
internal static class SchemaBundle
{
    /// <summary>The file that holds the definitions all kinds share.</summary>
    public const string CommonFile = "common.schema.json";

    private const string Folder = "schemas/";
    private const int Limit = 50;

    /// <summary>A file's schema when it may be used; findings otherwise.</summary>
    public static (JObject? Schema, IReadOnlyList<Finding> Findings) Parse(string file, string json)
    {
        var findings = new CappedFindings(Limit);
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            var schema = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error, CommentHandling = CommentHandling.Load });
            new SchemaKeywords(Folder + file, findings).Check(schema);
            var isWhole = !reader.Read();
            if (!isWhole)
            {
                findings.Add(Unusable(Folder + file, null, new("JSON 之后还有内容", "text after the end of the JSON")));
            }

            var found = findings.ToList();
            return (found.Count == 0 ? (JObject)schema : null, found);
        }
        catch (JsonException exception)
        {
            var line = exception is JsonReaderException { LineNumber: > 0 } known ? known.LineNumber : 1;
            return (null, [Unusable(Folder + file, line, new("不是有效的 JSON，或有重复的键", "not JSON, or a key stands twice"))]);
        }
    }

    /// <summary>A kind's schema with the definitions of both files and all references rewritten to its own.</summary>
    public static (JObject Schema, IReadOnlyList<Finding> Findings) Join(string file, JObject kind, JObject? common)
    {
        var findings = new CappedFindings(Limit);
        var bundle = (JObject)kind.DeepClone();
        bundle.Remove("$id"); // Nothing may be looked up by it.
        var definitions = bundle["definitions"] as JObject ?? [];
        foreach (var shared in (common?["definitions"] as JObject)?.Properties() ?? [])
        {
            if (definitions.ContainsKey(shared.Name))
            {
                findings.Add(Unusable(Folder + file, 1, new($"定义 '{shared.Name}' 与 {CommonFile} 重名", $"definition '{shared.Name}' is also one of {CommonFile}")));
                continue;
            }

            definitions[shared.Name] = shared.Value.DeepClone();
        }

        bundle["definitions"] = definitions;
        foreach (var reference in References(bundle).ToArray())
        {
            var name = SchemaKeywords.DefinitionOf((string)reference.Value!)!;
            reference.Value = "#/definitions/" + name;
            if (!LeadsSomewhere(definitions, name))
            {
                findings.Add(Unusable(Folder + file, 1, new($"引用的定义 '{name}' 不存在或只引用自己", $"definition '{name}' does not exist or only refers to itself")));
            }
        }

        KeepReachable(bundle);
        return (bundle, findings.ToList());
    }

    /// <summary>Drops the definitions that nothing refers to: most kinds use a few of the common ones.</summary>
    private static void KeepReachable(JObject bundle)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var definitions = (JObject)bundle["definitions"]!;
        bundle.Remove("definitions");
        var waiting = new Queue<JObject>([bundle]);
        while (waiting.TryDequeue(out var schema))
        {
            foreach (var name in References(schema).Select(reference => SchemaKeywords.DefinitionOf((string)reference.Value!)!))
            {
                if (reached.Add(name) && definitions[name] is JObject next)
                {
                    waiting.Enqueue(next);
                }
            }
        }

        bundle["definitions"] = new JObject(definitions.Properties().Where(definition => reached.Contains(definition.Name)));
    }

    /// <summary>The finding that a schema cannot be used.</summary>
    public static Finding Unusable(string path, JToken? token, Message message) =>
        Unusable(path, token is IJsonLineInfo line && line.HasLineInfo() ? line.LineNumber : 1, message);

    private static Finding Unusable(string path, int line, Message message) => new(
        SchemaRules.UnusableSchema,
        new Place(path, line, 1, 1),
        message,
        new Text("改正模式文件；可用关键字见 schemas/README.md", "mend the schema; schemas/README.md lists what may be used"));

    private static IEnumerable<JProperty> References(JObject schema)
    {
        foreach (var keyword in schema.Properties())
        {
            if (keyword.Name == "$ref")
            {
                yield return keyword;
            }
        }

        var children = new[] { schema["properties"], schema["definitions"] }.OfType<JObject>().SelectMany(map => map.Properties().Select(entry => entry.Value));
        foreach (var below in children.Append(schema["items"]).Append(schema["additionalProperties"]).OfType<JObject>())
        {
            foreach (var reference in References(below))
            {
                yield return reference;
            }
        }
    }

    private static bool LeadsSomewhere(JObject definitions, string name)
    {
        for (var steps = 0; steps <= definitions.Count; steps++)
        {
            if (definitions[name] is not JObject target)
            {
                return false;
            }

            if (target["$ref"] is not JValue { Value: string next })
            {
                return true;
            }

            name = SchemaKeywords.DefinitionOf(next)!;
        }

        return false;
    }
}
