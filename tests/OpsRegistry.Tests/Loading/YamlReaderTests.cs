using System.Globalization;
using System.Text;
using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Loading;

public sealed class YamlReaderTests
{
    [Fact]
    public void An_ordinary_record_is_read_with_the_place_of_every_value()
    {
        var root = Root("# 事件\napiVersion: ops-registry/v1\nkind: Incident\nspec:\n  title: 平台 登录 失败\n  minutes: 12\n  quoted: '12'\n  systems:\n    - portal\n    - name: \"a b\"\n  empty:\n");
        var spec = Assert.IsType<MappingNode>(root["spec"]);
        Assert.Equal("ops-registry/v1@2:13+15 String", Show(root["apiVersion"]));
        Assert.Equal("平台 登录 失败@5:10+8 String", Show(spec["title"]));
        Assert.Equal("12@6:12+2 Integer", Show(spec["minutes"]));
        Assert.Equal("12@7:11+4 String", Show(spec["quoted"]));
        var systems = Assert.IsType<SequenceNode>(spec["systems"]);
        Assert.Equal("portal@9:7+6 String", Show(systems.Items[0]));
        Assert.Equal("a b@10:13+5 String", Show(Assert.IsType<MappingNode>(systems.Items[1])["name"]));
        Assert.Equal("@11:8+1 Null", Show(spec["empty"]));
        Assert.Equal("a.yaml:4:1", root.Entries[2].KeyPlace.ToString());
        Assert.Equal("a.yaml:5:3", spec.Place.ToString());
    }

    [Theory]
    [InlineData("a: one\n  two\n", "one two@1:4+3 String")]
    [InlineData("a: \"one\n  two\"\n", "one two@1:4+4 String")]
    [InlineData("a: |\n  one\n  two\n", "one\ntwo\n@2:3+3 String")]
    [InlineData("a: >-\n\n    one  \n    two\n", "\none   two@3:5+3 String")]
    [InlineData("a: |\nb: 1\n", "@1:4+1 String")]
    [InlineData("a: |-\n  %x\n", "%x@2:3+2 String")]
    [InlineData("a: 1 # note\n", "1@1:4+1 Integer")]
    [InlineData("a: 😀x # y\n", "😀x@1:4+3 String")]
    [InlineData("a: 1\r\nb: 2\r\n", "1@1:4+1 Integer")]
    [InlineData("a: |\r\n  one\r\n  two\r\n", "one\ntwo\n@2:3+3 String")]
    [InlineData("x: {b: [1,], c: {d}, # , x\n  e: 'f' , g: h,}\na: i\n", "i@3:4+1 String")]
    [InlineData("---\na: 1\n...\n# end\n", "1@2:4+1 Integer")]
    public void A_scalar_has_its_meant_text_and_the_place_of_its_first_line(string text, string expected) =>
        Assert.Equal(expected, Show(Root(text)["a"]));

    [Theory]
    [InlineData("a: {}\n", "a.yaml:1:4", 2)]
    [InlineData("a: []\n", "a.yaml:1:4", 2)]
    [InlineData("a: [ 7, 8 ]\n", "a.yaml:1:6", 1)]
    [InlineData("a:\n  - 7\n", "a.yaml:2:5", 1)]
    [InlineData("a: {bc: 1}\n", "a.yaml:1:5", 2)]
    public void A_collection_stands_at_its_first_key_or_item(string text, string place, int length)
    {
        var node = Root(text)["a"]!;
        Assert.Equal(place, node.Place.ToString());
        Assert.Equal(length, node.Place.Length);
    }

    [Theory]
    [InlineData("", ScalarKind.Null)]
    [InlineData("~", ScalarKind.Null)]
    [InlineData("null", ScalarKind.Null)]
    [InlineData("Null", ScalarKind.String)]
    [InlineData("true", ScalarKind.Boolean)]
    [InlineData("false", ScalarKind.Boolean)]
    [InlineData("True", ScalarKind.String)]
    [InlineData("yes", ScalarKind.String)]
    [InlineData("no", ScalarKind.String)]
    [InlineData("on", ScalarKind.String)]
    [InlineData("0", ScalarKind.Integer)]
    [InlineData("-0", ScalarKind.Integer)]
    [InlineData("-12", ScalarKind.Integer)]
    [InlineData("123456789012345678901234567890", ScalarKind.Integer)]
    [InlineData("+1", ScalarKind.String)]
    [InlineData("012", ScalarKind.String)]
    [InlineData("0x1F", ScalarKind.String)]
    [InlineData("0o17", ScalarKind.String)]
    [InlineData("1_000", ScalarKind.String)]
    [InlineData("1:30", ScalarKind.String)]
    [InlineData("1.5", ScalarKind.Number)]
    [InlineData("-0.50", ScalarKind.Number)]
    [InlineData("1e3", ScalarKind.Number)]
    [InlineData("1E+3", ScalarKind.Number)]
    [InlineData("1.5e-3", ScalarKind.Number)]
    [InlineData("1.", ScalarKind.String)]
    [InlineData(".5", ScalarKind.String)]
    [InlineData("01.5", ScalarKind.String)]
    [InlineData("1e", ScalarKind.String)]
    [InlineData("1e+", ScalarKind.String)]
    [InlineData("-", ScalarKind.String)]
    [InlineData("1.2.3", ScalarKind.String)]
    [InlineData(".inf", ScalarKind.String)]
    [InlineData(".nan", ScalarKind.String)]
    [InlineData("١٢", ScalarKind.String)]
    [InlineData("2026-01-08", ScalarKind.String)]
    public void A_plain_scalar_is_what_the_core_rules_say(string text, ScalarKind expected) =>
        Assert.Equal(expected, ScalarRules.KindOfPlain(text));

    [Fact]
    public void Lines_are_given_without_their_ends() =>
        Assert.Equal(["a: 1", "", "b: 2"], YamlReader.Read("a.yaml", "a: 1\r\n\nb: 2\n"u8.ToArray()).Lines);

    [Fact]
    public void Every_reading_rule_is_listed_once_in_order_of_id()
    {
        var declared = typeof(ReadingRules).GetFields().Select(field => field.GetValue(null)).OfType<RuleInfo>().ToArray();
        Assert.Equal(declared.Select(rule => rule.Id), ReadingRules.All.Select(rule => rule.Id));
        Assert.Equal(14, ReadingRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(ReadingRules.All.OrderBy(rule => rule.Id, StringComparer.Ordinal), ReadingRules.All);
    }

    private static MappingNode Root(string text)
    {
        var file = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text));
        Assert.Empty(file.Findings);
        return file.Root!;
    }

    private static string Show(Node? node)
    {
        var scalar = Assert.IsType<ScalarNode>(node);
        return string.Create(CultureInfo.InvariantCulture, $"{scalar.Text}@{scalar.Place.Line}:{scalar.Place.Column}+{scalar.Place.Length} {scalar.Kind}");
    }
}
