namespace OpsRegistry.Generators;

/// <summary>The C# of a value that a schema describes.</summary>
internal sealed class ValueType(string name, string reader)
{
    private const string Own = "global::OpsRegistry.Model.Values.";

    private static readonly string[] Structs = ["bool", "int", "decimal", "LocalDate", "OffsetDateTime", "Duration", "Language", "WindowDays", "Text"];

    private static readonly Dictionary<string, string> Readers = new()
    {
        ["string"] = Own + "String",
        ["bool"] = Own + "Boolean",
        ["int"] = Own + "Integer",
        ["decimal"] = Own + "Number",
        ["LocalDate"] = Own + "Date",
        ["OffsetDateTime"] = Own + "Time",
        ["Duration"] = Own + "Span",
        ["Language"] = $"{Own}WordsOf<global::OpsRegistry.Language>()",
        ["WindowDays"] = $"{Own}WordsOf<global::OpsRegistry.Time.WindowDays>()",
        ["Text"] = Own + "Words",
        ["OneOf"] = Own + "AnyOf",
        ["Node"] = Own + "Tree",
        ["Stated<LocalDate>"] = $"{Own}Stated({Own}Date)",
        ["Stated<decimal>"] = $"{Own}Stated({Own}Number)",
    };

    /// <summary>The type's name.</summary>
    public string Name { get; } = name;

    /// <summary>What reads it from a node.</summary>
    public string Reader { get; } = reader;

    /// <summary>The enumeration that it is, with its words.</summary>
    public SchemaNode? Enumeration { get; private set; }

    /// <summary>The record that it is, or that its list or map holds.</summary>
    public SchemaNode? Record { get; private set; }

    /// <summary>The kind of file that it names, or that each item of its list names.</summary>
    public string? References { get; private set; }

    /// <summary>The type of a map's values; null for anything else.</summary>
    public string? Item { get; private set; }

    /// <summary>True for a list.</summary>
    public bool IsList { get; private set; }

    /// <summary>True where a scorecard may match on it.</summary>
    public bool IsPlain => Name is "string" or "bool" or "int" or "decimal" or "LocalDate" or "IReadOnlyList<Located<string>>" || Enumeration is not null;

    /// <summary>True for a value that needs <c>?</c> to be absent at run time.</summary>
    public bool IsStruct => Structs.Contains(Name) || Enumeration is not null;

    /// <summary>The type of a part of a schema.</summary>
    public static ValueType Of(SchemaNode part)
    {
        var schema = part.Resolved();
        var references = part.Word("x-references") ?? schema.Word("x-references");
        if (schema.Word("x-type") is { } named && Readers.TryGetValue(named, out var known))
        {
            return new(named, known) { References = references };
        }

        if (schema.Has("enum") && schema.Word("type") == "string")
        {
            return new(schema.TypeName, $"{schema.TypeName}Words.Reader") { Enumeration = schema };
        }

        return schema.Word("type") switch
        {
            "string" => new("string", Readers["string"]) { References = references },
            "boolean" => new("bool", Readers["bool"]),
            "integer" => new("int", Readers["int"]),
            "array" => ListOf(Of(schema.Below("items"))),
            "object" when schema.Has("properties") => new(schema.TypeName, $"global::OpsRegistry.Model.{schema.TypeName}.Read") { Record = schema },
            "object" when schema.Has("additionalProperties") => MapOf(Of(schema.Below("additionalProperties"))),
            var other => throw part.Refused($"no C# type is known for a value of type '{other}'"),
        };
    }

    private static ValueType ListOf(ValueType item) => item.References is null
        ? new($"IReadOnlyList<{item.Name}>", $"{Own}ListOf({item.Reader})") { Record = item.Record, Enumeration = null, IsList = true }
        : new($"IReadOnlyList<Located<{item.Name}>>", $"{Own}ListOf({Own}Located({item.Reader}))") { References = item.References, IsList = true };

    private static ValueType MapOf(ValueType item) => new($"IReadOnlyDictionary<string, {item.Name}>", $"{Own}MapOf({item.Reader})") { Record = item.Record, Item = item.Name };
}
