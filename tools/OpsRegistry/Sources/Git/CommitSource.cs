using LibGit2Sharp;

namespace OpsRegistry.Sources.Git;

/// <summary>A registry read from a commit's blobs. No file is checked out, so line endings, links and letter case of a work tree play no part.</summary>
public sealed class CommitSource : IRegistrySource
{
    private const string RegistryFolder = "ops-registry";

    private readonly Repository repository;
    private readonly Lazy<IReadOnlyList<SourceEntry>> entries;

    internal CommitSource(Repository repository, Commit commit)
    {
        this.repository = repository;
        entries = new(() => List(commit));
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries => entries.Value;

    /// <inheritdoc/>
    public long SizeOf(SourceEntry entry) =>
        entry.Kind == SourceEntryKind.File ? repository.ObjectDatabase.RetrieveObjectMetadata(new ObjectId(entry.Blob)).Size : 0;

    /// <inheritdoc/>
    public byte[]? Read(SourceEntry entry) => entry.Kind == SourceEntryKind.File ? BlobBytes.Of(repository, entry.Blob!) : null;

    private static SourceEntry[] List(Commit commit)
    {
        var found = new List<SourceEntry>();
        if (commit.Tree[RegistryFolder] is { } registry)
        {
            Enter(registry, RegistryFolder, found);
        }

        found.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return [.. found];
    }

    private static void Enter(TreeEntry entry, string path, List<SourceEntry> found)
    {
        switch (entry.Mode)
        {
            case Mode.Directory:
                foreach (var child in (Tree)entry.Target)
                {
                    Enter(child, $"{path}/{child.Name}", found);
                }

                break;
            case Mode.NonExecutableFile or Mode.NonExecutableGroupWritableFile or Mode.ExecutableFile:
                found.Add(new SourceEntry(path, SourceEntryKind.File) { Blob = entry.Target.Sha });
                break;
            default:
                found.Add(new SourceEntry(path, entry.Mode == Mode.SymbolicLink ? SourceEntryKind.SymbolicLink : SourceEntryKind.Special));
                break;
        }
    }
}
