using System.Buffers;
using System.Security.Cryptography;

namespace OpsRegistry.Sources;

/// <summary>The id that git gives to a file's bytes.</summary>
internal static class BlobId
{
    private const int LongestHead = 20; // bytes: the word, a length of up to ten digits, a zero

    /// <summary>SHA-1 of <c>blob</c>, the length, a zero byte and the bytes, as 40 lower-case hexadecimal digits.</summary>
    public static string Compute(ReadOnlySpan<byte> bytes)
    {
        // One call over bytes that stand together costs half of what a hash that is fed by parts does for a file as small as a record.
        var whole = ArrayPool<byte>.Shared.Rent(LongestHead + bytes.Length);
        "blob "u8.CopyTo(whole);
        bytes.Length.TryFormat(whole.AsSpan(5), out var digits, provider: CultureInfo.InvariantCulture);
        whole[5 + digits] = 0;
        bytes.CopyTo(whole.AsSpan(6 + digits));
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // git's object format is defined on SHA-1; the id names content here and protects nothing.
        SHA1.HashData(whole.AsSpan(0, 6 + digits + bytes.Length), digest);
#pragma warning restore CA5350
        ArrayPool<byte>.Shared.Return(whole);
        return Convert.ToHexStringLower(digest);
    }
}
