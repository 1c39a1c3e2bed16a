using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace OpsRegistry.Loading.Schemas;

/// <summary>
/// Says what in a schema this product would not check as its author meant. Validators pass over keywords that they do not know;
/// here anything outside the list is a finding, and so is a keyword of the list in a form that would have no effect.
/// </summary>
internal sealed partial class SchemaKeywords(string path, CappedFindings findings)
{
    private const string CommonReference = "common.schema.json#/definitions/";
    private const string OwnReference = "#/definitions/";

    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null"];

    // What may stand beside $ref: draft 7 passes over every other neighbour.
    private static readonly string[] BesideReference = ["$ref", "title", "description", "examples", "default", "x-titles", "x-references", "x-protected", "x-decidedBy", "x-notBefore"];

    /// <summary>Every keyword a schema may use.</summary>
    public static IReadOnlyList<string> Allowed { get; } =
    [
        "$schema", "$id", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "pattern",
        "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "format", "definitions", "$ref", "examples", "default",
        "x-kind", "x-type", "x-base", "x-titles", "x-references", "x-protected", "x-decidedBy", "x-notBefore",
    ];

    /// <summary>The name behind a reference to a definition; null when the reference leads elsewhere.</summary>
    public static string? DefinitionOf(string reference)
    {
        var prefix = reference.StartsWith(CommonReference, StringComparison.Ordinal) ? CommonReference : OwnReference;
        return reference.StartsWith(prefix, StringComparison.Ordinal) && DefinitionName().IsMatch(reference[prefix.Length..]) ? reference[prefix.Length..] : null;
    }

    /// <summary>Checks a schema and all below it. Newtonsoft refuses JSON deeper than 64 levels, which bounds the recursion.</summary>
    public void Check(JToken token)
    {
        if (token is not JObject schema)
        {
            Refuse(token, new("此处应为模式对象", "not a schema object"));
            return;
        }

        foreach (var keyword in schema.Properties())
        {
            if (Allowed.Contains(keyword.Name, StringComparer.Ordinal))
            {
                CheckKeyword(keyword);
            }
            else
            {
                Refuse(keyword, new($"不支持关键字 '{keyword.Name}'", $"keyword '{keyword.Name}' is not checked by this tool"));
            }
        }

        CheckNeighbours(schema);
    }

    private void CheckKeyword(JProperty keyword)
    {
        switch (keyword.Name)
        {
            case "properties" or "definitions":
                CheckEach(keyword);
                break;
            case "items":
                Check(keyword.Value);
                break;
            case "additionalProperties" when keyword.Value is JObject below:
                Check(below);
                break;
            case "pattern" when keyword.Value.Type == JTokenType.String:
                RefuseUnless(keyword, SchemaPattern.Compile((string)keyword.Value!) is { Reason: var reason, Pattern: var compiled } && compiled is not null, reason);
                break;
            default:
                RefuseUnless(keyword, HasEffect(keyword.Name, keyword.Value), new($"关键字 '{keyword.Name}' 的值无效", $"value of keyword '{keyword.Name}' has no effect"));
                break;
        }
    }

    private static bool HasEffect(string keyword, JToken value) => keyword switch
    {
        "type" => value is JArray types ? types.Count > 0 && types.All(IsType) : IsType(value),
        "required" or "x-notBefore" => value is JArray names && names.All(name => name.Type == JTokenType.String),
        "additionalProperties" => value.Type == JTokenType.Boolean && !(bool)value,
        "enum" => value is JArray allowed && allowed.Count > 0 && allowed.All(IsEnumerable),
        "minLength" or "minItems" => value is JValue { Value: long and >= 0 and <= int.MaxValue },
        "maxLength" or "maxItems" => value is JValue { Value: long and >= 1 and <= int.MaxValue }, // what must be empty need not be there
        "minimum" or "maximum" => value is JValue { Value: long or (double and > -1e15 and < 1e15) },
        "uniqueItems" => value.Type == JTokenType.Boolean,
        "format" => value.Type == JTokenType.String && (string)value! is "date" or "date-time",
        "$ref" => value.Type == JTokenType.String && DefinitionOf((string)value!) is not null,
        "title" or "description" or "$schema" or "$id" => value.Type == JTokenType.String,
        "x-type" or "x-base" or "x-references" => value is JValue { Value: string name } && KindName().IsMatch(name),
        "x-decidedBy" => value is JValue { Value: "purchaser" },
        "x-protected" => value is JValue { Value: true or "grows" or "always" },
        "x-titles" => value is JObject titles && titles.Properties().All(title => title.Value is JValue { Value: string words } && words.Contains(" / ", StringComparison.Ordinal)),
        "x-kind" => value is JObject facts && facts["order"]?.Type == JTokenType.Integer && facts["layer"]?.Type == JTokenType.String,
        "examples" => value is JArray && !HoldsReference(value),
        _ => keyword == "default" && !HoldsReference(value),
    };

    private void CheckEach(JProperty keyword)
    {
        if (keyword.Value is not JObject schemas)
        {
            Refuse(keyword, new($"关键字 '{keyword.Name}' 的值无效", $"value of keyword '{keyword.Name}' has no effect"));
            return;
        }

        foreach (var below in schemas.Properties())
        {
            Check(below.Value);
        }
    }

    private void CheckNeighbours(JObject schema)
    {
        if (schema["$ref"] is not null)
        {
            foreach (var idle in schema.Properties().Where(keyword => !BesideReference.Contains(keyword.Name, StringComparer.Ordinal)))
            {
                Refuse(idle, new($"'$ref' 旁的 '{idle.Name}' 不起作用", $"'{idle.Name}' beside '$ref' has no effect"));
            }
        }

        if (schema["required"] is JArray required && schema["additionalProperties"]?.Type == JTokenType.Boolean)
        {
            foreach (var name in required.Where(name => schema["properties"] is not JObject properties || properties[name.ToString()] is null))
            {
                Refuse(name, new($"必填字段 '{name}' 没有定义", $"required field '{name}' is not defined"));
            }
        }
    }

    // Some validators follow a reference even inside an example.
    private static bool HoldsReference(JToken value) =>
        value is JContainer container && container.Descendants().OfType<JProperty>().Any(property => property.Name.StartsWith('$'));

    private static bool IsType(JToken value) => value.Type == JTokenType.String && Types.Contains((string)value!, StringComparer.Ordinal);

    // No decimals, whose equality is a question of its own; no times, which some validators read as such.
    private static bool IsEnumerable(JToken value) =>
        value.Type is JTokenType.Integer or JTokenType.Boolean or JTokenType.Null || (value.Type == JTokenType.String && !TimeLike().IsMatch((string)value!));

    private void RefuseUnless(JToken token, bool isGood, Message message)
    {
        if (!isGood)
        {
            Refuse(token, message);
        }
    }

    private void Refuse(JToken token, Message message) => findings.Add(SchemaBundle.Unusable(path, token, message));

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*\z")]
    private static partial Regex DefinitionName();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9<>]*\z")]
    private static partial Regex KindName();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T|^/Date")]
    private static partial Regex TimeLike();
}
