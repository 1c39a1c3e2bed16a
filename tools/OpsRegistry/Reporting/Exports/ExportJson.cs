using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Exports;

/// <summary>Lists and trees as JSON in one text, on one line.</summary>
internal static class ExportJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A list of texts.</summary>
    public static string List(IEnumerable<string> texts) => new JsonArray([.. texts.Select(text => JsonValue.Create(text))]).ToJsonString(Plain);

    /// <summary>A tree as it stands in its file.</summary>
    public static string Tree(Node node) => NodeOf(node)?.ToJsonString(Plain) ?? "null";

    private static JsonNode? NodeOf(Node node) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key, NodeOf(entry.Value)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(NodeOf)]),
        ScalarNode scalar => scalar.Kind switch
        {
            ScalarKind.Integer or ScalarKind.Number => JsonNode.Parse(scalar.Text),
            ScalarKind.Boolean => JsonValue.Create(scalar.Text == "true"),
            ScalarKind.Null => null,
            ScalarKind.String => JsonValue.Create(scalar.Text),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
