using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Rules;
using Xunit;

namespace OpsRegistry.Tests.Intake;

public sealed partial class NewFileTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly SchemaSet Schemas = CaseFolders.Schemas;

    private static readonly Registry Example = RegistryLoader.Load(new WorkTreeSource(CaseFolders.Base), Schemas).Registry;

    public static TheoryData<string> EveryKind => [.. Kinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Begun_with_the_values_of_the_schemas_example_a_file_of_any_kind_is_whole(string name)
    {
        var kind = Kinds.Named(name)!;
        var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "schemas", SchemaSet.FileOf(name)))).RootElement.GetProperty("examples")[0];
        var values = example.GetProperty("spec").EnumerateObject().Select(field => KeyValuePair.Create(field.Name, Typed(field.Value))).ToList();
        foreach (var language in new[] { Language.Zh, Language.En })
        {
            var (file, complaints) = Draft(language).Begin(new(kind, "example-2026", example.GetProperty("metadata").GetProperty("name").GetString(), Today, values));
            Assert.Empty(complaints);
            Assert.Empty(file!.ToFill);
            Assert.Empty(Faults(file));
        }
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Begun_with_nothing_a_file_lacks_what_it_says_must_be_filled_in_and_nothing_else(string name)
    {
        var (file, complaints) = Draft(Language.Zh).Begin(new(Kinds.Named(name)!, "example-2026", "seal-of-nothing", Today, []));
        Assert.Empty(complaints);
        var read = YamlReader.Read(file!.Path, Encoding.UTF8.GetBytes(file.Text));
        Assert.Empty(read.Findings);
        var spec = (MappingNode?)(read.Root!["spec"] as MappingNode);
        Assert.Equal(file.ToFill.Select(field => field.Name), spec?.Entries.Where(entry => IsEmpty(entry.Value)).Select(entry => entry.Key) ?? []);

        // Whoever takes the signs before an optional field away has YAML still.
        var opened = OptionalKey().Replace(file.Text, "  $1");
        Assert.Empty(YamlReader.Read(file.Path, Encoding.UTF8.GetBytes(opened)).Findings);
    }

    [Fact]
    public void Values_are_taken_as_people_type_them()
    {
        var (file, complaints) = Draft(Language.Zh).Begin(new(
            Kinds.Named("Incident")!,
            "example-2026",
            null,
            Today,
            [new("事件概述", "门户打不开: 证书 #3 过期"), new("category", "系统运行故障"), new("systems", "portal"), new("channel", "电话"), new("reportedAt", "09：40"), new("attributable", "是"), new("causeCategory", "operation"), new("responders", "example-eng-01、example-eng-02"), new("note", "演示")]));
        Assert.Empty(complaints);
        Assert.Equal("ops-registry/contracts/example-2026/records/2026/03/incident-2026-0002.yaml", file!.Path);
        Assert.Empty(Faults(file));
        Assert.Contains("  summary: \"门户打不开: 证书 #3 过期\"\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("  category: fault\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("  channel: phone\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("  reportedAt: 2026-03-02T09:40:00+08:00\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("  attributable: true\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("  responders: [example-eng-01, example-eng-02]\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("  note: 演示\n", file.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sumary", "x", "summary")]
    [InlineData("channel", "phon", "phone")]
    [InlineData("reportedAt", "昨天", "09:40")]
    public void What_cannot_stand_in_a_field_is_refused_with_a_remedy_and_nothing_is_begun(string field, string typed, string remedy)
    {
        var (file, complaints) = Draft(Language.Zh).Begin(new(Kinds.Named("Incident")!, "example-2026", null, Today, [new(field, typed)]));
        Assert.Null(file);
        Assert.Contains(remedy, Assert.Single(complaints).Help.Zh, StringComparison.Ordinal);
    }

    private static NewFileDraft Draft(Language language) => new(Schemas, Example, new WorkTreeSource(CaseFolders.Base).Entries.Select(entry => entry.Path).ToList(), language);

    private static IReadOnlyList<Finding> Faults(NewFile file)
    {
        var read = YamlReader.Read(file.Path, Encoding.UTF8.GetBytes(file.Text));
        return read.Root is { } root ? Schemas.Validate(root) : read.Findings;
    }

    private static bool IsEmpty(Node node) => node switch
    {
        ScalarNode scalar => scalar.Kind == ScalarKind.Null,
        SequenceNode list => list.Items.All(IsEmpty),
        MappingNode map => map.Entries.All(entry => IsEmpty(entry.Value)),
        _ => false,
    };

    private static string Typed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    [GeneratedRegex("^  # ( *(- )?[a-zA-Z0-9]+:)$", RegexOptions.Multiline)]
    private static partial Regex OptionalKey();
}
