using System.Text.Json;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;

namespace OpsRegistry.Scenarios;

/// <summary>What the schema of each kind gives as an example: where a scenario says nothing of a field that a file must have, the example speaks.</summary>
internal static class KindExamples
{
    private static readonly Lazy<SchemaSet> OwnSchemas = new(() => SchemaSet.Load(EmbeddedSchemas.Texts));

    private static readonly Lazy<Dictionary<string, JsonElement>> Specs = new(() => EmbeddedSchemas.Texts
        .Select(file => JsonDocument.Parse(file.Value).RootElement)
        .Where(schema => schema.TryGetProperty("examples", out _))
        .Select(schema => schema.GetProperty("examples")[0])
        .ToDictionary(example => example.GetProperty("kind").GetString()!, example => example.GetProperty("spec"), StringComparer.Ordinal));

    /// <summary>The schemas that the examples keep to.</summary>
    public static SchemaSet Schemas => OwnSchemas.Value;

    /// <summary>The fields that a file of a kind must have.</summary>
    public static IEnumerable<string> RequiredOf(string kind) => Schemas.FieldsOf(kind).Where(field => field.IsRequired).Select(field => field.Name);

    /// <summary>The example's value of a field, as if it stood at a place; null where the example leaves it out.</summary>
    public static Node? Find(string kind, string field, Place place) =>
        Specs.Value.TryGetValue(kind, out var spec) && spec.TryGetProperty(field, out var value) ? Read(value, place) : null;

    private static Node Read(JsonElement value, Place place) => value.ValueKind switch
    {
        JsonValueKind.Object => new MappingNode(place, value.EnumerateObject().Select(entry => new MappingEntry(entry.Name, place, Read(entry.Value, place))).ToList()),
        JsonValueKind.Array => new SequenceNode(place, value.EnumerateArray().Select(item => Read(item, place)).ToList()),
        JsonValueKind.String => new ScalarNode(place, value.GetString()!, ScalarKind.String),
        JsonValueKind.Number => new ScalarNode(place, value.GetRawText(), value.TryGetInt64(out _) ? ScalarKind.Integer : ScalarKind.Number),
        JsonValueKind.True or JsonValueKind.False => new ScalarNode(place, value.GetRawText(), ScalarKind.Boolean),
        JsonValueKind.Null or JsonValueKind.Undefined => new ScalarNode(place, "", ScalarKind.Null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
