using System.Buffers.Binary;
using System.Security.Cryptography;

namespace OpsRegistry.Sources.Cache;

/// <summary>Makes a key of everything that a result depends on. Each part's length goes in too, so that no two lists of parts give the same bytes.</summary>
internal sealed class KeyDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a text.</summary>
    public KeyDigest Add(string part)
    {
        Span<byte> bytes = part.Length <= 256 ? stackalloc byte[1024] : new byte[Encoding.UTF8.GetMaxByteCount(part.Length)];
        var length = Encoding.UTF8.GetBytes(part, bytes[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        hash.AppendData(bytes[..(length + 4)]);
        return this;
    }

    /// <summary>Adds bytes.</summary>
    public KeyDigest Add(ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
        return this;
    }

    /// <summary>Adds a key.</summary>
    public KeyDigest Add(CacheKey part)
    {
        Span<byte> bytes = stackalloc byte[CacheKey.Size];
        part.Write(bytes);
        hash.AppendData(bytes);
        return this;
    }

    /// <summary>The key of bytes.</summary>
    public static CacheKey Compute(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return CacheKey.Read(digest);
    }

    /// <summary>The key of all that was added; the digest begins anew.</summary>
    public CacheKey Finish()
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(bytes);
        return CacheKey.Read(bytes);
    }

    public void Dispose() => hash.Dispose();
}
