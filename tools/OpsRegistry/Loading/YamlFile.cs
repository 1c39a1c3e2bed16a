namespace OpsRegistry.Loading;

/// <summary>A file as read.</summary>
/// <param name="Path">Path from the repository's root with forward slashes.</param>
/// <param name="Root">The file's keys and values. Null as soon as <paramref name="Findings"/> holds anything: a file that cannot be trusted is not seen by later stages.</param>
/// <param name="Findings">What is wrong with the file itself, in order of place.</param>
/// <param name="Lines">The lines without their ends, for excerpts; empty for a file that was not read.</param>
internal sealed record YamlFile(string Path, MappingNode? Root, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Lines)
{
    /// <summary>The git blob id of the bytes, 40 hexadecimal digits; empty for a file that was not read.</summary>
    public string Blob { get; init; } = "";
}
