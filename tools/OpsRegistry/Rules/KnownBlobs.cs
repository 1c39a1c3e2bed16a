using System.Buffers.Binary;
using System.Collections.Concurrent;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>
/// The blob ids of a contract's records by what the system says of each file, as git's index has them: where one of a thousand was changed, one is read. Several threads may ask at once.
/// </summary>
/// <param name="pack">What earlier runs read.</param>
internal sealed class KnownBlobs(Pack pack)
{
    private readonly ConcurrentDictionary<CacheKey, CacheKey> used = new(Environment.ProcessorCount, pack.Count);
    private int added;

    /// <summary>The entry with its blob id where that is known. What is no YAML file is read in any case.</summary>
    public SourceEntry Recall(SourceEntry entry)
    {
        if (KeyOf(entry) is not { } key || (used.TryGetValue(key, out var earlier) ? earlier : Find(key)) is not { } blob)
        {
            return entry;
        }

        used.TryAdd(key, blob);
        return entry with { Blob = blob.ToBlob() };
    }

    /// <summary>Says what was read of a file.</summary>
    /// <param name="content">Its blob id, or why it was not read.</param>
    public void Add(SourceEntry entry, string? content)
    {
        if (content is { Length: 2 * CacheKey.Size } blob && KeyOf(entry) is { } key && used.TryAdd(key, CacheKey.OfBlob(blob)))
        {
            Interlocked.Increment(ref added);
        }
    }

    /// <summary>What to keep for the next run: what stands in the folder now; null where nothing is new.</summary>
    public IReadOnlyList<KeyValuePair<CacheKey, ReadOnlyMemory<byte>>>? ToKeep() => added == 0 ? null : used.Select(pair => KeyValuePair.Create(pair.Key, KnownContents.BytesOf(pair.Value))).ToList();

    private CacheKey? Find(CacheKey key) => pack.Find(key) is { Length: CacheKey.Size } bytes ? CacheKey.Read(bytes.Span) : null;

    private static CacheKey? KeyOf(SourceEntry entry)
    {
        if (entry is not { Kind: SourceEntryKind.File, Blob: null, Stamp: { } stamp } || !entry.Path.EndsWith(".yaml", StringComparison.Ordinal))
        {
            return null;
        }

        // Made of every file: on the stack, unless its path is very long.
        var size = Encoding.UTF8.GetMaxByteCount(entry.Path.Length) + (4 * sizeof(long));
        var bytes = size <= 1024 ? stackalloc byte[size] : new byte[size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, entry.Size ?? -1);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[sizeof(long)..], stamp.Changed);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[(2 * sizeof(long))..], stamp.Written);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[(3 * sizeof(long))..], stamp.Inode);
        return KeyDigest.Compute(bytes[..((4 * sizeof(long)) + Encoding.UTF8.GetBytes(entry.Path, bytes[(4 * sizeof(long))..]))]);
    }
}
