using System.Text;
using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>What ops-registry/README.md shows a newcomer is right.</summary>
public sealed partial class RegistryReadmeTests
{
    private static readonly SchemaSet Schemas = SchemaSet.Load(SchemaFiles.Texts);

    private static readonly IReadOnlyDictionary<string, string> YamlByPath = ExamplePattern()
        .Matches(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "ops-registry", "README.md")).ReplaceLineEndings("\n"))
        .ToDictionary(example => "ops-registry/" + example.Groups["path"].Value, example => example.Groups["yaml"].Value);

    public static TheoryData<string> Examples => new(YamlByPath.Keys);

    [Fact]
    public void There_is_an_example_of_every_part_of_the_registry() =>
        Assert.Equal(
            [Area.Governance, Area.MasterData, Area.Records, Area.Claims, Area.Decisions],
            YamlByPath.Keys.Select(path => Kinds.All.First(kind => kind.MatchPath(path) is not null).Area).Distinct());

    [Theory, MemberData(nameof(Examples))]
    public void An_example_is_a_valid_file_of_its_kind_at_its_place(string path)
    {
        var file = YamlReader.Read(path, Encoding.UTF8.GetBytes(YamlByPath[path]));
        Assert.Empty(file.Findings);
        Assert.Empty(Schemas.Validate(file.Root!));
        var kind = Kinds.Named(((ScalarNode)file.Root!["kind"]!).Text)!;
        var place = kind.MatchPath(file.Path);
        Assert.NotNull(place);
        var findings = new List<Finding>();
        var metadata = Binder.Bind(Metadata.Read, (MappingNode)file.Root["metadata"]!, findings);
        Assert.NotNull(Binder.Bind(kind.Read, (MappingNode)file.Root["spec"]!, findings));
        Assert.Empty(findings);
        Assert.Equal(place.Contract, metadata!.Contract);
    }

    [GeneratedRegex(@"^`(?<path>[^`\n]+\.yaml)`\n\n```yaml\n(?<yaml>[^`]*)```$", RegexOptions.Multiline)]
    private static partial Regex ExamplePattern();
}
