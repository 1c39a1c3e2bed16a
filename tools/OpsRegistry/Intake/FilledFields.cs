using System.Text.Json;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;

namespace OpsRegistry.Intake;

/// <summary>What somebody filled in field by field on a page, as values of a file: at each place a text as people type it, a list, or parts by their names.</summary>
internal static class FilledFields
{
    /// <summary>The values in the schema's order. What was left empty, and what the schema does not know, is left out.</summary>
    /// <param name="part">The place in the schema whose parts were filled in.</param>
    /// <param name="given">What was filled in: an object by the parts' names.</param>
    /// <param name="day">The day that is meant where only a time of day is given.</param>
    public static YamlMapping Read(SchemaPart part, JsonElement given, LocalDate day)
    {
        var mapping = new YamlMapping();
        if (given.ValueKind == JsonValueKind.Object)
        {
            foreach (var below in part.Parts)
            {
                mapping.Add(below.Name, given.TryGetProperty(below.Name, out var value) ? ValueOf(below, value, day) : null);
            }
        }

        return mapping;
    }

    private static object? ValueOf(SchemaPart part, JsonElement given, LocalDate day)
    {
        if (given.ValueKind == JsonValueKind.Array && part.Shape == PartShape.List)
        {
            return ListOf(part.Item ?? part, given, day);
        }

        if (given.ValueKind == JsonValueKind.Object)
        {
            return Read(part, given, day) is { Count: > 0 } inner ? inner : null;
        }

        return TextOf(given) is { Length: > 0 } typed ? Written(part, typed, day) : null;
    }

    private static object? ListOf(SchemaPart item, JsonElement given, LocalDate day)
    {
        if (item.Shape == PartShape.Mapping)
        {
            var parts = given.EnumerateArray().Select(one => Read(item, one, day)).Where(one => one.Count > 0).ToList();
            return parts.Count == 0 ? null : parts;
        }

        var words = given.EnumerateArray().Select(TextOf).OfType<string>().Where(word => word.Length > 0).Select(word => NewValue.Value(item, word, day) as string ?? word).ToList();
        return words.Count == 0 ? null : words;
    }

    private static object Written(SchemaPart part, string typed, LocalDate day) =>
        part.Shape is PartShape.List or PartShape.Mapping && typed[0] is '[' or '{' ? new YamlPlain(typed.ReplaceLineEndings(" "))
        : NewValue.Value(part, part.Shape == PartShape.Moment ? typed.Replace('T', ' ') : typed, day);

    // Blanks at the ends of lines are nobody's meaning, and browsers end lines in two characters.
    private static string? TextOf(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.String => string.Join('\n', given.GetString()!.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim(),
        JsonValueKind.Number => given.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
