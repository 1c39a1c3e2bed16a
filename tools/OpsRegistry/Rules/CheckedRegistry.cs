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

    /// <summary>Writes all but the contents and the lines, which are read when they are shown.</summary>
    public void Write(CompactWriter output)
    {
        output.Number(Language is { } language ? (int)language + 1 : 0);
        output.Number(Files);
        FindingCodec.Write(output, Findings);
    }

    /// <summary>Reads a result back; null when the bytes are not a whole result.</summary>
    /// <param name="lines">The lines of a file by path.</param>
    public static CheckedRegistry? Read(ReadOnlySpan<byte> bytes, Func<string, IReadOnlyList<string>?> lines)
    {
        var input = new CompactReader(bytes);
        var language = input.Number();
        var files = input.Number();
        var findings = FindingCodec.Read(ref input, SliceResult.Rules);
        return input.IsFinished ? new(findings, files, language == 0 ? null : (Language)(language - 1), lines) : null;
    }
}
