using Newtonsoft.Json.Linq;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>Schemas, types and the list of kinds say the same.</summary>
public sealed class SchemaDriftTests
{
    [Fact]
    public void Every_kind_has_a_schema_and_every_schema_a_kind() =>
        Assert.Equal(
            Kinds.All.Select(kind => kind.KebabName + ".schema.json").Append("common.schema.json").Order(StringComparer.Ordinal),
            SchemaFiles.All.Keys);

    [Fact]
    public void Every_schema_agrees_with_the_type_that_its_kind_is_read_into() =>
        Complaints.AssertNone(Kinds.All.SelectMany(kind => SchemaDrift.Between(kind, SchemaOf(kind)).Select(difference => $"{kind.Name} {difference}")));

    [Fact]
    public void Every_schema_is_titled_as_its_kind() =>
        Assert.Equal(Kinds.All.Select(kind => $"{kind.Title.Zh} / {kind.Title.En}"), Kinds.All.Select(kind => (string?)SchemaOf(kind)["title"]), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Records_can_be_picked_by_each_kind_of_record_and_no_other() =>
        Assert.Equal(
            Kinds.All.Where(kind => kind.Layer == Layer.Records).Select(kind => kind.Name),
            SchemaFiles.Common["definitions"]!["recordKind"]!["enum"]!.Select(word => (string?)word));

    [Fact]
    public void A_record_is_named_after_its_kind_year_and_number() =>
        Assert.All(
            Kinds.All.Where(kind => kind.Layer == Layer.Records),
            kind => Assert.Equal(
                "^" + kind.KebabName + "-[0-9]{4}-[0-9]{4}$",
                (string?)SchemaOf(kind)["properties"]!["metadata"]!["properties"]!["name"]!["pattern"]));

    [Theory]
    [InlineData("Incident", "properties.spec.properties.channel.enum[0]", "'fax'", "spec.channel: word 'fax' is only in the schema", "spec.channel: word 'phone' is not in the schema")]
    [InlineData("Incident", "properties.spec.properties.attributable.type", "'string'", "spec.attributable: type 'string' is only in the schema", "spec.attributable: type 'boolean' is not in the schema")]
    [InlineData("Incident", "properties.spec.properties.dataLeak.default", "true", "spec.dataLeak: default is 'True', the type has 'False'")]
    [InlineData("Incident", "properties.spec.properties.reportedAt.$ref", "'common.schema.json#/definitions/date'", "spec.reportedAt: format is 'date', the type reads 'date-time'")]
    [InlineData("Incident", "properties.spec.properties.reportedAt.$ref", "'common.schema.json#/definitions/time'", "spec.reportedAt: 'common.schema.json#/definitions/time' leads nowhere")]
    [InlineData("Incident", "properties.spec.properties.systems.items", "null", "spec.systems: what it holds is not said")]
    [InlineData("Incident", "properties.spec.additionalProperties", "true", "spec: lets unknown keys through")]
    [InlineData("Incident", "properties.spec.required[0]", "'cause'", "spec: required key 'cause' is only in the schema", "spec: required key 'summary' is not in the schema")]
    [InlineData("Incident", "properties.metadata.required[1]", "'name'", "metadata: required key 'contract' is not in the schema")]
    [InlineData("Incident", "properties.kind.enum[0]", "'Ticket'", "kind: word 'Ticket' is only in the schema", "kind: word 'Incident' is not in the schema")]
    [InlineData("ServiceLevels", "definitions.level.properties.interruption.$ref", "'common.schema.json#/definitions/limit'", "spec.severities.levels[].interruption: not the pattern of a duration")]
    [InlineData("Scorecard", "definitions.pointsBy.properties.values.additionalProperties.$ref", "'common.schema.json#/definitions/line'", "spec.groups[].indicators[].deductions[].matchingRecords.pointsBy.values{}: type 'integer' is not in the schema")]
    public void An_altered_schema_is_told_from_its_type(string kind, string way, string value, params string[] differences)
    {
        var schema = (JObject)SchemaOf(Kinds.Named(kind)!).DeepClone();
        schema.SelectToken(way, errorWhenNoMatch: true)!.Replace(JToken.Parse(value));
        Assert.Equal(differences, SchemaDrift.Between(Kinds.Named(kind)!, schema));
    }

    [Fact]
    public void Keys_that_only_one_side_has_are_all_named_at_once()
    {
        var schema = (JObject)SchemaOf(Kinds.Of<Payment>()).DeepClone();
        var properties = (JObject)schema["properties"]!["spec"]!["properties"]!;
        properties.Remove("paidOn");
        properties.Remove("amount");
        properties["payer"] = new JObject();
        Assert.Equal(
            ["spec: key 'payer' is only in the schema", "spec: key 'paidOn' is not in the schema", "spec: key 'amount' is not in the schema"],
            SchemaDrift.Between(Kinds.Of<Payment>(), schema));
    }

    private static JObject SchemaOf(Kind kind) => SchemaFiles.All[kind.KebabName + ".schema.json"];
}
