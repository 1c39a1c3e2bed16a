using LibGit2Sharp;

namespace OpsRegistry.Sources.Git;

/// <summary>The bytes of a blob as git stores them, without any filter.</summary>
internal static class BlobBytes
{
    /// <summary>The bytes; null where the repository does not hold the blob (a partial clone, a damaged store).</summary>
    public static byte[]? Read(Repository repository, string id)
    {
        if (repository.Lookup<Blob>(new ObjectId(id)) is not { } blob)
        {
            return null;
        }

        using var content = blob.GetContentStream();
        var bytes = new byte[checked((int)blob.Size)];
        content.ReadExactly(bytes);
        return bytes;
    }
}
