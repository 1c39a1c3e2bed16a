using System.Text.Json;

namespace OpsRegistry.Generators;

/// <summary>The rule shapes of the scorecard's schema as C#: a shape is a property of a deduction that leads to a definition of the same file.</summary>
internal sealed class ShapeSchema(IReadOnlyList<(string Type, string Summary)> shapes, IReadOnlyList<string> definitions)
{
    private const string Own = "#/definitions/";

    /// <summary>The types of the definitions that all schemas share.</summary>
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["points"] = "decimal",
        ["score"] = "decimal",
        ["share"] = "decimal",
        ["id"] = "string",
        ["name"] = "string",
        ["field"] = "string",
        ["word"] = "string",
        ["paragraph"] = "string",
        ["text"] = "global::OpsRegistry.Text",
        ["date"] = "global::NodaTime.LocalDate",
        ["duration"] = "global::NodaTime.Duration",
        ["recordMatch"] = "RecordMatch",
    };

    /// <summary>The shapes, in the order of the schema.</summary>
    public IReadOnlyList<(string Type, string Summary)> Shapes { get; } = shapes;

    /// <summary>The declarations of the shapes, and of the records and words that they are made of.</summary>
    public IReadOnlyList<string> Definitions { get; } = definitions;

    /// <summary>Reads the schema.</summary>
    public static ShapeSchema Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var definitions = document.RootElement.GetProperty("definitions");
        var names = definitions.GetProperty("deduction").GetProperty("properties").EnumerateObject()
            .Where(property => property.Name != "clauses" && OwnName(property.Value) is not null)
            .Select(property => property.Name == OwnName(property.Value)
                ? property.Name
                : throw new InvalidOperationException($"'{property.Name}' of a deduction leads to '{OwnName(property.Value)}'; a shape has one name"))
            .ToList();
        var declared = new Dictionary<string, string>();
        foreach (var name in names)
        {
            Declare(name, definitions, declared, "RuleShape");
        }

        return new(names.Select(name => (Pascal(name), Summary(definitions.GetProperty(name)))).ToList(), declared.Values.ToList());
    }

    private static void Declare(string name, JsonElement definitions, Dictionary<string, string> declared, string parent)
    {
        if (declared.ContainsKey(name))
        {
            return;
        }

        var definition = definitions.GetProperty(name);
        declared[name] = definition.TryGetProperty("enum", out var words)
            ? $"/// <summary>{Summary(definition)}</summary>\npublic enum {Pascal(name)}\n{{\n{string.Concat(words.EnumerateArray().Select(word => $"    /// <summary><c>{word.GetString()}</c>.</summary>\n    {Pascal(word.GetString()!)},\n\n"))}}}\n"
            : $"/// <summary>{Summary(definition)}</summary>\npublic sealed record {Pascal(name)} : {parent}\n{{\n{string.Concat(definition.GetProperty("properties").EnumerateObject().Select(property => PropertyOf(definition, property)))}}}\n";
        foreach (var used in Used(definition))
        {
            Declare(used, definitions, declared, "Bound");
        }
    }

    private static IEnumerable<string> Used(JsonElement definition) => !definition.TryGetProperty("properties", out var properties) ? [] :
        from property in properties.EnumerateObject()
        from schema in new[] { property.Value, property.Value.TryGetProperty("items", out var items) ? items : property.Value }
        let name = OwnName(schema)
        where name is not null
        select name;

    private static string PropertyOf(JsonElement definition, JsonProperty property)
    {
        var isRequired = definition.TryGetProperty("required", out var required) && required.EnumerateArray().Any(key => key.GetString() == property.Name);
        var type = TypeOf(property.Value);
        var unset = property.Value.TryGetProperty("default", out var value) ? DefaultOf(type, value) : null;
        var isList = type.StartsWith("global::System.Collections.Generic.IReadOnlyList<", StringComparison.Ordinal);
        return $"    /// <summary>{Summary(property.Value)}</summary>\n" + (
            isRequired ? $"    public required {type} {Pascal(property.Name)} {{ get; init; }}\n\n"
            : unset is not null ? $"    public {type} {Pascal(property.Name)} {{ get; init; }} = {unset};\n\n"
            : isList ? $"    public {type} {Pascal(property.Name)} {{ get; init; }} = [];\n\n"
            : $"    public {type}? {Pascal(property.Name)} {{ get; init; }}\n\n");
    }

    private static string TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return OwnName(schema) is { } own ? Pascal(own)
                : Shared.TryGetValue(reference.GetString()!.Split('/').Last(), out var shared) ? shared
                : throw new InvalidOperationException($"no type is known for '{reference.GetString()}'");
        }

        return schema.GetProperty("type").GetString() switch
        {
            "integer" => "int",
            "boolean" => "bool",
            "string" => "string",
            "array" => $"global::System.Collections.Generic.IReadOnlyList<{TypeOf(schema.GetProperty("items"))}>",
            "object" => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {TypeOf(schema.GetProperty("additionalProperties"))}>",
            var other => throw new InvalidOperationException($"no type is known for '{other}'"),
        };
    }

    private static string DefaultOf(string type, JsonElement value) => value.ValueKind == JsonValueKind.String ? $"{type}.{Pascal(value.GetString()!)}" : value.GetRawText();

    private static string? OwnName(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) && reference.GetString() is { } path && path.StartsWith(Own, StringComparison.Ordinal) ? path.Substring(Own.Length) : null;

    /// <summary>What the schema says in English, its description before its title.</summary>
    private static string Summary(JsonElement schema)
    {
        var said = (schema.TryGetProperty("description", out var description) ? description : schema.GetProperty("title")).GetString()!;
        var english = said.Substring(said.IndexOf(" / ", StringComparison.Ordinal) + 3).Trim();
        return (english.EndsWith(".", StringComparison.Ordinal) ? english : english + ".").Replace("&", "&amp;").Replace("<", "&lt;");
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
