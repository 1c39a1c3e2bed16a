using System.Collections.Concurrent;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Loading;

/// <summary>The trees that a cache knows, in one pack for each contract's folder and one for the files that all share. Several threads may ask at once.</summary>
/// <param name="cache">Results of the same tool under the same schemas; null to know only what this run has read.</param>
internal sealed class TreeCache(ResultCache? cache)
{
    private readonly ConcurrentDictionary<string, Lazy<KnownTrees>> folders = new(StringComparer.Ordinal);

    /// <summary>The trees known of a file's folder.</summary>
    /// <param name="path">The file's path.</param>
    public KnownTrees For(string path) =>
        folders.GetOrAdd(ContractFolders.NameIn(path) ?? "", folder => new(() => new KnownTrees(cache?.Open(NameOf(folder)) ?? Pack.Empty))).Value;

    /// <summary>Keeps what became known, for the next run. Only for folders of which every file was asked for: what was not is dropped in time.</summary>
    public void Keep()
    {
        foreach (var (folder, trees) in folders)
        {
            if (trees.Value.ToKeep() is { } entries)
            {
                cache?.Replace(NameOf(folder), entries, isSpare: true);
            }
        }
    }

    private static string NameOf(string folder) => "trees/" + folder;
}
