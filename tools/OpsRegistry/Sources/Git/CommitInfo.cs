using System.Diagnostics.CodeAnalysis;

namespace OpsRegistry.Sources.Git;

/// <summary>What the tool uses of a commit. Names and mail addresses are left out: they are the author's claim, and nobody is identified by them.</summary>
/// <param name="Id">40 lower-case hexadecimal digits.</param>
/// <param name="Parents">The parents' ids, first parent first.</param>
/// <param name="CommittedAt">The committer's time: for a merge made by a forge, when the request was merged. Claimed, not proven.</param>
/// <param name="Summary">The first line of the message.</param>
internal sealed record CommitInfo(string Id, IReadOnlyList<string> Parents, Instant CommittedAt, string Summary)
{
    /// <summary>True for what can be the id of a commit.</summary>
    public static bool IsId([NotNullWhen(true)] string? text) => text is { Length: 40 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The id as people read it: its first 12 digits.</summary>
    public string Short => Id[..12];

    /// <summary>True for a commit that joins two lines of history.</summary>
    public bool IsMerge => Parents.Count > 1;
}
