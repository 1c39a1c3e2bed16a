using System.Text.Json;

namespace OpsRegistry.Generators;

/// <summary>The rule shapes of the scorecard's schema: a shape is a property of a deduction that leads to a definition of the same file.</summary>
internal static class ShapeSchema
{
    private const string Own = "#/definitions/";

    /// <summary>The types of the shapes, in the order of the schema.</summary>
    public static IReadOnlyList<string> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var definitions = document.RootElement.GetProperty("definitions");
        return definitions.GetProperty("deduction").GetProperty("properties").EnumerateObject()
            .Select(property => (property.Name, Definition: property.Value.TryGetProperty("$ref", out var reference) ? reference.GetString()! : ""))
            .Where(property => property.Definition.StartsWith(Own, StringComparison.Ordinal))
            .Select(property => property.Definition == Own + property.Name
                ? RecordWriter.Pascal(property.Name)
                : throw new InvalidOperationException($"'{property.Name}' of a deduction leads to '{property.Definition}'; a shape has one name"))
            .ToList();
    }
}
