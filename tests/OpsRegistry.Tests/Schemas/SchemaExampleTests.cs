using Newtonsoft.Json.Linq;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>Each schema's example is a file that the product takes.</summary>
public sealed class SchemaExampleTests
{
    private static readonly SchemaSet Schemas = SchemaSet.Load(SchemaFiles.Texts);

    public static TheoryData<string> KindNames => new(Kinds.All.Select(kind => kind.Name));

    [Theory, MemberData(nameof(KindNames))]
    public void An_example_is_read_without_finding(string name)
    {
        var kind = Kinds.Named(name)!;
        var example = JsonNodes.Of(ExampleOf(kind));
        var findings = new List<Finding>();
        Assert.NotNull(Binder.Bind(Metadata.Read, (MappingNode)example["metadata"]!, findings));
        Assert.NotNull(Binder.Bind(kind.Read, (MappingNode)example["spec"]!, findings));
        Assert.Empty(findings);
    }

    [Theory, MemberData(nameof(KindNames))]
    public void An_example_is_valid_by_its_own_schema(string name) => Assert.Empty(Schemas.Validate(JsonNodes.Of(ExampleOf(Kinds.Named(name)!))));

    [Fact]
    public void An_example_with_a_key_too_many_is_not_valid()
    {
        var example = ExampleOf(Kinds.Of<Incident>());
        example["spec"]!["weather"] = "1";
        Assert.Single(Schemas.Validate(JsonNodes.Of(example)));
    }

    [Fact]
    public void Loading_takes_every_schema()
    {
        Assert.Empty(Schemas.Findings);
        Assert.Equal(Kinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal), Schemas.Kinds);
    }

    [Theory, MemberData(nameof(KindNames))]
    public void An_example_belongs_where_its_kind_stands(string name)
    {
        var kind = Kinds.Named(name)!;
        var path = PathOf(kind);
        Assert.NotNull(kind.MatchPath(path));
    }

    [Fact]
    public void Numbers_in_an_example_reach_the_type()
    {
        var example = JsonNodes.Of(ExampleOf(Kinds.Of<Scorecard>()));
        var scorecard = Binder.Bind(Scorecard.Read, (MappingNode)example["spec"]!, [])!;
        Assert.Equal(40m, scorecard.Marks);
        Assert.Equal(0.05m, scorecard.Bands[1].Share);
        Assert.Equal(15m, scorecard.Groups[1].Indicators[0].Deductions[0].MatchingRecords!.PointsBy!.Values["L2"]);
    }

    /// <summary>Where a kind's example would stand.</summary>
    internal static string PathOf(Kind kind)
    {
        var metadata = ExampleOf(kind)["metadata"]!;
        return kind.PathPattern
            .Replace("{contract}", (string?)metadata["contract"], StringComparison.Ordinal)
            .Replace("{name}", (string?)metadata["name"], StringComparison.Ordinal)
            .Replace("{yyyy}", "2026", StringComparison.Ordinal)
            .Replace("{mm}", "01", StringComparison.Ordinal)
            .Replace("{version}", "", StringComparison.Ordinal);
    }

    /// <summary>A kind's example, to be changed at will.</summary>
    internal static JObject ExampleOf(Kind kind) => (JObject)Assert.IsType<JObject>(Assert.Single(SchemaFiles.All[kind.KebabName + ".schema.json"]["examples"]!)).DeepClone();
}
