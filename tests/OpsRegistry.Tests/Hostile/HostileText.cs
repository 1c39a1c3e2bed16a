using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace OpsRegistry.Tests.Hostile;

/// <summary>A text of tests/hostile/texts.yaml, and how each format must show it.</summary>
public sealed record HostileText
{
    public string Name { get; init; } = "";

    public string Text { get; init; } = "";

    public string? Terminal { get; init; }

    public string? Markdown { get; init; }

    public string? Html { get; init; }

    public string? Github { get; init; }

    public static IReadOnlyList<HostileText> All { get; } = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .Build()
        .Deserialize<List<HostileText>>(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "tests", "hostile", "texts.yaml")));

    public static HostileText Named(string name) => All.Single(text => text.Name == name);
}
