using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsRegistry.Tests.Forge;

/// <summary>Judges JSON by the schemas of an OpenAPI 3.0 description. A keyword that it does not know is a complaint, never a silent pass.</summary>
/// <param name="document">The description, for its references.</param>
internal sealed class JsonMatcher(JsonElement document)
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "description", "title", "example", "examples", "default", "deprecated", "readOnly", "writeOnly", "externalDocs", "discriminator", "nullable", "exclusiveMinimum",
    };

    /// <summary>What is wrong with a value, each with its place.</summary>
    public IEnumerable<string> Complaints(JsonElement schema, JsonElement value, string place, bool strict = false)
    {
        schema = Resolved(schema);
        if (value.ValueKind == JsonValueKind.Null && schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        {
            return [];
        }

        // A schema of null alone is written as an enumeration without nullable.
        return schema.EnumerateObject().SelectMany(keyword => Judge(keyword.Name, keyword.Value, schema, value, place, strict));
    }

    /// <summary>The element that a reference means.</summary>
    public JsonElement Resolved(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            element = reference.GetString()![2..].Split('/').Aggregate(document, (at, part) => at.GetProperty(part.Replace("~1", "/", StringComparison.Ordinal)));
        }

        return element;
    }

    private IEnumerable<string> Judge(string keyword, JsonElement argument, JsonElement schema, JsonElement value, string place, bool strict) => keyword switch
    {
        "type" => Fault(!IsOf(argument.GetString()!, value), $"{place}: {value.ValueKind} is not {argument}"),
        "enum" => Fault(!argument.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)), $"{place}: {value} is none of {argument}"),
        "required" => value.ValueKind == JsonValueKind.Object ? argument.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place}: '{name}' is missing") : [],
        "properties" => value.ValueKind == JsonValueKind.Object ? Properties(argument, schema, value, place, strict) : [],
        "additionalProperties" => value.ValueKind == JsonValueKind.Object ? Additional(argument, schema, value, place, strict) : [],
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, index) => Complaints(argument, item, $"{place}/{index}", strict)) : [],
        "allOf" => argument.EnumerateArray().SelectMany(part => Complaints(part, value, place)),
        "anyOf" or "oneOf" => Fault(!argument.EnumerateArray().Any(part => !Complaints(part, value, place).Any()), $"{place}: fits no part of {keyword}"),
        "format" => Format(argument.GetString()!, value, place),
        "pattern" => Fault(value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, argument.GetString()!, RegexOptions.ECMAScript), $"{place}: does not match {argument}"),
        "maxLength" => Fault(value.ValueKind == JsonValueKind.String && value.GetString()!.Length > argument.GetInt32(), $"{place}: longer than {argument}"),
        "minLength" => Fault(value.ValueKind == JsonValueKind.String && value.GetString()!.Length < argument.GetInt32(), $"{place}: shorter than {argument}"),
        "maxItems" => Fault(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > argument.GetInt32(), $"{place}: more than {argument}"),
        "minItems" => Fault(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < argument.GetInt32(), $"{place}: fewer than {argument}"),
        "minimum" => Fault(value.ValueKind == JsonValueKind.Number && value.GetDecimal() < argument.GetDecimal(), $"{place}: below {argument}"),
        "maximum" => Fault(value.ValueKind == JsonValueKind.Number && value.GetDecimal() > argument.GetDecimal(), $"{place}: above {argument}"),
        _ when Annotations.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal) => [],
        _ => [$"{place}: the keyword '{keyword}' of the description is not known here"],
    };

    private IEnumerable<string> Properties(JsonElement properties, JsonElement schema, JsonElement value, string place, bool strict)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out var described))
            {
                foreach (var complaint in Complaints(described, member.Value, $"{place}/{member.Name}", strict))
                {
                    yield return complaint;
                }
            }
            else if (strict && !schema.TryGetProperty("additionalProperties", out _) && !schema.TryGetProperty("oneOf", out _) && !schema.TryGetProperty("anyOf", out _))
            {
                yield return $"{place}: '{member.Name}' is not described";
            }
        }
    }

    private IEnumerable<string> Additional(JsonElement argument, JsonElement schema, JsonElement value, string place, bool strict)
    {
        var others = value.EnumerateObject().Where(member => !schema.TryGetProperty("properties", out var properties) || !properties.TryGetProperty(member.Name, out _));
        return argument.ValueKind switch
        {
            JsonValueKind.True => [],
            JsonValueKind.False => others.Select(member => $"{place}: '{member.Name}' is not described"),
            _ => others.SelectMany(member => Complaints(argument, member.Value, $"{place}/{member.Name}", strict)),
        };
    }

    private static IEnumerable<string> Format(string format, JsonElement value, string place) => (format, value.ValueKind) switch
    {
        ("date-time", JsonValueKind.String) => Fault(!DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _), $"{place}: not a time"),
        ("uri", JsonValueKind.String) => Fault(!Uri.TryCreate(value.GetString(), UriKind.RelativeOrAbsolute, out _), $"{place}: not an address"),
        _ => [],
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind == JsonValueKind.Number,
    };

    private static IEnumerable<string> Fault(bool isOne, string words) => isOne ? [words] : [];
}
