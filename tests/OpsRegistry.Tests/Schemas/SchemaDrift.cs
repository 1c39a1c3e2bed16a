using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using Binder = OpsRegistry.Model.Binder;

namespace OpsRegistry.Tests.Schemas;

/// <summary>Compares a kind's schema with the record that its files are read into, all the way down, and names everything that differs.</summary>
internal sealed class SchemaDrift
{
    private readonly List<string> differences = [];

    /// <summary>What differs between a kind and a schema, in the order of the schema.</summary>
    public static IReadOnlyList<string> Between(Kind kind, JObject schema)
    {
        var drift = new SchemaDrift();
        drift.CompareEnvelope(kind, schema);
        return drift.differences;
    }

    private void CompareEnvelope(Kind kind, JObject schema)
    {
        string[] parts = ["apiVersion", "kind", "metadata", "spec"];
        CompareKeys("", parts, parts, schema);
        CompareWords("kind", [kind.Name], Part(schema, schema, "kind").Schema);
        var metadata = Binder.KeysOf(typeof(Metadata));
        if (kind.PathPattern.Contains("{contract}", StringComparison.Ordinal))
        {
            CompareRecord("metadata", metadata, ["contract"], Part(schema, schema, "metadata"), typeof(Metadata));
        }
        else
        {
            CompareRecord("metadata", metadata.Where(key => key.Key != "contract").ToList(), [], Part(schema, schema, "metadata"), typeof(Metadata));
        }

        CompareRecord("spec", Binder.KeysOf(kind.SpecType), [], Part(schema, schema, "spec"), kind.SpecType);
    }

    private void Compare(string way, Type declared, (JObject Schema, JObject Document) at)
    {
        if (SchemaFiles.Resolve(at.Schema, at.Document) is not { } resolved)
        {
            differences.Add($"{way}: '{at.Schema["$ref"]}' leads nowhere");
            return;
        }

        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Located<>))
        {
            Compare(way, type.GetGenericArguments()[0], resolved);
        }
        else if (typeof(Bound).IsAssignableFrom(type))
        {
            CompareRecord(way, Binder.KeysOf(type), [], resolved, type);
        }
        else if (type == typeof(Text))
        {
            CompareTypes(way, ["object"], resolved.Schema);
            CompareKeys(way, ["zh", "en"], ["zh", "en"], resolved.Schema);
        }
        else if (type.IsGenericType)
        {
            CompareCollection(way, type, resolved);
        }
        else
        {
            CompareScalar(way, type, resolved.Schema);
        }
    }

    private void CompareRecord(
        string way, IReadOnlyList<(string Key, PropertyInfo Property)> keys, IReadOnlyList<string> alsoRequired, (JObject Schema, JObject Document) at, Type type)
    {
        CompareTypes(way, ["object"], at.Schema);
        CompareKeys(
            way,
            keys.Select(key => key.Key).ToList(),
            keys.Where(key => IsRequired(key.Property)).Select(key => key.Key).Concat(alsoRequired).ToList(),
            at.Schema);
        var unset = Activator.CreateInstance(type)!;
        foreach (var (key, property) in keys.Where(key => at.Schema["properties"]?[key.Key] is JObject))
        {
            var part = Part(at.Schema, at.Document, key);
            Compare($"{way}.{key}", property.PropertyType, part);
            if (!IsRequired(property))
            {
                CompareDefault($"{way}.{key}", property.PropertyType, property.GetValue(unset), (string?)part.Schema["default"]);
            }
        }
    }

    private void CompareCollection(string way, Type type, (JObject Schema, JObject Document) at)
    {
        var isList = type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        CompareTypes(way, [isList ? "array" : "object"], at.Schema);
        if (at.Schema[isList ? "items" : "additionalProperties"] is JObject items)
        {
            Compare(way + (isList ? "[]" : "{}"), type.GetGenericArguments()[^1], (items, at.Document));
        }
        else
        {
            differences.Add($"{way}: what it holds is not said");
        }
    }

    private void CompareScalar(string way, Type type, JObject schema)
    {
        if (type.IsEnum)
        {
            CompareTypes(way, ["string"], schema);
            CompareWords(way, ScalarReaders.EnumNames(type).Keys.ToList(), schema);
            return;
        }

        CompareTypes(way, TypesOf(type), schema);
        var format = type == typeof(LocalDate) ? "date" : type == typeof(OffsetDateTime) ? "date-time" : null;
        if (format != (string?)schema["format"])
        {
            differences.Add($"{way}: format is '{schema["format"]}', the type reads '{format}'");
        }

        if (type == typeof(Duration) && (string?)schema["pattern"] != (string?)SchemaFiles.Common["definitions"]!["duration"]!["pattern"])
        {
            differences.Add($"{way}: not the pattern of a duration");
        }
    }

    private void CompareKeys(string way, IReadOnlyList<string> keys, IReadOnlyList<string> required, JObject schema)
    {
        CompareSets(way, "key", (schema["properties"] as JObject)?.Properties().Select(property => property.Name) ?? [], keys);
        CompareSets(way, "required key", Words(schema["required"]), required);
        if (schema["additionalProperties"] is not JValue { Value: false })
        {
            differences.Add($"{way}: lets unknown keys through");
        }
    }

    private void CompareWords(string way, IReadOnlyList<string> words, JObject schema) => CompareSets(way, "word", Words(schema["enum"]), words);

    private void CompareTypes(string way, IReadOnlyList<string> types, JObject schema) =>
        CompareSets(way, "type", schema["type"] is JArray several ? Words(several) : schema["type"] is { } single ? [single.ToString()] : [], types);

    private void CompareSets(string way, string what, IEnumerable<string> inSchema, IEnumerable<string> inType)
    {
        differences.AddRange(inSchema.Except(inType).Select(word => $"{way}: {what} '{word}' is only in the schema"));
        differences.AddRange(inType.Except(inSchema).Select(word => $"{way}: {what} '{word}' is not in the schema"));
    }

    // Only values that cannot be absent have a default: a flag, a number or a word.
    private void CompareDefault(string way, Type type, object? unset, string? inSchema)
    {
        var expected = type.IsEnum ? ScalarReaders.WordOf(unset!)
            : type == typeof(bool) || type == typeof(int) ? Convert.ToString(unset, CultureInfo.InvariantCulture)
            : null;
        if (!string.Equals(expected, inSchema, StringComparison.Ordinal))
        {
            differences.Add($"{way}: default is '{inSchema}', the type has '{expected}'");
        }
    }

    private static IReadOnlyList<string> TypesOf(Type type) =>
        type == typeof(Node) ? []
        : type == typeof(bool) ? ["boolean"]
        : type == typeof(int) ? ["integer"]
        : type == typeof(decimal) ? ["integer", "string"]
        : type == typeof(OneOf) ? ["string", "integer", "boolean", "array"]
        : ["string"];

    private static IReadOnlyList<string> Words(JToken? list) => (list as JArray)?.Select(word => word.ToString()).ToList() ?? [];

    private static bool IsRequired(PropertyInfo property) => property.GetCustomAttribute<RequiredMemberAttribute>() is not null;

    private static (JObject Schema, JObject Document) Part(JObject schema, JObject document, string key) => ((schema["properties"]?[key] as JObject) ?? [], document);
}
