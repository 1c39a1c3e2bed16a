using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OpsRegistry.Tests.Schemas;

/// <summary>The files of schemas/ as JSON, and where their references lead.</summary>
internal static class SchemaFiles
{
    private const string CommonFile = "common.schema.json";

    /// <summary>Every schema file by name, in ordinal order.</summary>
    public static IReadOnlyDictionary<string, JObject> All { get; } = new SortedDictionary<string, JObject>(
        Texts.ToDictionary(file => file.Key, file => Parse(file.Value)),
        StringComparer.Ordinal);

    /// <summary>The texts of the files, as loading takes them.</summary>
    public static IReadOnlyDictionary<string, string> Texts =>
        Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "schemas"), "*.schema.json").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    /// <summary>The definitions that all kinds share.</summary>
    public static JObject Common => All[CommonFile];

    /// <summary>Reads JSON and leaves dates as the text they are.</summary>
    public static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    /// <summary>Follows references until there are none; null when one leads nowhere.</summary>
    /// <param name="schema">A schema or a part of one.</param>
    /// <param name="document">The file in which it stands: <c>#/definitions/…</c> leads there.</param>
    public static (JObject Schema, JObject Document)? Resolve(JObject schema, JObject document)
    {
        for (var steps = 0; steps < 10; steps++)
        {
            if (schema["$ref"] is not JValue { Value: string reference })
            {
                return (schema, document);
            }

            var parts = reference.Split("#/definitions/");
            document = parts[0] switch { "" => document, CommonFile => Common, _ => [] };
            if (parts.Length != 2 || document["definitions"]?[parts[1]] is not JObject target)
            {
                return null;
            }

            schema = target;
        }

        return null;
    }

    /// <summary>Every schema in a file, with the way to it: the file itself, its properties, items and definitions, and so on down.</summary>
    public static IEnumerable<(string Way, JObject Schema)> Walk(string way, JObject schema)
    {
        yield return (way, schema);
        var below = new[] { "properties", "definitions" }
            .SelectMany(keyword => (schema[keyword] as JObject)?.Properties() ?? [])
            .Select(entry => (Way: $"{way}/{entry.Name}", entry.Value))
            .Concat(new[] { "items", "additionalProperties" }.Where(keyword => schema[keyword] is not null).Select(keyword => (Way: $"{way}/{keyword}", Value: schema[keyword]!)));
        foreach (var (deeper, value) in below)
        {
            foreach (var found in value is JObject part ? Walk(deeper, part) : [])
            {
                yield return found;
            }
        }
    }
}
