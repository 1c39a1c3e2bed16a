namespace OpsRegistry.Sources;

/// <summary>Where the registry's bytes come from: a work tree, a commit, or a commit with a request's files laid over it. Nothing after this stage touches a disk.</summary>
internal interface IRegistrySource
{
    /// <summary>
    /// Every file under <c>ops-registry/</c>, ordered by path (ordinal), symbolic links and special files included; and the YAML files of folders beside it that
    /// are called as a part of it.
    /// </summary>
    IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>The same files in parts: those that all contracts share, and each contract's folder, in the order of their names.</summary>
    IReadOnlyList<SourcePart> Parts => SourcePart.Split(Entries);

    /// <summary>The names of the contract folders, in order.</summary>
    IReadOnlyList<string> Contracts => Entries.Select(entry => ContractFolders.NameIn(entry.Path)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    /// <summary>The files that all contracts share, and those of some contracts: all that judging these contracts needs.</summary>
    IRegistrySource Only(IReadOnlySet<string> contracts) => new SlicedSource(this, contracts);

    /// <summary>The moment that the files are of: a commit's committer time, or what a work tree is given; null where none is known.</summary>
    Instant? ReadAt => null;

    /// <summary>The file of a path; null where there is none.</summary>
    SourceEntry? Find(string path) => SortedPaths.Find(Entries, path, entry => entry.Path);

    /// <summary>An entry's size in bytes as listed, so that a file too large is never read; reading may show another.</summary>
    long SizeOf(SourceEntry entry);

    /// <summary>The bytes of an entry; null when it cannot be read (permission, gone since it was listed).</summary>
    byte[]? Read(SourceEntry entry);
}

/// <summary>A file as listed, before it is read.</summary>
/// <param name="Path">Path from the repository's root with forward slashes.</param>
/// <param name="Kind">Regular, or what it is instead.</param>
public sealed record SourceEntry(string Path, SourceEntryKind Kind)
{
    /// <summary>Its size in bytes, where listing tells it; null where the source must be asked.</summary>
    public long? Size { get; init; }

    /// <summary>The git blob id of its bytes, 40 hexadecimal digits, where listing tells it; null where the bytes must be read for it.</summary>
    public string? Blob { get; init; }

    /// <summary>What changes whenever its bytes or its name do, where listing tells it and it proves something; else null.</summary>
    internal FileStamp? Stamp { get; init; }
}

/// <summary>What an entry is. Only regular files are read.</summary>
public enum SourceEntryKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A symbolic link, whatever it points at.</summary>
    SymbolicLink,

    /// <summary>A device, pipe, socket or submodule.</summary>
    Special,
}
