using System.Text.Json;

namespace OpsRegistry.Generators;

/// <summary>A part of a schema: where it stands, what it is called there, and the file whose definitions its references lead to.</summary>
internal sealed class SchemaNode(SchemaFiles files, string file, string name, string way, JsonElement json)
{
    /// <summary>The file's name.</summary>
    public string File { get; } = file;

    /// <summary>The definition's name, or the key that it stands under.</summary>
    public string Name { get; } = name;

    /// <summary>The way to it from the top of the file; the same part has one way however it was reached.</summary>
    public string Way { get; } = way;

    /// <summary>What stands there.</summary>
    public JsonElement Json { get; } = json;

    /// <summary>The name of the type that it becomes, where it becomes one of its own.</summary>
    public string TypeName => Word("x-type") ?? char.ToUpperInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Its properties, in order.</summary>
    public IEnumerable<SchemaNode> Properties => Json.GetProperty("properties").EnumerateObject().Select(property => new SchemaNode(files, File, property.Name, $"{Way}/properties/{property.Name}", property.Value));

    /// <summary>The part that a reference leads to, through as many references as there are; itself where it is none.</summary>
    public SchemaNode Resolved()
    {
        var node = this;
        for (var steps = 0; node.Word("$ref") is { } reference; steps++)
        {
            node = steps < 10 ? files.Definition(node, reference) : throw node.Refused("refers to itself");
        }

        return node;
    }

    /// <summary>A part below it.</summary>
    public SchemaNode Below(string key) => new(files, File, key == "items" ? Name : key, $"{Way}/{key}", Json.TryGetProperty(key, out var value) ? value : throw Refused($"has no '{key}'"));

    /// <summary>A fact that <c>x-kind</c> must give.</summary>
    public JsonElement Fact(string name) => Json.GetProperty("x-kind").TryGetProperty(name, out var value) ? value : throw Refused($"x-kind needs '{name}'");

    /// <summary>True where it says something by this keyword.</summary>
    public bool Has(string keyword) => Json.TryGetProperty(keyword, out _);

    /// <summary>The text of a keyword; null where there is none.</summary>
    public string? Word(string keyword) => Json.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The texts in a keyword's list; none where there is no list.</summary>
    public IReadOnlyList<string> Words(string keyword) => Json.TryGetProperty(keyword, out var list) ? list.EnumerateArray().Select(word => word.GetString()!).ToList() : [];

    /// <summary>What it says in English, its description before its title.</summary>
    public string Summary()
    {
        var english = Split(Word("description") ?? Word("title") ?? throw Refused("has no title")).English;
        return (english.EndsWith(".", StringComparison.Ordinal) ? english : english + ".").Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
    }

    /// <summary>The two languages of a text such as <c>事件 / Incident</c>.</summary>
    public (string Chinese, string English) Split(string text)
    {
        var between = text.IndexOf(" / ", StringComparison.Ordinal);
        return between > 0 ? (text.Substring(0, between).Trim(), text.Substring(between + 3).Trim()) : throw Refused($"'{text}' is not in two languages");
    }

    /// <summary>The error that this part cannot become C#.</summary>
    public SchemaException Refused(string why) => new(File, $"{File}{Way}: {why}");
}

/// <summary>A schema that cannot become C#.</summary>
internal sealed class SchemaException(string file, string message) : Exception(message)
{
    /// <summary>The file's name.</summary>
    public string File { get; } = file;
}
