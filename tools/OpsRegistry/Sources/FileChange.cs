namespace OpsRegistry.Sources;

/// <summary>A path that two trees of files do not share in the same way.</summary>
/// <param name="Path">Path from the repository's root with forward slashes.</param>
/// <param name="Before">What stood there; null where the file is new.</param>
/// <param name="After">What stands there now; null where the file is gone.</param>
internal sealed record FileChange(string Path, FileState? Before, FileState? After)
{
    /// <summary>True for a file that was not there before.</summary>
    public bool IsAddition => Before is null;

    /// <summary>True for a file that is gone.</summary>
    public bool IsRemoval => After is null;
}

/// <summary>A file in a tree of files.</summary>
/// <param name="Blob">The git blob id, 40 hexadecimal digits.</param>
/// <param name="Mode">What git records of it.</param>
internal sealed record FileState(string Blob, FileMode Mode);

/// <summary>What git records of a file beside its bytes.</summary>
internal enum FileMode
{
    /// <summary>A plain file (100644): the only mode that records may have.</summary>
    Plain,

    /// <summary>A file marked executable (100755).</summary>
    Executable,

    /// <summary>A symbolic link (120000).</summary>
    SymbolicLink,

    /// <summary>A commit of another repository (160000).</summary>
    Submodule,
}
