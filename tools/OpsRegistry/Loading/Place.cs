namespace OpsRegistry.Loading;

/// <summary>Where a value stands, so that every finding points at characters and not at a file.</summary>
/// <param name="Path">Path from the registry's root with forward slashes, e.g. <c>ops-registry/contracts/…/contract.yaml</c>.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters (UTF-16 units), from 1.</param>
/// <param name="Length">Characters from the column on that belong to the value, at least 1; never past the line's end.</param>
internal readonly record struct Place(string Path, int Line, int Column, int Length)
{
    /// <summary>The first character of a file, for findings about the file as a whole.</summary>
    public static Place StartOf(string path) => new(path, 1, 1, 1);

    public override string ToString() => $"{Path}:{Line}:{Column}";
}
