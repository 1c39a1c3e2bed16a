using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Sources;

/// <summary>The files of one contract's folder, or those that all contracts share, taken as one.</summary>
/// <param name="folder">The name of the contract's folder; empty for the shared files.</param>
/// <param name="digest">The part's digest, or null.</param>
/// <param name="list">Lists the files, in order.</param>
/// <param name="count">How many they are, where that is known before they are listed. Such a list costs little and is made again for whoever asks: of a hundred thousand files only those are held that somebody reads.</param>
internal sealed class SourcePart(string folder, CacheKey? digest, Func<IReadOnlyList<SourceEntry>> list, int? count = null)
{
    private readonly Lazy<IReadOnlyList<SourceEntry>> entries = new(list);

    /// <summary>The name of the contract's folder; empty for the shared files.</summary>
    public string Folder => folder;

    /// <summary>
    /// Under the same digest the files have the same names and bytes. It is told without reading them, by a commit's tree without even listing them; null where
    /// only reading tells. Other digests may stand for the same files too.
    /// </summary>
    public CacheKey? Digest => digest;

    /// <summary>The files, in order.</summary>
    public IReadOnlyList<SourceEntry> Entries => count is null ? entries.Value : list();

    /// <summary>How many files it has.</summary>
    public int Count => count ?? entries.Value.Count;

    /// <summary>The parts of a source of which nothing is known but its files.</summary>
    /// <param name="entries">The files, in order.</param>
    public static IReadOnlyList<SourcePart> Split(IReadOnlyList<SourceEntry> entries) => Split(entries, _ => null);

    /// <summary>The parts of a source.</summary>
    /// <param name="entries">The files, in order.</param>
    /// <param name="digest">The digest of a part by its folder.</param>
    public static IReadOnlyList<SourcePart> Split(IReadOnlyList<SourceEntry> entries, Func<string, CacheKey?> digest)
    {
        var parts = new Dictionary<string, List<SourceEntry>>(StringComparer.Ordinal) { [""] = [] };
        var (folder, files) = ("", parts[""]);
        foreach (var entry in entries)
        {
            if (!ContractFolders.Holds(folder, entry.Path))
            {
                folder = ContractFolders.NameIn(entry.Path) ?? "";
                files = parts.TryGetValue(folder, out var known) ? known : parts[folder] = [];
            }

            files.Add(entry);
        }

        return parts.Keys.Order(StringComparer.Ordinal).Select(name => new SourcePart(name, digest(name), () => parts[name])).ToList();
    }
}
