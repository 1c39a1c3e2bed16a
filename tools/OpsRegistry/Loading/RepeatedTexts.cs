namespace OpsRegistry.Loading;

/// <summary>
/// One string for each key and for each word that many files say, however often it occurs. The table is a cache without locks: two threads may each make a string, and both
/// are right. It has a bound, so a file with keys of its own making cannot fill it.
/// </summary>
internal static class RepeatedTexts
{
    private const int Size = 4096; // a power of two; the schemas name some 400 keys, and about as many words
    private const int Longest = 40;

    private static readonly string?[] Table = new string?[Size];

    /// <summary>The text of a plain value: a word of a schema, a name that others give as well, or a text of its own.</summary>
    public static string DecodeValue(ReadOnlySpan<byte> bytes) => IsWord(bytes) ? Decode(bytes) : Encoding.UTF8.GetString(bytes);

    // Times, amounts and numbered names are each value's own.
    private static bool IsWord(ReadOnlySpan<byte> bytes) => bytes is [var first, ..] && bytes.Length <= Longest && char.IsAsciiLetter((char)first) && (bytes.Length < 5 || bytes[^4..].ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    /// <summary>The text of UTF-8 bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var hash = 5381u;
        foreach (var part in bytes)
        {
            hash = (hash * 33) ^ part;
        }

        ref var slot = ref Table[hash & (Size - 1)];
        if (slot is { } known && Ascii.Equals(bytes, known))
        {
            return known;
        }

        var text = Encoding.UTF8.GetString(bytes);
        slot = text;
        return text;
    }
}
