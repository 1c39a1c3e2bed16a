using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Settling;
using OpsRegistry.Sources;

namespace OpsRegistry.Reviewing;

/// <summary>What a review looks at.</summary>
internal sealed record ReviewRequest
{
    /// <summary>The registry that the change starts from.</summary>
    public required IRegistrySource Base { get; init; }

    /// <summary>The registry of the change itself.</summary>
    public required IRegistrySource Head { get; init; }

    /// <summary>Every path of the repository that the change touches.</summary>
    public required IReadOnlyList<FileChange> Files { get; init; }

    /// <summary>The base's schemas; the change's own never judge it.</summary>
    public required SchemaSet Schemas { get; init; }

    /// <summary>The trees that earlier runs have read under the base's schemas; null to parse every file. The review is the same.</summary>
    public TreeCache? Trees { get; init; }

    /// <summary>What earlier runs found out of periods under other readings; by itself it knows what this review finds out. The review is the same.</summary>
    public ReadingCache Readings { get; init; } = new(null);

    /// <summary>What earlier runs found wrong in whole registries; by itself it judges both sides. The review is the same.</summary>
    public JudgedRegistries Judged { get; init; } = new(null);

    /// <summary>When the change came, or would come, into the branch.</summary>
    public required Instant MergedAt { get; init; }

    /// <summary>The cut-off; null for what each side's settings say.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>Whether calendars without published notice are used.</summary>
    public bool AcceptProvisional { get; init; }

    /// <summary>Who makes the change; null where nobody vouches for an account.</summary>
    public string? Actor { get; init; }

    /// <summary>The accounts that approved exactly this change; none where nobody did or nobody can tell.</summary>
    public IReadOnlyList<string> ApprovedBy { get; init; } = [];

    /// <summary>When the file at a path came into the base; null where that is not known.</summary>
    public Func<string, Instant?> CameIn { get; init; } = _ => null;

    /// <summary>The contract folders that the change touches; all of them where it touches files that they share.</summary>
    public IReadOnlySet<string> Contracts()
    {
        var touched = Files.Where(file => file.Path.StartsWith("ops-registry/", StringComparison.Ordinal)).Select(file => ContractFolders.NameIn(file.Path)).ToList();
        return touched.Contains(null)
            ? Base.Contracts.Concat(Head.Contracts).ToHashSet(StringComparer.Ordinal)
            : touched.OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// The governance files of a change that also submits facts: they may not judge those facts, so the base's stay in force. A contract that
    /// the base does not have comes with terms of its own.
    /// </summary>
    public IReadOnlyList<string> GovernanceBesideFacts()
    {
        var known = Base.Contracts.ToHashSet(StringComparer.Ordinal);
        var judged = Files
            .Where(file => ContractFolders.NameIn(file.Path) is not { } contract || known.Contains(contract))
            .Select(file => (file.Path, Area: Kinds.AreaOf(file.Path)))
            .ToList();
        return judged.Any(file => file.Area is Area.Records or Area.MasterData)
            ? judged.Where(file => file.Area == Area.Governance).Select(file => file.Path).ToList()
            : [];
    }
}
