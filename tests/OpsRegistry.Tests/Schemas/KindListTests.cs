using Newtonsoft.Json.Linq;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>What the schemas say of each other holds.</summary>
public sealed class KindListTests
{
    [Fact]
    public void Every_kind_has_a_schema_and_every_schema_a_kind() =>
        Assert.Equal(
            Kinds.All.Select(kind => kind.KebabName + ".schema.json").Append("common.schema.json").Order(StringComparer.Ordinal),
            SchemaFiles.All.Keys);

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

    private static JObject SchemaOf(Kind kind) => SchemaFiles.All[kind.KebabName + ".schema.json"];
}
