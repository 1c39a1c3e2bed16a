using Newtonsoft.Json.Linq;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Docs;
using OpsRegistry.Rules;
using OpsRegistry.Rules.References;
using OpsRegistry.Time;
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
            Kinds.All.Where(kind => kind.Area == Area.Records).Select(kind => kind.Name),
            SchemaFiles.Common["definitions"]!["recordKind"]!["enum"]!.Select(word => (string?)word));

    [Fact]
    public void A_record_is_named_after_its_kind_year_and_number() =>
        Assert.All(
            Kinds.All.Where(kind => kind.Area == Area.Records),
            kind => Assert.Equal(
                "^" + kind.KebabName + "-[0-9]{4}-[0-9]{4}$",
                (string?)SchemaOf(kind)["properties"]!["metadata"]!["properties"]!["name"]!["pattern"]));

    [Fact]
    public void What_docs_writes_into_the_shared_schema_and_the_editor_settings_is_what_stands_there()
    {
        var common = File.ReadAllText(Path.Combine(Golden.RepositoryRoot, KindLists.CommonSchema));
        Assert.Equal(common, KindLists.InCommonSchema(common));
        var settings = File.ReadAllText(Path.Combine(Golden.RepositoryRoot, KindLists.EditorSettings));
        Assert.Equal(settings, KindLists.InEditorSettings(settings));
    }

    [Fact]
    public void Words_that_stand_in_code_and_in_a_schema_are_the_same()
    {
        Assert.All(WordsOf("WindowDays"), words => Assert.Equal(Enum.GetValues<WindowDays>().Select(day => YamlWord.Write(day)), words));
        Assert.All(WordsOf("Language"), words => Assert.Equal(Enum.GetValues<Language>().Select(language => YamlWord.Write(language)), words));
    }

    [Fact]
    public void Every_file_that_a_schema_says_is_named_is_looked_for_by_a_rule()
    {
        var own = RuleCatalog.All.OfType<UnknownReference>().Select(rule => rule.Kind);
        var named = Parts().Select(schema => (string?)schema["x-references"]).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(["Asset", "Determination", "EmergencyPlan", "KnowledgeEntry"], named.Order(StringComparer.Ordinal).Except(own).Except(["Organization", "Contract", "SigningKey"]));
    }

    private static List<IEnumerable<string?>> WordsOf(string type)
    {
        var found = Parts().Where(schema => (string?)schema["x-type"] == type).Select(schema => schema["enum"]!.Select(word => (string?)word)).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private static IEnumerable<JObject> Parts() => SchemaFiles.All.SelectMany(file => SchemaFiles.Walk(file.Key, file.Value)).Select(part => part.Schema);

    private static JObject SchemaOf(Kind kind) => SchemaFiles.All[kind.KebabName + ".schema.json"];
}
