using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Newtonsoft.Json.Linq;
using OpsRegistry.Generators;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>The generator makes the model of schemas, and refuses a schema that it cannot make C# of, naming the file.</summary>
public sealed class KindRecordsTests
{
    [Fact]
    public void The_schemas_of_this_repository_become_records() => Assert.Empty(Run(Schemas()).Diagnostics);

    [Fact]
    public void The_same_schemas_in_another_order_give_the_same_source()
    {
        var files = Schemas();
        Assert.Equal(SourcesOf(Run(files)), SourcesOf(Run(files.Reverse())));
    }

    [Fact]
    public void A_new_field_of_a_schema_is_a_property_that_is_read()
    {
        var source = SourcesOf(Run(Schemas("drill", "$.properties.spec.properties.observers", """{ "title": "观察人 / Observers", "type": "integer", "minimum": 0 }""")));
        Assert.Contains("public int? Observers { get; init; }", source, StringComparison.Ordinal);
        Assert.Contains("Observers = given.Maybe(\"observers\"", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspection", "$.definitions.item.properties.result.x-titles.abnormal", null, "'abnormal' has no title")]
    [InlineData("inspection", "$.definitions.item.properties.result.x-titles", null, "its words have no x-titles")]
    [InlineData("inspection", "$.definitions.item.x-type", "'MatchGroup'", "type 'MatchGroup' is also made of")]
    [InlineData("inspection", "$.properties.spec.properties.performedOn.$ref", "'common.schema.json#/definitions/day'", "leads nowhere")]
    [InlineData("drill", "$.x-kind.occurredOn", "['heldOn']", "x-kind names 'heldOn'")]
    [InlineData("drill", "$.x-kind.inShort", "['scene']", "x-kind names 'scene'")]
    [InlineData("drill", "$.x-kind.ahead", "'soon'", "x-kind.ahead is 'planned' or 'announced'")]
    [InlineData("drill", "$.x-kind.layer", null, "x-kind needs 'layer'")]
    [InlineData("drill", "$.x-kind.order", null, "x-kind needs 'order'")]
    [InlineData("drill", "$.title", "'Drill'", "'Drill' is not in two languages")]
    [InlineData("drill", "$.properties.spec.properties.scenario.$ref", "'common.schema.json#/definitions/nothing'", "leads nowhere")]
    [InlineData("drill", "$.properties.spec.properties.performedOn.x-protected", "'never'", "x-protected is true, 'grows' or 'always'")]
    [InlineData("common", "$.definitions.evidence.properties.role.x-titles", null, "the roles of evidence have no x-titles")]
    public void A_schema_that_cannot_become_a_record_does_not_build(string kind, string way, string? value, string why)
    {
        var diagnostic = Assert.Single(Run(Schemas(kind, way, value)).Diagnostics);
        Assert.Equal("OPSGEN05", diagnostic.Id);
        Assert.Contains(why, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(".schema.json", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    private static GeneratorDriverRunResult Run(IEnumerable<AdditionalText> files) => CSharpGeneratorDriver
        .Create([new KindRecords().AsSourceGenerator()], additionalTexts: files)
        .RunGenerators(CSharpCompilation.Create("model")).GetRunResult();

    private static string SourcesOf(GeneratorDriverRunResult result) =>
        string.Concat(result.Results.Single().GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => source.SourceText.ToString()));

    /// <summary>The schemas of this repository.</summary>
    private static ImmutableArray<AdditionalText> Schemas() => [.. SchemaFiles.Texts.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new SchemaText(file.Key, file.Value))];

    /// <summary>The same with one change: a value put in, or, where there is none, a part taken out.</summary>
    private static ImmutableArray<AdditionalText> Schemas(string kind, string way, string? value)
    {
        var name = kind + ".schema.json";
        var schema = SchemaFiles.Parse(SchemaFiles.Texts[name]);
        Change(schema, way, value);
        return [.. Schemas().Where(file => file.Path != name), new SchemaText(name, schema.ToString())];
    }

    private static void Change(JObject schema, string way, string? value)
    {
        if (value is null)
        {
            schema.SelectToken(way, errorWhenNoMatch: true)!.Parent!.Remove();
        }
        else if (schema.SelectToken(way) is { } token)
        {
            token.Replace(JToken.Parse(value));
        }
        else
        {
            var dot = way.LastIndexOf('.');
            ((JObject)schema.SelectToken(way[..dot], errorWhenNoMatch: true)!)[way[(dot + 1)..]] = JToken.Parse(value);
        }
    }

    private sealed class SchemaText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
