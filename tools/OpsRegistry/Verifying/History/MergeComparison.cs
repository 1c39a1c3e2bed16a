using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Verifying.History;

/// <summary>
/// What a merge made of each file that either side had changed, against what git would have made of it. Only the files that differ are looked
/// at: a merge in a registry of 100,000 files costs what it touches. All paths count: who may rewrite workflows, owners or the tool while merging decides the rest.
/// </summary>
/// <param name="Parents">How many lines of history it joins.</param>
/// <param name="HasCommonAncestor">False where the two have nothing in common.</param>
/// <param name="Paths">The files that are not what git would have made of them, by path.</param>
internal sealed record MergeComparison(int Parents, bool HasCommonAncestor, IReadOnlyList<(string Path, MergeFault Fault)> Paths)
{
    /// <summary>The comparison of a merge; null for a commit of one parent.</summary>
    public static MergeComparison? Compare(GitRepository git, CommitInfo merge)
    {
        if (!merge.IsMerge)
        {
            return null;
        }

        if (merge.Parents.Count > 2)
        {
            return new(merge.Parents.Count, HasCommonAncestor: true, []);
        }

        var (ours, theirs) = (git.Resolve(merge.Parents[0]) ?? throw new MissingObjectException(merge.Parents[0]), git.Resolve(merge.Parents[1]) ?? throw new MissingObjectException(merge.Parents[1]));
        if (git.MergeBase(ours, theirs) is not { } common)
        {
            return new(merge.Parents.Count, HasCommonAncestor: false, []);
        }

        var automatic = new Lazy<IReadOnlyDictionary<string, string?>>(() => git.AutomaticMerge(merge));
        var faults =
            from path in git.Changes(ours, merge).Concat(git.Changes(common, theirs)).Select(change => change.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            let fault = FaultOf(git.At(common, path), git.At(ours, path), git.At(theirs, path), git.At(merge, path), () => automatic.Value.GetValueOrDefault(path))
            where fault is not null
            select (path, fault.Value);
        return new(merge.Parents.Count, HasCommonAncestor: true, faults.ToList());
    }

    private static MergeFault? FaultOf(FileState? common, FileState? ours, FileState? theirs, FileState? merged, Func<string?> automatic)
    {
        if (ours == theirs || theirs == common)
        {
            // Only the branch itself moved, or both alike: the merge has nothing to decide.
            return merged == ours ? null : merged == common ? MergeFault.UndoesBranch : MergeFault.HoldsWhatNobodyHad;
        }

        if (ours == common)
        {
            return merged == theirs ? null : merged == common ? MergeFault.DropsRequest : MergeFault.HoldsWhatNobodyHad;
        }

        return automatic() is { } blob
            ? (blob == merged?.Blob ? null : MergeFault.HoldsWhatNobodyHad)
            : merged == ours || merged == theirs ? MergeFault.ResolvedByHand : merged is null && (ours is null || theirs is null) ? MergeFault.ResolvedByHand : MergeFault.HoldsWhatNobodyHad;
    }
}

/// <summary>How a file of a merge differs from what git would have made of it.</summary>
internal enum MergeFault
{
    /// <summary>It is what neither side had.</summary>
    HoldsWhatNobodyHad,

    /// <summary>The branch's own change is gone.</summary>
    UndoesBranch,

    /// <summary>The request's change is left out.</summary>
    DropsRequest,

    /// <summary>Both sides changed it, and one side was taken.</summary>
    ResolvedByHand,
}
