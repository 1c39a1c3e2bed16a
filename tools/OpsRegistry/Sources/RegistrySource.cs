namespace OpsRegistry.Sources;

/// <summary>Where the registry's bytes come from: a work tree, or later a commit. Nothing after this stage touches a disk.</summary>
public interface IRegistrySource
{
    /// <summary>Every file under <c>ops-registry/</c>, ordered by path (ordinal), symbolic links and special files included.</summary>
    IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>The bytes of an entry; null when it cannot be read (permission, gone since it was listed).</summary>
    byte[]? Read(SourceEntry entry);
}

/// <summary>A file as listed, before it is read.</summary>
/// <param name="Path">Path from the repository's root with forward slashes.</param>
/// <param name="Size">Size in bytes as listed; reading may show another.</param>
/// <param name="Kind">Regular, or what it is instead.</param>
public sealed record SourceEntry(string Path, long Size, SourceEntryKind Kind);

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
