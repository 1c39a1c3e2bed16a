using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Verifying.History;

/// <summary>One step of the branch: a commit, its first parent, and what differs between them.</summary>
/// <param name="Parent">The branch before it.</param>
/// <param name="Files">The paths that differ, by path.</param>
/// <param name="Change">What differs as rules of change see it: only the changed files are loaded.</param>
/// <param name="Merge">For a merge, how it came about; null for any other commit.</param>
internal sealed record HistoryStep(CommitInfo Commit, CommitInfo Parent, IReadOnlyList<FileChange> Files, RegistryChange Change, MergeComparison? Merge);

/// <summary>The branch as a whole.</summary>
/// <param name="Git">The repository.</param>
/// <param name="Head">The newest commit.</param>
/// <param name="Steps">The steps, oldest first.</param>
/// <param name="MainLine">The ids of all commits along first parents, those before the first step included.</param>
/// <param name="Checkpoints">Commits that must be in the branch, with where they are named.</param>
internal sealed record BranchHistory(
    GitRepository Git, CommitInfo Head, IReadOnlyList<HistoryStep> Steps, IReadOnlySet<string> MainLine, IReadOnlyList<Checkpoint> Checkpoints)
{
    /// <summary>The moment at which it is judged.</summary>
    public required Instant Now { get; init; }

    /// <summary>The keys by which the newest commit's parties sign.</summary>
    public IReadOnlyList<SigningKey> Keys { get; init; } = [];

    /// <summary>What proves signatures.</summary>
    public required ISealSignatures Signatures { get; init; }
}

/// <summary>A commit that was the branch's newest once.</summary>
/// <param name="Commit">Its id.</param>
/// <param name="Place">Where it is named.</param>
internal sealed record Checkpoint(string Commit, Loading.Place Place)
{
    /// <summary>The full name of the tag that keeps it; null where no tag does.</summary>
    public string? Tag { get; init; }
}
