using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>Schemas keep to what this product checks and to what people can read.</summary>
public sealed partial class SchemaFormTests
{
    private static readonly string[] Allowed =
    [
        "$schema", "$id", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "pattern", "minLength", "maxLength",
        "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "format", "definitions", "$ref", "examples", "default",
        "x-kind", "x-type", "x-base", "x-titles", "x-references", "x-protected", "x-decidedBy", "x-notBefore",
    ];

    // Draft 7 passes over anything else that stands beside $ref.
    private static readonly string[] BesideReference = ["$ref", "title", "description", "default", "examples", "x-titles", "x-references", "x-protected", "x-decidedBy", "x-notBefore"];

    private static IEnumerable<(string Way, JObject Schema, JObject Document)> Parts =>
        SchemaFiles.All.SelectMany(file => SchemaFiles.Walk(file.Key, file.Value).Select(part => (part.Way, part.Schema, file.Value)));

    [Fact]
    public void Only_keywords_that_are_checked_occur() =>
        Complaints.AssertNone(Parts.SelectMany(part => part.Schema.Properties().Where(keyword => !Allowed.Contains(keyword.Name)).Select(keyword => $"{part.Way}: {keyword.Name}")));

    [Fact]
    public void Nothing_stands_beside_a_reference_that_would_have_no_effect() =>
        Complaints.AssertNone(Parts.Where(part => part.Schema["$ref"] is not null && part.Schema.Properties().Any(keyword => !BesideReference.Contains(keyword.Name))).Select(part => part.Way));

    [Fact]
    public void Every_reference_leads_to_a_definition() =>
        Complaints.AssertNone(Parts.Where(part => SchemaFiles.Resolve(part.Schema, part.Document) is null).Select(part => $"{part.Way}: {part.Schema["$ref"]}"));

    [Fact]
    public void Every_shared_definition_is_used_by_a_kind_or_by_another_definition()
    {
        var used = SchemaFiles.All
            .SelectMany(file => SchemaFiles.Walk(file.Key, file.Value).Select(part => (Common: file.Value == SchemaFiles.Common, Reference: (string?)part.Schema["$ref"])))
            .Where(part => part.Reference is not null && (part.Common || part.Reference.StartsWith("common", StringComparison.Ordinal)))
            .Select(part => part.Reference!.Split('/')[^1]);
        Complaints.AssertNone(DefinitionsOf(SchemaFiles.Common).Except(used));
    }

    // Loading joins both files into one schema.
    [Fact]
    public void No_kind_defines_again_what_is_shared() =>
        Complaints.AssertNone(SchemaFiles.All.Where(file => file.Value != SchemaFiles.Common).SelectMany(file => DefinitionsOf(file.Value).Intersect(DefinitionsOf(SchemaFiles.Common)).Select(name => $"{file.Key}: {name}")));

    // A value without an end is one that some stage adds to, multiplies or counts up to.
    [Fact]
    public void Every_number_and_list_has_an_end() => Complaints.AssertNone(Parts.Where(part => (part.Schema["type"] as JValue)?.Value switch
    {
        "integer" or "number" => part.Schema["enum"] is null && (part.Schema["minimum"] is null || part.Schema["maximum"] is null),
        "array" => part.Schema["maxItems"] is null && part.Schema["uniqueItems"] is null,
        "string" => part.Schema["enum"] is null && part.Schema["pattern"] is null && part.Schema["maxLength"] is null && part.Schema["format"] is null,
        _ => false,
    }).Select(part => part.Way));

    // A pattern that backtracks could be made to hang; classes such as \d mean more in .NET than they do to editors.
    [Fact]
    public void Every_pattern_is_anchored_and_runs_without_backtracking()
    {
        var patterns = Parts.Select(part => (part.Way, Pattern: (string?)part.Schema["pattern"])).Where(part => part.Pattern is not null).ToList();
        Assert.NotEmpty(patterns);
        Assert.All(patterns, part =>
        {
            Assert.NotNull(new Regex(part.Pattern!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
            Assert.Matches(@"\A\^.*\$\z", part.Pattern!);
            Assert.DoesNotMatch(@"\\[dDwWsSbBpP]", part.Pattern!);
        });
    }

    [Fact]
    public void Every_property_and_definition_has_a_title_in_both_languages() =>
        Complaints.AssertNone(Parts
            .SelectMany(part => new[] { "properties", "definitions" }.SelectMany(keyword => (part.Schema[keyword] as JObject)?.Properties() ?? []).Select(entry => (part.Way, Entry: entry)))
            .Where(part => !Bilingual().IsMatch((string?)part.Entry.Value["title"] ?? ""))
            .Select(part => $"{part.Way}/{part.Entry.Name}"));

    [Fact]
    public void Every_description_is_in_both_languages() =>
        Complaints.AssertNone(Parts.Where(part => part.Schema["description"] is JValue { Value: string description } && !BothLanguages().IsMatch(description)).Select(part => part.Way));

    [Fact]
    public void Every_text_has_an_upper_bound() =>
        Complaints.AssertNone(Parts
            .Where(part => part.Schema["type"]?.ToString() == "string" && part.Schema["enum"] is null && part.Schema["maxLength"] is null && !IsBounded((string?)part.Schema["pattern"]))
            .Select(part => part.Way));

    private static bool IsBounded(string? pattern) => pattern is not null && !pattern.Contains('*', StringComparison.Ordinal) && !pattern.Contains('+', StringComparison.Ordinal);

    private static IEnumerable<string> DefinitionsOf(JObject file) => ((JObject?)file["definitions"])?.Properties().Select(definition => definition.Name) ?? [];

    [GeneratedRegex(@"^[^/]*[\u4e00-\u9fff].* / .*[A-Za-z]")]
    private static partial Regex Bilingual();

    [GeneratedRegex(@"^.*[\u4e00-\u9fff].* / .*[A-Za-z]")]
    private static partial Regex BothLanguages();
}
