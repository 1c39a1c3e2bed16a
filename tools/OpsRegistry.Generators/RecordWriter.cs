using System.Text;
using System.Text.Json;

namespace OpsRegistry.Generators;

/// <summary>Writes a record of a schema's object: its properties, what it refers to, and how it is read.</summary>
internal static class RecordWriter
{
    /// <summary>What the bases of records and claims hold already.</summary>
    private static readonly Dictionary<string, string[]> Inherited = new() { ["RecordSpec"] = ["services", "evidence"], ["ClaimSpec"] = ["evidence"] };

    /// <summary>The source of a kind's record.</summary>
    public static string WriteKind(SchemaNode kind, SchemaNode spec, string name)
    {
        var layer = kind.Fact("layer").GetString();
        return Record(spec, kind.Summary(), name, layer switch { "records" => "RecordSpec", "claims" => "ClaimSpec", _ => "Spec" }, Days(kind, spec));
    }

    /// <summary>The source of a record within a kind.</summary>
    public static string Write(SchemaNode schema, string name, string parent) => Record(schema, schema.Summary(), name, parent, "");

    /// <summary>A key as the C# property's name.</summary>
    public static string Pascal(string key) => char.ToUpperInvariant(key[0]) + key.Substring(1);

    private static string Record(SchemaNode schema, string summary, string name, string parent, string more)
    {
        var inherited = Inherited.TryGetValue(parent, out var given) ? given : [];
        var properties = new StringBuilder();
        var reads = new StringBuilder();
        var readers = new StringBuilder();
        foreach (var property in schema.Properties)
        {
            var (type, initial, read) = Property(schema, property, readers);
            reads.Append($"            {Pascal(property.Name)} = {read},\n");
            if (!inherited.Contains(property.Name))
            {
                properties.Append($"    /// <summary>{property.Summary()}</summary>\n    public {type} {Pascal(property.Name)} {{ get; init; }}{initial}\n\n");
            }
        }

        return $$"""
            /// <summary>{{summary}}</summary>
            internal sealed partial record {{name}} : {{parent}}
            {
            {{properties}}{{more}}{{References(schema, inherited)}}{{readers}}    internal static {{name}} Read(Node node, ICollection<Finding> findings) => Fields.Of(node, findings) is not { } given ? null! : new()
                {
                    Node = given.Node,
            {{reads.ToString().TrimEnd()}}
                };
            }
            """.Replace("            Node = given.Node,", "        Node = given.Node,");
    }

    // A reader that is put together of others is put together once.
    private static (string Type, string Initial, string Read) Property(SchemaNode schema, SchemaNode property, StringBuilder readers)
    {
        var type = ValueType.Of(property);
        var key = EnumWriter.Quoted(property.Name);
        var reader = type.Reader;
        if (reader.Contains('('))
        {
            reader = Pascal(property.Name) + "Reader";
            readers.Append($"    private static readonly Reader<{type.Name}> {reader} = {type.Reader};\n\n");
        }

        if (schema.Words("required").Contains(property.Name))
        {
            return ($"required {type.Name}", "", $"given.Required({key}, {reader})");
        }

        if (Default(property, type) is { } unset)
        {
            return (type.Name, unset is "false" or "0" ? "" : $" = {unset};", $"given.Or({key}, {reader}, {unset})");
        }

        return type.IsStruct ? (type.Name + "?", "", $"given.Maybe({key}, {reader})") : (type.Name + "?", "", $"given.Or<{type.Name}?>({key}, {reader}, null)");
    }

    private static string? Default(SchemaNode property, ValueType type) =>
        property.Json.TryGetProperty("default", out var value)
            ? type.Enumeration is not null ? $"{type.Name}.{Pascal(value.GetString()!)}" : value.ValueKind == JsonValueKind.String ? EnumWriter.Quoted(value.GetString()!) : value.GetRawText()
            : type.IsList ? "[]" : type.Item is { } item ? $"new Dictionary<string, {item}>()" : null;

    private static string Days(SchemaNode kind, SchemaNode spec)
    {
        var facts = kind.Json.GetProperty("x-kind");
        var days = new StringBuilder();
        foreach (var (key, property) in new[] { ("occurredOn", "LocalDate OccurredOn"), ("endedOn", "LocalDate EndedOn"), ("knownOn", "LocalDate? KnownOn") })
        {
            if (facts.TryGetProperty(key, out var fields))
            {
                var names = fields.EnumerateArray().Select(field => field.GetString()!).ToList();
                var isTime = ValueType.Of(Named(kind, spec, names[0])).Name == "OffsetDateTime";
                var first = string.Join(" ?? ", names.Select(name => Pascal(Named(kind, spec, name).Name)));
                days.Append($"    /// <inheritdoc/>\n    public override {property} => {(isTime ? $"DayOf({first})" : first)};\n\n");
            }
        }

        if (facts.TryGetProperty("people", out var people))
        {
            var items = people.EnumerateArray().Select(field => Named(kind, spec, field.GetString()!)).Select(field =>
                ValueType.Of(field).IsList ? $".. {Pascal(field.Name)}" : $".. Named({Pascal(field.Name)}, nameof({Pascal(field.Name)}))");
            days.Append($"    /// <inheritdoc/>\n    public override IEnumerable<Located<string>> People => [{string.Join(", ", items)}];\n\n");
        }

        return days.ToString();
    }

    private static SchemaNode Named(SchemaNode kind, SchemaNode spec, string name) =>
        spec.Properties.FirstOrDefault(property => property.Name == name) ?? throw kind.Refused($"x-kind names '{name}', and there is no such field");

    private static string References(SchemaNode schema, string[] inherited)
    {
        var own = string.Concat(schema.Properties.Where(property => !inherited.Contains(property.Name)).Select(Reference));
        return own.Length == 0 ? "" : $"    internal override IEnumerable<Reference> References =>\n    [\n        .. base.References,\n{own}    ];\n\n";
    }

    private static string Reference(SchemaNode property)
    {
        var type = ValueType.Of(property);
        var name = Pascal(property.Name);
        return type switch
        {
            { References: { } kind, IsList: true } => $"        .. {name}.Select(one => new Reference(\"{kind}\", one)),\n",
            { References: { } kind } => $"        .. Named({name}, nameof({name})).Select(one => new Reference(\"{kind}\", one)),\n",
            { Record: { } part, IsList: true } when Refers(part) => $"        .. {name}.SelectMany(one => one.References),\n",
            { Record: { } part } when Refers(part) => $"        .. {name}?.References ?? [],\n",
            _ => "",
        };
    }

    private static bool Refers(SchemaNode schema) => schema.Properties.Any(property => Reference(property).Length > 0);
}
