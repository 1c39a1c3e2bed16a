namespace OpsRegistry.Loading;

/// <summary>Where a value stands, so that every finding points at characters and not at a file. Every key and value of every file has one, so it is kept in few bytes.</summary>
internal readonly record struct Place
{
    // Of a file of the greatest size that is read, every line and column can be told.
    private const int LineBits = 22;
    private const int ColumnBits = 21;

    private readonly ulong packed;

    /// <summary>A place. What is beyond any file that is read is told as the last that can be.</summary>
    /// <param name="path">Path from the registry's root with forward slashes, e.g. <c>ops-registry/contracts/…/contract.yaml</c>.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column in characters (UTF-16 units), from 1.</param>
    /// <param name="length">Characters from the column on that belong to the value, at least 1; never past the line's end.</param>
    public Place(string path, int line, int column, int length)
    {
        Path = path;
        packed = (Bits(line, LineBits) << (2 * ColumnBits)) | (Bits(column, ColumnBits) << ColumnBits) | Bits(length, ColumnBits);
    }

    /// <summary>Path from the registry's root with forward slashes, e.g. <c>ops-registry/contracts/…/contract.yaml</c>.</summary>
    public string Path { get; init; }

    /// <summary>Line, from 1.</summary>
    public int Line
    {
        get => (int)(packed >> (2 * ColumnBits));
        init => this = new(Path, value, Column, Length);
    }

    /// <summary>Column in characters (UTF-16 units), from 1.</summary>
    public int Column => (int)(packed >> ColumnBits) & ((1 << ColumnBits) - 1);

    /// <summary>Characters from the column on that belong to the value, at least 1; never past the line's end.</summary>
    public int Length
    {
        get => (int)packed & ((1 << ColumnBits) - 1);
        init => this = new(Path, Line, Column, value);
    }

    /// <summary>The first character of a file, for findings about the file as a whole.</summary>
    public static Place StartOf(string path) => new(path, 1, 1, 1);

    public override string ToString() => $"{Path}:{Line}:{Column}";

    private static ulong Bits(int number, int bits) => (ulong)Math.Clamp(number, 0, (1 << bits) - 1);
}
