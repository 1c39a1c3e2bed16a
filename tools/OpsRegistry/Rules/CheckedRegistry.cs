using OpsRegistry.Loading;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>What checking a registry gives.</summary>
/// <param name="Findings">What loading and the rules find, in the one order.</param>
/// <param name="Files">How many files were read into their types.</param>
/// <param name="Language">The language that the registry asks for; null where it has no settings.</param>
/// <param name="Lines">The lines of a file by path, for excerpts.</param>
internal sealed record CheckedRegistry(IReadOnlyList<Finding> Findings, int Files, Language? Language, Func<string, IReadOnlyList<string>?> Lines)
{
    /// <summary>The same for the same files, and for the same moment where results follow from when files are read; null where a file could not be read.</summary>
    public CacheKey? Contents { get; init; }

    /// <summary>The same for the same files of a contract's folder, or of those that all share, which have an empty name; null where one of them could not be read.</summary>
    public Func<string, CacheKey?> ContentsOf { get; init; } = _ => null;

    /// <summary>The blob id of a file as it was checked, by its path; null where it is not known without reading the file.</summary>
    public Func<string, string?> BlobOf { get; init; } = _ => null;
}
