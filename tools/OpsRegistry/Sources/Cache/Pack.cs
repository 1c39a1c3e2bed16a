using System.Buffers.Binary;
using System.Numerics;

namespace OpsRegistry.Sources.Cache;

/// <summary>
/// A file of results. Each entry has its own checksum, which is tested when the entry is asked for: an entry that was damaged, cut off
/// or never written whole is an entry that is not there.
/// </summary>
internal sealed class Pack
{
    private const int EntryHead = CacheKey.Size + 8; // key, length, checksum

    private static readonly byte[] Header = [.. "opsreg pack 1\n\0\0"u8];

    private readonly byte[] bytes;
    private readonly Dictionary<CacheKey, (int Start, int Length)> entries;

    private Pack(byte[] bytes)
    {
        this.bytes = bytes;
        var count = 0;
        for (var at = FirstEntry(bytes); LengthAt(bytes, at) is { } length; at += EntryHead + length)
        {
            count++;
        }

        entries = new(count);
        for (var at = FirstEntry(bytes); LengthAt(bytes, at) is { } length; at += EntryHead + length)
        {
            entries.TryAdd(CacheKey.Read(bytes.AsSpan(at)), (at + EntryHead, length));
        }
    }

    /// <summary>A pack without entries.</summary>
    public static Pack Empty { get; } = new([]);

    /// <summary>How many entries it seems to have; damaged ones are counted too.</summary>
    public int Count => entries.Count;

    /// <summary>The keys of its entries, damaged ones included, as they stand in the file.</summary>
    public IEnumerable<CacheKey> Keys => entries.Keys;

    /// <summary>Reads a pack from its bytes; what is no pack has no entries.</summary>
    public static Pack Read(byte[] bytes) => new(bytes);

    /// <summary>How many bytes a pack has without any entry.</summary>
    public static int HeaderSize => Header.Length;

    /// <summary>How many bytes a result takes in a pack.</summary>
    public static long SizeOf(ReadOnlyMemory<byte> result) => EntryHead + (long)result.Length;

    /// <summary>The bytes of a pack.</summary>
    /// <param name="entries">Keys and results; the first result of a key counts.</param>
    public static byte[] BytesOf(IReadOnlyList<KeyValuePair<CacheKey, ReadOnlyMemory<byte>>> entries)
    {
        var pack = new byte[checked(Header.Length + entries.Sum(entry => EntryHead + entry.Value.Length))];
        Header.CopyTo(pack, 0);
        var at = Header.Length;
        foreach (var (key, result) in entries)
        {
            var entry = pack.AsSpan(at);
            key.Write(entry);
            BinaryPrimitives.WriteInt32LittleEndian(entry[CacheKey.Size..], result.Length);
            result.Span.CopyTo(entry[EntryHead..]);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[(EntryHead - 4)..], Checksum(entry[..(EntryHead - 4)], result.Span));
            at += EntryHead + result.Length;
        }

        return pack;
    }

    /// <summary>The result of a key; null where there is none, or none that is whole.</summary>
    public ReadOnlyMemory<byte>? Find(CacheKey key)
    {
        if (!entries.TryGetValue(key, out var found))
        {
            return null;
        }

        var head = bytes.AsSpan(found.Start - EntryHead, EntryHead);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head[^4..]) != Checksum(head[..^4], bytes.AsSpan(found.Start, found.Length)))
        {
            return null;
        }

        return bytes.AsMemory(found.Start, found.Length);
    }

    private static int FirstEntry(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Header) ? Header.Length : bytes.Length;

    // How many bytes the result has whose entry begins here; null where none does.
    private static int? LengthAt(ReadOnlySpan<byte> bytes, int at) =>
        at + EntryHead <= bytes.Length && BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + CacheKey.Size)..]) is >= 0 and var length && length <= bytes.Length - at - EntryHead ? length : null;

    private static uint Checksum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> result) => Checksum(Checksum(uint.MaxValue, head), result);

    private static uint Checksum(uint sum, ReadOnlySpan<byte> part)
    {
        for (; part.Length >= 8; part = part[8..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(part));
        }

        foreach (var single in part)
        {
            sum = BitOperations.Crc32C(sum, single);
        }

        return sum;
    }
}
