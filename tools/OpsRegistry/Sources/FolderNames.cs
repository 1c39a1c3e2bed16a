namespace OpsRegistry.Sources;

/// <summary>
/// The names in a folder, in UTF-8 as the system has them: of a hundred thousand files few ever need a string. A folder's name ends in a slash, so that names in order are whole paths in order.
/// </summary>
internal sealed class FolderNames
{
    private const byte BeyondTwoBytes = 0xEE, OfFourBytes = 0xF0; // first bytes of U+E000 and of U+10000

    private byte[] bytes = new byte[1024];
    private (int Start, int Length)[] places = new (int Start, int Length)[32];
    private int used;

    /// <summary>How many they are.</summary>
    public int Count { get; private set; }

    /// <summary>A name; a folder's with its slash. A zero byte follows it.</summary>
    public ReadOnlySpan<byte> this[int place] => bytes.AsSpan(places[place].Start, places[place].Length);

    /// <summary>Whether a name is a folder's.</summary>
    public bool IsFolder(int place) => this[place][^1] == (byte)'/';

    /// <summary>A name without the slash, as a text.</summary>
    public string Text(int place) => Encoding.UTF8.GetString(IsFolder(place) ? this[place][..^1] : this[place]);

    /// <summary>Adds a name.</summary>
    public void Add(ReadOnlySpan<byte> name, bool isFolder)
    {
        var length = name.Length + (isFolder ? 1 : 0);
        if (used + length + 1 > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, used + length + 1));
        }

        if (Count == places.Length)
        {
            Array.Resize(ref places, 2 * Count);
        }

        name.CopyTo(bytes.AsSpan(used));
        if (isFolder)
        {
            bytes[used + name.Length] = (byte)'/';
        }

        bytes[used + length] = 0;
        places[Count++] = (used, length);
        used += length + 1;
    }

    /// <summary>Forgets them all.</summary>
    public void Clear() => (Count, used) = (0, 0);

    /// <summary>Puts them in the ordinal order of their texts.</summary>
    public void Sort() => places.AsSpan(0, Count).Sort((one, other) => Compare(bytes.AsSpan(one.Start, one.Length), bytes.AsSpan(other.Start, other.Length)));

    // As strings compare, which are UTF-16: what takes four bytes here is made of surrogates there, which come before U+E000.
    private static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var same = one.CommonPrefixLength(other);
        if (same == one.Length || same == other.Length)
        {
            return one.Length - other.Length;
        }

        var (here, there) = (one[same], other[same]);
        return here >= BeyondTwoBytes && there >= BeyondTwoBytes && here >= OfFourBytes != there >= OfFourBytes ? there - here : here - there;
    }
}
