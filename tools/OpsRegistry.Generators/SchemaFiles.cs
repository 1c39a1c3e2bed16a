using System.Text.Json;

namespace OpsRegistry.Generators;

/// <summary>The schemas by file name.</summary>
internal sealed class SchemaFiles
{
    private const string Common = "common.schema.json";
    private const string Definitions = "#/definitions/";

    private readonly SortedDictionary<string, JsonElement> files = new(StringComparer.Ordinal);

    /// <summary>Reads the files; a text that is not JSON is refused.</summary>
    public SchemaFiles(IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (var text in texts)
        {
            try
            {
                files[text.Key] = JsonDocument.Parse(text.Value).RootElement;
            }
            catch (JsonException problem)
            {
                throw new SchemaException(text.Key, $"{text.Key}: {problem.Message}");
            }
        }
    }

    /// <summary>The kinds of file, in the order in which a newcomer meets them.</summary>
    public IEnumerable<SchemaNode> Kinds => files
        .Where(file => file.Value.TryGetProperty("x-kind", out _))
        .Select(file => new SchemaNode(this, file.Key, KindOf(file.Key), "", file.Value))
        .OrderBy(kind => kind.Fact("order").GetInt32());

    /// <summary>A definition that the kinds share.</summary>
    public SchemaNode Shared(string name) => Definition(new(this, Common, "", "", default), Definitions + name);

    /// <summary>The definition that a reference leads to.</summary>
    public SchemaNode Definition(SchemaNode from, string reference)
    {
        var at = reference.IndexOf(Definitions, StringComparison.Ordinal);
        var file = at > 0 ? reference.Substring(0, at) : from.File;
        var name = at < 0 ? "" : reference.Substring(at + Definitions.Length);
        return files.TryGetValue(file, out var root) && root.TryGetProperty("definitions", out var definitions) && definitions.TryGetProperty(name, out var found)
            ? new(this, file, name, $"/definitions/{name}", found)
            : throw from.Refused($"'{reference}' leads nowhere");
    }

    private static string KindOf(string file) =>
        string.Concat(file.Substring(0, file.IndexOf('.')).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
