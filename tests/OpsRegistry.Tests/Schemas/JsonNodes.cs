using System.Globalization;
using Newtonsoft.Json.Linq;
using OpsRegistry.Loading;

namespace OpsRegistry.Tests.Schemas;

/// <summary>Makes of JSON the nodes that loading would make of the same values in YAML.</summary>
internal static class JsonNodes
{
    private static readonly Place Nowhere = Place.StartOf("example");

    /// <summary>A mapping's nodes.</summary>
    public static MappingNode Of(JObject json) =>
        new(Nowhere, json.Properties().Select(property => new MappingEntry(property.Name, Nowhere, Of(property.Value))).ToList());

    private static Node Of(JToken json) => json switch
    {
        JObject mapping => Of(mapping),
        JArray list => new SequenceNode(Nowhere, list.Select(Of).ToList()),
        JValue { Value: null } => new ScalarNode(Nowhere, "null", ScalarKind.Null),
        JValue { Value: bool truth } => new ScalarNode(Nowhere, truth ? "true" : "false", ScalarKind.Boolean),
        JValue { Value: long number } => new ScalarNode(Nowhere, number.ToString(CultureInfo.InvariantCulture), ScalarKind.Integer),
        JValue { Value: double number } => new ScalarNode(Nowhere, number.ToString("R", CultureInfo.InvariantCulture), ScalarKind.Number),
        _ => new ScalarNode(Nowhere, json.ToString(), ScalarKind.String),
    };
}
