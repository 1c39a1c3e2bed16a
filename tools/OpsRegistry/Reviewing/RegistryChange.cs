using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Reviewing;

/// <summary>A change as rules of change see it: the registry before and after, judged by the same schemas, and every path that differs.</summary>
/// <param name="Before">The registry that the change starts from: what judges comes from here.</param>
/// <param name="After">The registry as the change leaves it. Both may hold only the contracts that the change touches.</param>
/// <param name="Files">Every path of the repository that differs, those outside <c>ops-registry/</c> included, by path.</param>
internal sealed record RegistryChange(Loaded Before, Loaded After, IReadOnlyList<FileChange> Files)
{
    /// <summary>Who makes the change: the forge's own account name, never an author line; null where nobody vouches for one.</summary>
    public string? Actor { get; init; }

    /// <summary>The accounts that approved exactly this change, as the forge vouches for them; none where nobody did or nobody can tell.</summary>
    public IReadOnlyList<string> ApprovedBy { get; init; } = [];

    /// <summary>When the file at a path came into the branch that the change starts from; null where that is not known.</summary>
    public Func<string, Instant?> CameIn { get; init; } = _ => null;

    /// <summary>When the change came, or would come, into the branch: the merge's time, never the author's.</summary>
    public required Instant MergedAt { get; init; }

    /// <summary>The changed files that are resources on at least one side, by path.</summary>
    public IReadOnlyList<ResourceChange> Resources { get; } = ResourceChange.Compare(Before.Registry, After.Registry, Files);
}
