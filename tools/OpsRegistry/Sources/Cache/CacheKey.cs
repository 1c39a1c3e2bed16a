using System.Buffers.Binary;

namespace OpsRegistry.Sources.Cache;

/// <summary>The name of a cached result: 160 bits that follow from everything the result depends on.</summary>
internal readonly record struct CacheKey(ulong First, ulong Second, uint Third)
{
    /// <summary>How many bytes a key takes.</summary>
    public const int Size = 20;

    /// <summary>The key that a git blob id is.</summary>
    /// <param name="blob">40 hexadecimal digits.</param>
    public static CacheKey OfBlob(string blob)
    {
        Span<byte> bytes = stackalloc byte[Size];
        Convert.FromHexString(blob, bytes, out _, out _);
        return Read(bytes);
    }

    /// <summary>The git blob id that the key is, 40 hexadecimal digits.</summary>
    public string ToBlob()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Write(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>The key whose bytes these are; what follows the first 20 is left out.</summary>
    public static CacheKey Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]));

    /// <summary>Writes the key's bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, First);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Second);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], Third);
    }
}
