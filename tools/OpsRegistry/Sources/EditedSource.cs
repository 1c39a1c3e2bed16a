namespace OpsRegistry.Sources;

/// <summary>A registry with some of its files changed, moved or gone, none of it on a disk.</summary>
internal sealed class EditedSource : IRegistrySource
{
    /// <summary>Lays changes over a registry.</summary>
    /// <param name="edits">The bytes of changed files by path; null for one that is gone.</param>
    public EditedSource(IRegistrySource basis, IReadOnlyDictionary<string, byte[]?> edits)
    {
        Basis = basis;
        Edits = edits;
        Entries = basis.Entries.Where(entry => !edits.ContainsKey(entry.Path))
            .Concat(edits.Where(edit => edit.Value is not null).Select(edit => new SourceEntry(edit.Key, SourceEntryKind.File)))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The registry without the changes.</summary>
    public IRegistrySource Basis { get; }

    /// <summary>The changes.</summary>
    public IReadOnlyDictionary<string, byte[]?> Edits { get; }

    public IReadOnlyList<SourceEntry> Entries { get; }

    public Instant? ReadAt => Basis.ReadAt;

    public long SizeOf(SourceEntry entry) => Edits.TryGetValue(entry.Path, out var bytes) ? bytes?.Length ?? 0 : Basis.SizeOf(entry);

    public byte[]? Read(SourceEntry entry) => Edits.TryGetValue(entry.Path, out var bytes) ? bytes : Basis.Read(entry);
}
