using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Loading.Schemas;

/// <summary>The schemas that the tool brings along are not looked at again at each start: here they are.</summary>
public sealed partial class OwnSchemaTests
{
    [Fact]
    public void They_pass_the_check_that_a_start_spares_them()
    {
        var common = SchemaBundle.Parse(SchemaBundle.CommonFile, EmbeddedSchemas.Texts[SchemaBundle.CommonFile]);
        Assert.Empty(common.Findings);
        Assert.All(EmbeddedSchemas.Texts.Where(file => file.Key != SchemaBundle.CommonFile), file =>
        {
            var (schema, findings) = SchemaBundle.Parse(file.Key, file.Value);
            Assert.Empty(findings);
            Assert.Empty(SchemaBundle.Join(file.Key, schema!, common.Schema).Findings);
        });
    }

    [Fact]
    public void A_blank_more_and_they_judge_the_same()
    {
        var own = SchemaSet.Load(EmbeddedSchemas.Texts);
        var looked = SchemaSet.Load(EmbeddedSchemas.Texts.ToDictionary(file => file.Key, file => file.Value + " "));
        Assert.Empty(looked.Findings);
        Assert.Equal(looked.Kinds, own.Kinds);
        Assert.All(own.Kinds, kind =>
        {
            var wrong = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes($"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata: {{name: X, nam: 1}}\nspec: {{x: 1, title: [], clauses: x, services: [1]}}\n")).Root!;
            Assert.NotEmpty(own.Validate(wrong));
            Assert.Equal(looked.Validate(wrong).Select(finding => finding.ToString()), own.Validate(wrong).Select(finding => finding.ToString()));
            Assert.Equal(looked.FieldsOf(kind).Select(field => $"{field.Name} {field.Title.Zh} {field.IsRequired} {string.Join(',', field.Allowed)}"), own.FieldsOf(kind).Select(field => $"{field.Name} {field.Title.Zh} {field.IsRequired} {string.Join(',', field.Allowed)}"));
        });
    }

    [Fact]
    public void Their_patterns_take_little_time_on_any_text_and_say_what_the_linear_engine_says()
    {
        string[] repeated = ["a", "A", "0", "1", "-", "a-", "a0-", "-a", "a.", "/a", "a/", "a a", "1-1 ", " 1", "0.", "=", "登", "b1c"];
        var patterns = EmbeddedSchemas.Texts.Values.SelectMany(text => Written().Matches(text)).Select(found => JsonSerializer.Deserialize<string>(found.Groups["text"].Value)!).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(patterns.Count > 20);
        foreach (var pattern in patterns)
        {
            var own = SchemaPattern.CompileOwn(pattern);
            var timed = new Regex(own.ToString(), own.Options, TimeSpan.FromSeconds(5));
            var begin = Beginning().Match(pattern).Value.TrimStart('^');
            foreach (var text in repeated.SelectMany(unit => new[] { begin + string.Concat(Enumerable.Repeat(unit, 3000)) + "!", begin + string.Concat(Enumerable.Repeat(unit, 4)), unit }))
            {
                Assert.Equal(SchemaPattern.Compile(pattern).Pattern!.IsMatch(text), timed.IsMatch(text));
            }
        }
    }

    [GeneratedRegex("\"pattern\": *(?<text>\"[^\"]*\")")]
    private static partial Regex Written();

    [GeneratedRegex("^[\\^][a-z-]*")]
    private static partial Regex Beginning();
}
