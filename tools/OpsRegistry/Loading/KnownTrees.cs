using System.Collections.Concurrent;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Loading;

/// <summary>
/// The trees of files in which reading and schema found nothing wrong, by blob id. A file that is known is not parsed again. Files with faults
/// are not kept: they are few, and their findings are made anew. Several threads may ask at once.
/// </summary>
internal sealed class KnownTrees(Pack pack)
{
    private readonly ConcurrentDictionary<CacheKey, ReadOnlyMemory<byte>> used = new(Environment.ProcessorCount, pack.Count);
    private int added;

    /// <summary>The tree of a blob; null when it is not known.</summary>
    /// <param name="blob">The git blob id, 40 hexadecimal digits.</param>
    /// <param name="path">The path under which it stands this time.</param>
    public MappingNode? Find(string blob, string path)
    {
        var key = CacheKey.OfBlob(blob);
        if ((used.TryGetValue(key, out var earlier) ? earlier : pack.Find(key)) is not { } bytes || NodeCodec.Read(bytes.Span, path) is not { } root)
        {
            return null;
        }

        used.TryAdd(key, bytes);
        return root;
    }

    /// <summary>Keeps the tree of a file without fault.</summary>
    public void Add(string blob, MappingNode root)
    {
        var output = new CompactWriter();
        NodeCodec.Write(output, root);
        if (used.TryAdd(CacheKey.OfBlob(blob), output.Written))
        {
            Interlocked.Increment(ref added);
        }
    }

    /// <summary>
    /// What to keep for the next time: all that was used, and as many of the rest, so that another branch finds its own again. Null when
    /// what is new is so little that parsing it again costs less than writing everything.
    /// </summary>
    public IReadOnlyList<KeyValuePair<CacheKey, ReadOnlyMemory<byte>>>? ToKeep()
    {
        const int Worthwhile = 50; // one file in fifty
        const int Small = 200; // a pack that is written in no time
        if (added == 0 || (pack.Count > Small && added * Worthwhile < pack.Count))
        {
            return null;
        }

        var rest = pack.Keys.Where(key => !used.ContainsKey(key)).Take(used.Count)
            .Select(key => (key, Bytes: pack.Find(key))).Where(entry => entry.Bytes is not null)
            .Select(entry => KeyValuePair.Create(entry.key, entry.Bytes!.Value));
        return [.. used, .. rest];
    }
}
