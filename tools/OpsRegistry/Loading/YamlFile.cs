namespace OpsRegistry.Loading;

/// <summary>A file as read.</summary>
/// <param name="Path">Path from the repository's root with forward slashes.</param>
/// <param name="Root">The file's keys and values. Null as soon as <paramref name="Findings"/> holds an error: a file that cannot be trusted is not seen by later stages.</param>
/// <param name="Findings">What is wrong with the file itself, in order of place.</param>
/// <param name="Lines">The lines without their ends, for excerpts; empty for a file that was not read.</param>
internal sealed record YamlFile(string Path, MappingNode? Root, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Lines)
{
    /// <summary>The git blob id of the bytes, 40 hexadecimal digits; empty for a file that was not read.</summary>
    public string Blob { get; init; } = "";

    /// <summary>The comments that stand behind an unquoted value on its line, by the value's place.</summary>
    public IReadOnlyDictionary<Place, TrailingComment> Comments { get; init; } = NoComments;

    /// <summary>What there is of comments in nearly every file.</summary>
    public static IReadOnlyDictionary<Place, TrailingComment> NoComments { get; } = new Dictionary<Place, TrailingComment>();
}

/// <summary>A comment behind a value.</summary>
/// <param name="Place">From its number sign to the end of the line.</param>
/// <param name="Text">The number sign and what follows.</param>
internal sealed record TrailingComment(Place Place, string Text);
