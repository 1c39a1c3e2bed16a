using System.Collections.Concurrent;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>
/// The names and bytes of a registry's parts, each in one key: read in this run, or read in an earlier one under the digest that the source tells of the part.
/// Several threads may ask at once.
/// </summary>
/// <param name="parts">The parts of the registry.</param>
/// <param name="cache">Results of earlier runs; null for none.</param>
internal sealed class KnownContents(IReadOnlyList<SourcePart> parts, ResultCache? cache)
{
    private const string Name = "contents";
    private const int Most = 10_000; // of all registries and branches together, half a megabyte; those of this run are kept however many

    private readonly ConcurrentDictionary<string, CacheKey?> contents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<CacheKey, CacheKey> used = new();
    private readonly ConcurrentDictionary<string, KnownBlobs> blobs = new(StringComparer.Ordinal);
    private readonly Pack earlier = cache?.Open(Name) ?? Pack.Empty;
    private int added;

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<SourcePart> Parts => parts;

    /// <summary>One key of paths and what decides all that loading finds in each; null where one of them could not be read.</summary>
    public static CacheKey? KeyOf(IEnumerable<(string Path, string? Content)> files)
    {
        using var digest = new KeyDigest();
        foreach (var (path, content) in files)
        {
            if (content is null)
            {
                return null;
            }

            digest.Add(path).Add(content);
        }

        return digest.Finish();
    }

    /// <summary>Looks up every part by its digest.</summary>
    /// <param name="isWorthReading">Whether a part that is not known shall be read for its key alone.</param>
    public void Recall(IRegistrySource source, Func<SourcePart, bool> isWorthReading)
    {
        var unknown = new List<SourcePart>();
        foreach (var part in parts)
        {
            if (part.Digest is { } digest && earlier.Find(digest) is { Length: CacheKey.Size } bytes)
            {
                contents[part.Folder] = used[digest] = CacheKey.Read(bytes.Span);
            }
            else if (isWorthReading(part))
            {
                unknown.Add(part);
            }
        }

        Parallel.ForEach(unknown, Processors.All, part => Add(part, EntriesOf(part).Select(entry => (entry, FileContent.Identify(source, entry)))));
    }

    /// <summary>A part's files, with the blob ids of those that are as an earlier run read them.</summary>
    public IReadOnlyList<SourceEntry> EntriesOf(SourcePart part) => cache is null ? part.Entries : part.Entries.Select(BlobsOf(part.Folder).Recall).ToList();

    /// <summary>The blob id of a file of a part, where it is as this run or an earlier one read it; null where that is not known.</summary>
    /// <param name="folder">The name of the contract's folder; empty for the shared files.</param>
    public string? BlobOf(string folder, SourceEntry entry) => cache is null ? null : BlobsOf(folder).Recall(entry).Blob;

    /// <summary>Says what was read of a part.</summary>
    /// <param name="files">Its files, and what decides all that loading finds in each.</param>
    public void Add(SourcePart part, IEnumerable<(SourceEntry Entry, string? Content)> files)
    {
        var read = files.ToList();
        contents[part.Folder] = KeyOf(read.Select(file => (file.Entry.Path, file.Content)));
        if (cache is not null)
        {
            read.ForEach(file => BlobsOf(part.Folder).Add(file.Entry, file.Content));
        }

        if (contents[part.Folder] is { } key && part.Digest is { } digest && used.TryAdd(digest, key))
        {
            Interlocked.Increment(ref added);
        }
    }

    /// <summary>The key of a part's names and bytes; null where they are not known, or could not all be read.</summary>
    /// <param name="folder">The name of the contract's folder; empty for the shared files.</param>
    public CacheKey? Find(string folder) => contents.GetValueOrDefault(folder);

    /// <summary>One key of all parts; null where one of them has none.</summary>
    /// <param name="moment">The moment for which the key is; null for all.</param>
    public CacheKey? KeyOfAll(Instant? moment)
    {
        using var digest = new KeyDigest();
        digest.Add($"{moment}");
        foreach (var part in parts)
        {
            if (Find(part.Folder) is not { } key)
            {
                return null;
            }

            digest.Add(part.Folder).Add(key);
        }

        return digest.Finish();
    }

    /// <summary>Keeps what became known, for the next run.</summary>
    public void Keep()
    {
        foreach (var (folder, known) in blobs)
        {
            if (known.ToKeep() is { } entries)
            {
                cache!.Replace(FilesOf(folder), entries, isSpare: true);
            }
        }

        if (added == 0)
        {
            return;
        }

        var now = used.Select(pair => KeyValuePair.Create(pair.Key, BytesOf(pair.Value)));
        var before = earlier.Keys.Where(key => !used.ContainsKey(key)).Take(Math.Max(0, Most - used.Count))
            .Select(key => (key, Bytes: earlier.Find(key))).Where(entry => entry.Bytes is not null)
            .Select(entry => KeyValuePair.Create(entry.key, entry.Bytes!.Value));
        cache?.Replace(Name, [.. now, .. before]);
    }

    private KnownBlobs BlobsOf(string folder) => blobs.GetOrAdd(folder, name => new(cache!.Open(FilesOf(name))));

    private static string FilesOf(string folder) => "files/" + folder;

    /// <summary>A key as it stands in a pack.</summary>
    internal static ReadOnlyMemory<byte> BytesOf(CacheKey key)
    {
        var bytes = new byte[CacheKey.Size];
        key.Write(bytes);
        return bytes;
    }
}
