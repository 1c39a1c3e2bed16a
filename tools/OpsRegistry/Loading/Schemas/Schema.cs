using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsRegistry.Loading.Schemas;

/// <summary>The types of JSON, of which a schema may allow several.</summary>
[Flags]
internal enum SchemaTypes
{
    /// <summary>The schema names none: any will do.</summary>
    None = 0,

    /// <summary>A list.</summary>
    Array = 1,

    /// <summary>True or false.</summary>
    Boolean = 2,

    /// <summary>A whole number.</summary>
    Integer = 4,

    /// <summary>Nothing.</summary>
    Null = 8,

    /// <summary>A number.</summary>
    Number = 16,

    /// <summary>Keys and values.</summary>
    Object = 32,

    /// <summary>Text.</summary>
    String = 64,
}

/// <summary>
/// A schema made ready to judge nodes: what each keyword says is read once, references are followed when they are first needed, and nothing is looked up by name while a
/// file is judged. It holds the keywords of <see cref="SchemaKeywords.Allowed"/>, whose meaning is that of draft 7.
/// </summary>
internal sealed class Schema
{
    private readonly Lazy<Schema>? reference;
    private readonly bool isOwn;
    private Regex? form;

    private Schema(JsonElement json, Definitions definitions, bool isRequired = false)
    {
        IsRequired = isRequired;
        isOwn = definitions.AreOwn;
        var required = Strings(json, "required");
        Title = Text(json, "title") is { Length: > 0 } title ? SchemaWords.Title(title) : null;
        Description = Text(json, "description");
        Type = json.TryGetProperty("type", out var type) ? TypesIn(type) : SchemaTypes.None;
        Enumeration = json.TryGetProperty("enum", out var allowed) ? [.. allowed.EnumerateArray().Select(ValueOf)] : [];
        Required = required;
        Properties = json.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => new Schema(property.Value, definitions, required.Contains(property.Name, StringComparer.Ordinal)), StringComparer.Ordinal)
            : [];
        Others = json.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? new(others, definitions) : null;
        AllowsOthers = others.ValueKind != JsonValueKind.False;
        Item = json.TryGetProperty("items", out var item) ? new(item, definitions) : null;
        Pattern = Text(json, "pattern");
        Format = Text(json, "format");
        (MinLength, MaxLength) = (Number(json, "minLength"), Number(json, "maxLength"));
        (MinItems, MaxItems) = (Number(json, "minItems") ?? 0, Number(json, "maxItems") ?? int.MaxValue);
        Minimum = json.TryGetProperty("minimum", out var minimum) ? minimum.GetDecimal() : null;
        Maximum = json.TryGetProperty("maximum", out var maximum) ? maximum.GetDecimal() : null;
        HasUniqueItems = json.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean();
        References = Text(json, "x-references");
        Titles = json.TryGetProperty("x-titles", out var titles) ? titles.EnumerateObject().ToDictionary(word => word.Name, word => SchemaWords.Title(word.Value.GetString() ?? ""), StringComparer.Ordinal) : null;
        Example = json.TryGetProperty("examples", out var examples) && examples.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } first ? (first.ValueKind == JsonValueKind.String ? first.GetString() : first.GetRawText()) : null;
        reference = Text(json, "$ref") is { } to ? new(() => definitions.Find(SchemaKeywords.DefinitionOf(to)!)) : null;
    }

    /// <summary>The schema that judges: this one, or the definition that it refers to.</summary>
    public Schema Actual => reference?.Value.Actual ?? this;

    /// <summary>Its title; null for none.</summary>
    public Text? Title { get; }

    /// <summary>What is meant, as it is written; null for nothing.</summary>
    public string? Description { get; }

    /// <summary>True for a field without which a file is refused.</summary>
    public bool IsRequired { get; }

    /// <summary>The types that are allowed.</summary>
    public SchemaTypes Type { get; }

    /// <summary>The values that are allowed: texts, whole numbers, truths and null; empty where any may stand.</summary>
    public IReadOnlyList<object?> Enumeration { get; }

    /// <summary>The fields of a mapping, in the schema's order.</summary>
    public Dictionary<string, Schema> Properties { get; }

    /// <summary>The fields that must be there.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>What holds for fields that are not named; null where nothing is said of them.</summary>
    public Schema? Others { get; }

    /// <summary>False where no other fields may stand.</summary>
    public bool AllowsOthers { get; }

    /// <summary>What each item of a list is; null where nothing is said of it.</summary>
    public Schema? Item { get; }

    /// <summary>The form of a text, as it is written; null for any.</summary>
    public string? Pattern { get; }

    /// <summary>The form of a text; null for any.</summary>
    public Regex? Form => Pattern is null ? null : form ??= isOwn ? SchemaPattern.CompileOwn(Pattern) : SchemaPattern.Compile(Pattern).Pattern;

    /// <summary><c>date</c>, <c>date-time</c> or null.</summary>
    public string? Format { get; }

    /// <summary>The fewest characters of a text; null for no limit.</summary>
    public int? MinLength { get; }

    /// <summary>The most characters of a text; null for no limit.</summary>
    public int? MaxLength { get; }

    /// <summary>The fewest items of a list.</summary>
    public int MinItems { get; }

    /// <summary>The most items of a list.</summary>
    public int MaxItems { get; }

    /// <summary>The least number; null for no limit.</summary>
    public decimal? Minimum { get; }

    /// <summary>The largest number; null for no limit.</summary>
    public decimal? Maximum { get; }

    /// <summary>True where no two items of a list may be equal.</summary>
    public bool HasUniqueItems { get; }

    /// <summary>The kind of file that a value names; null where it names none.</summary>
    public string? References { get; }

    /// <summary>What people call each word (<c>x-titles</c>); null where the schema does not say.</summary>
    public IReadOnlyDictionary<string, Text>? Titles { get; }

    /// <summary>The first of its examples that is a single value, as a message shows it; null for none.</summary>
    public string? Example { get; }

    /// <summary>Reads the schema of a kind's file.</summary>
    /// <param name="json">The schema.</param>
    /// <param name="common">The schema that holds the definitions all kinds share; null for none.</param>
    /// <param name="areOwn">True where both are what the tool brings along, to the letter.</param>
    public static Schema Read(JsonElement json, JsonElement? common, bool areOwn)
    {
        var named = new Dictionary<string, Lazy<Schema>>(StringComparer.Ordinal);
        var definitions = new Definitions(name => named[name].Value, areOwn);
        foreach (var file in new[] { common, json })
        {
            if (file is { } given && given.TryGetProperty("definitions", out var parts))
            {
                foreach (var definition in parts.EnumerateObject())
                {
                    named[definition.Name] = new(() => new(definition.Value, definitions));
                }
            }
        }

        return new(json, definitions);
    }

    /// <summary>The type of a value; an integer is a number too.</summary>
    public static SchemaTypes TypesOf(Node value) => value switch
    {
        ScalarNode { Kind: ScalarKind.Integer } => SchemaTypes.Integer | SchemaTypes.Number,
        _ => TypeOf(value),
    };

    /// <summary>The one type that people would call a value.</summary>
    public static SchemaTypes TypeOf(Node value) => value switch
    {
        MappingNode => SchemaTypes.Object,
        SequenceNode => SchemaTypes.Array,
        ScalarNode { Kind: ScalarKind.Integer } => SchemaTypes.Integer,
        ScalarNode { Kind: ScalarKind.Number } => SchemaTypes.Number,
        ScalarNode { Kind: ScalarKind.Boolean } => SchemaTypes.Boolean,
        ScalarNode { Kind: ScalarKind.Null } => SchemaTypes.Null,
        _ => SchemaTypes.String,
    };

    private static string? Text(JsonElement json, string keyword) => json.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string keyword) => json.TryGetProperty(keyword, out var value) ? value.GetInt32() : null;

    private static IReadOnlyList<string> Strings(JsonElement json, string keyword) => json.TryGetProperty(keyword, out var value) ? [.. value.EnumerateArray().Select(one => one.GetString()!)] : [];

    private static SchemaTypes TypesIn(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Aggregate(SchemaTypes.None, (types, one) => types | TypesIn(one))
        : Enum.Parse<SchemaTypes>(type.GetString()!, ignoreCase: true);

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var number) ? (object)number : value.GetDouble(), // larger than any number that is compared: it equals none
        JsonValueKind.Null => null,
        _ => value.GetBoolean(),
    };

    /// <summary>What the schemas of one bundle have in common.</summary>
    /// <param name="Find">The definition of a name.</param>
    /// <param name="AreOwn">True where the tool brings them along.</param>
    private sealed record Definitions(Func<string, Schema> Find, bool AreOwn);
}
