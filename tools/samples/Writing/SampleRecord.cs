namespace OpsRegistry.Samples.Writing;

/// <summary>A record before it has a number.</summary>
/// <param name="Kind">The kind of file, in PascalCase.</param>
/// <param name="At">When it happened: decides its folder, its year and its place in the numbering.</param>
/// <param name="Spec">What stands under <c>spec:</c>, without evidence.</param>
internal sealed record SampleRecord(string Kind, DateTime At, YamlMapping Spec)
{
    /// <summary>What other records of the story call it; null where none does.</summary>
    public string? Key { get; init; }

    /// <summary>What a reader should know, e.g. which deduction it is there for.</summary>
    public string? Note { get; init; }

    /// <summary>Files that prove it.</summary>
    public IReadOnlyList<EvidenceLetter> Evidence { get; init; } = [];

    /// <summary>The kind as it stands in file names: <c>special-period</c>.</summary>
    public string KebabKind { get; } = string.Concat(Kind.Select((letter, index) =>
        char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
