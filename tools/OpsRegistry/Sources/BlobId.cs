using System.Security.Cryptography;

namespace OpsRegistry.Sources;

/// <summary>The id that git gives to a file's bytes.</summary>
internal static class BlobId
{
    /// <summary>SHA-1 of <c>blob</c>, the length, a zero byte and the bytes, as 40 lower-case hexadecimal digits.</summary>
    public static string Compute(ReadOnlySpan<byte> bytes)
    {
#pragma warning disable CA5350 // git's object format is defined on SHA-1; the id names content here and protects nothing.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {bytes.Length}\0")));
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
