using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;

namespace OpsRegistry.Tests.Rules;

/// <summary>The folders under tests/cases: one for each rule, <c>OPS312-IncidentTimesOutOfOrder</c>, with <c>bad*</c> and <c>good*</c> inside.</summary>
internal static class CaseFolders
{
    private static readonly Lazy<SchemaSet> LazySchemas = new(() => SchemaSet.Load(Directory
        .EnumerateFiles(Path.Combine(Golden.RepositoryRoot, "schemas"), "*.json")
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllText)));

    /// <summary>tests/cases.</summary>
    public static string Root { get; } = Path.Combine(Golden.RepositoryRoot, "tests", "cases");

    /// <summary>The registry that every case is laid over.</summary>
    public static string Base { get; } = Path.Combine(Root, "base");

    /// <summary>The product's own schemas.</summary>
    public static SchemaSet Schemas => LazySchemas.Value;

    /// <summary>The rules' folders by name.</summary>
    public static IReadOnlyList<string> Rules { get; } = Directory.EnumerateDirectories(Root, "OPS*").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).ToList();

    /// <summary>The cases of every rule whose folder begins with a word: <c>bad</c> or <c>good</c>; as paths below <see cref="Root"/>.</summary>
    public static IEnumerable<string> Cases(string word) =>
        from rule in Rules.Where(rule => rule[3] != '6')
        from folder in Directory.EnumerateDirectories(Path.Combine(Root, rule), word + "*").Select(Path.GetFileName).Order(StringComparer.Ordinal)
        select $"{rule}/{folder}";

    /// <summary>The cases of the rules of change, each with the folders <c>before</c> and <c>after</c>.</summary>
    public static IEnumerable<string> Changes(string word) =>
        from rule in Rules.Where(rule => rule[3] == '6')
        from folder in Directory.EnumerateDirectories(Path.Combine(Root, rule), word + "*").Select(Path.GetFileName).Order(StringComparer.Ordinal)
        select $"{rule}/{folder}";

    /// <summary>A case laid over the base and loaded; null for the base alone.</summary>
    internal static Loaded Load(string? path) =>
        RegistryLoader.Load(CaseSource.Over(Base, path is null ? null : Path.Combine(Root, path)), Schemas);
}
