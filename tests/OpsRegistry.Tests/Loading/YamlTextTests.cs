using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Loading;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("网关证书到期未更换", "a: 网关证书到期未更换\n")]
    [InlineData("2026-01-08", "a: \"2026-01-08\"\n")]
    [InlineData("no", "a: \"no\"\n")]
    [InlineData("NULL", "a: \"NULL\"\n")]
    [InlineData("- 第一", "a: \"- 第一\"\n")]
    [InlineData("三点: 两次", "a: \"三点: 两次\"\n")]
    [InlineData("说“好” \"ok\" \\", "a: 说“好” \"ok\" \\\n")]
    [InlineData("\"ok\" \\", "a: \"\\\"ok\\\" \\\\\"\n")]
    [InlineData("", "a: \"\"\n")]
    [InlineData("一\n二", "a: |-\n  一\n  二\n")]
    [InlineData("一\n\n二", "a: |-\n  一\n\n  二\n")]
    [InlineData(" 一\n二", "a: \" 一\\n二\"\n")]
    public void A_string_is_quoted_only_where_it_must_be(string value, string expected) => Assert.Equal(expected, YamlText.Write(new() { { "a", value } }));

    [Fact]
    public void Every_kind_of_value_has_one_form() => Assert.Equal(
        "yes: true\ncount: 3\namount: \"20500.00\"\non: 2026-01-08\nat: 2026-01-08T09:40:00+08:00\nwords: [a-1, \"b, c\"]\ninner:\n  x: z\nitems:\n  - first: 1\n    to: 2\n"
            .Replace("yes:", "\"yes\":", StringComparison.Ordinal).Replace("\non:", "\n\"on\":", StringComparison.Ordinal),
        YamlText.Write(new()
        {
            { "yes", true },
            { "count", 3 },
            { "amount", 20500m },
            { "on", new LocalDate(2026, 1, 8) },
            { "at", new LocalDateTime(2026, 1, 8, 9, 40).WithOffset(Offset.FromHours(8)) },
            { "words", new[] { "a-1", "b, c" } },
            { "inner", new YamlMapping { { "x", "z" } } },
            { "items", new YamlMapping[] { new() { { "first", 1 }, { "to", 2 } } } },
            { "absent", null },
        }));

    [Fact]
    public void The_first_line_leads_to_the_schema() => Assert.Equal(
        "# yaml-language-server: $schema=../../../../../../schemas/incident.schema.json\n",
        YamlText.SchemaLine("ops-registry/contracts/example-2026/records/2026/01/incident-2026-0001.yaml", "incident.schema.json"));

    [Fact]
    public void Whatever_a_string_holds_reading_gives_it_back_or_refuses_a_character()
    {
        var hostile = Gen.Elements("a", "字", " ", "\n", ":", "#", "-", "\"", "'", "\\", "[", "]", "{", "}", ",", "&x", "*x", "!t", "|", ">", "%", "@", "`", "~", "?", "\t", "\r", "\u0085", "\u202e", "1", ".", "e", "null", "---", "...", "😀", "<<", "=");
        var strings = Gen.Select(Gen.ArrayOf(hostile), parts => string.Concat(parts));
        Prop.ForAll(strings.ToArbitrary(), text =>
        {
            var (words, items) = (new[] { text, "b" }, new YamlMapping[] { new() { { "k", text } } });
            var file = YamlReader.Read("x.yaml", Encoding.UTF8.GetBytes(YamlText.Write(new() { { "a", text }, { "w", words }, { "i", items }, { "z", "end" } })));
            if (file.Findings.Count > 0)
            {
                return file.Findings.All(finding => finding.Rule.Id is "OPS002" or "OPS010") && text.Any(letter => letter is '\t' or '\r' or '\u0085' or '\u202e');
            }

            return new[] { file.Root!["a"], ((SequenceNode)file.Root["w"]!).Items[0], ((MappingNode)((SequenceNode)file.Root["i"]!).Items[0])["k"] }
                .All(node => node is ScalarNode { Kind: ScalarKind.String } scalar && scalar.Text == text);
        }).Check(Campaign.Properties("texts, written and read back", 3000, 20260401));
    }
}
