using FileMode = OpsRegistry.Sources.FileMode;

namespace OpsRegistry.Sealing;

/// <summary>A file that a seal covers.</summary>
/// <param name="Path">Path from the repository's root.</param>
/// <param name="Mode">The mode as git writes it, e.g. <c>100644</c>.</param>
/// <param name="Blob">The git blob id.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hexadecimal digits: git's own ids rest on SHA-1.</param>
/// <param name="Part">The part of the registry it belongs to.</param>
internal sealed record SealedFile(string Path, string Mode, string Blob, string Sha256, SealedPartId Part)
{
    /// <summary>A mode as git writes it.</summary>
    public static string Octal(FileMode mode) => mode switch
    {
        FileMode.Executable => "100755",
        FileMode.SymbolicLink => "120000",
        FileMode.Submodule => "160000",
        FileMode.Plain => "100644",
    };
}

/// <summary>The parts of the registry whose roots a seal gives one by one.</summary>
internal enum SealedPartId
{
    /// <summary>The contract's terms.</summary>
    Governance,

    /// <summary>What there is and who serves it.</summary>
    MasterData,

    /// <summary>What happened before the period's end.</summary>
    Records,

    /// <summary>Judgements, decisions, claims and earlier seals.</summary>
    Decisions,

    /// <summary>What proves the records.</summary>
    Evidence,

    /// <summary>Settings, calendars and parties.</summary>
    Shared,

    /// <summary>The schemas that judged.</summary>
    Schemas,
}
