namespace OpsRegistry.Bench;

/// <summary>A contract of tests/golden/contracts whose terms a generated one has: how it is assessed, and whom and what its records may name.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Systems">The systems that records name.</param>
/// <param name="People">The vendor's people.</param>
internal sealed record ContractModel(string Name, IReadOnlyList<string> Systems, IReadOnlyList<string> People)
{
    /// <summary>Where contracts are taken from, below the repository: frozen, so that figures of two days compare.</summary>
    public const string Source = "tests/golden/contracts/ops-registry";

    // Assessed each in its own way: quarterly points and bands with many readings, a monthly scorecard, no score at all.
    private static readonly string[] Names = ["pingdingshan-2025", "fujian-2023", "pengjiang-2025"];

    /// <summary>The models, in turn.</summary>
    public static IReadOnlyList<ContractModel> Read(string repository) => Names.Select(name =>
    {
        var folder = Path.Combine(repository, Source, "contracts", name);
        return new ContractModel(
            name,
            Directory.GetFiles(Path.Combine(folder, "systems"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).Take(7).ToList(),
            Directory.GetFiles(Path.Combine(folder, "staff"), "*.yaml").Where(file => !Path.GetFileName(file).StartsWith("assignment-", StringComparison.Ordinal) && File.ReadAllText(file).Contains("-vendor\n", StringComparison.Ordinal))
                .Select(file => Path.GetFileNameWithoutExtension(file)).Where(person => IsPostedThroughout(folder, person)).Order(StringComparer.Ordinal).Take(2).ToList());
    }).ToList();

    private static bool IsPostedThroughout(string folder, string person) =>
        Path.Combine(folder, "staff", $"assignment-{person}.yaml") is var file && File.Exists(file) && !File.ReadAllText(file).Contains("\n  to: ", StringComparison.Ordinal);
}
