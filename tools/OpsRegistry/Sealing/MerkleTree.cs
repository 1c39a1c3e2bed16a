using System.Security.Cryptography;

namespace OpsRegistry.Sealing;

/// <summary>
/// A tree of SHA-256 digests over a list of files, as RFC 6962 section 2.1 builds it: leaves and inner nodes are told apart by their first
/// byte, so that no list of files has the root of another.
/// </summary>
internal static class MerkleTree
{
    private const byte Leaf = 0;
    private const byte Node = 1;

    /// <summary>The root, as 64 lower-case hexadecimal digits.</summary>
    /// <param name="files">The files, in the order of their paths.</param>
    public static string RootOf(IReadOnlyList<SealedFile> files) =>
        Convert.ToHexStringLower(files.Count == 0 ? SHA256.HashData([]) : Root(files.Select(LeafOf).ToArray()));

    private static byte[] LeafOf(SealedFile file) =>
        SHA256.HashData([Leaf, .. Encoding.UTF8.GetBytes($"{file.Mode} {file.Path}\0{file.Sha256}")]);

    private static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var left = 1;
        while (left * 2 < leaves.Length)
        {
            left *= 2;
        }

        return SHA256.HashData([Node, .. Root(leaves[..left]), .. Root(leaves[left..])]);
    }
}
