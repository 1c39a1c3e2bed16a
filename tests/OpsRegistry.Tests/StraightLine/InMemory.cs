using System.Text;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>Registries that stand in memory, so that properties can try many.</summary>
internal static class InMemory
{
    private static readonly Lazy<SchemaSet> LazySchemas = new(() => SchemaSet.Load(
        Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "schemas"), "*.schema.json").ToDictionary(file => Path.GetFileName(file), File.ReadAllText)));

    /// <summary>The YAML files below a folder's <c>ops-registry/</c>, by path from the folder.</summary>
    /// <param name="folder">Path below the repository's root.</param>
    public static SortedDictionary<string, string> Files(string folder)
    {
        var root = Path.Combine(Golden.RepositoryRoot, folder);
        var files = Directory.EnumerateFiles(Path.Combine(root, "ops-registry"), "*.yaml", SearchOption.AllDirectories);
        return new(files.ToDictionary(file => Path.GetRelativePath(root, file), File.ReadAllText), StringComparer.Ordinal);
    }

    /// <summary>Loads files by the repository's schemas.</summary>
    public static Loaded Load(IEnumerable<KeyValuePair<string, string>> files) => RegistryLoader.Load(SourceOf(files), Schemas);

    /// <summary>Loads the other side of a change: what is the same on both is read once.</summary>
    public static Loaded Load(IEnumerable<KeyValuePair<string, string>> files, Loaded beside) => RegistryLoader.Load(SourceOf(files), Schemas, beside: beside);

    /// <summary>The repository's schemas.</summary>
    public static SchemaSet Schemas => LazySchemas.Value;

    /// <summary>Files as a source.</summary>
    public static IRegistrySource SourceOf(IEnumerable<KeyValuePair<string, string>> files) => new Source(files);

    private sealed class Source : IRegistrySource
    {
        private readonly Dictionary<string, byte[]> bytes;

        public Source(IEnumerable<KeyValuePair<string, string>> files)
        {
            bytes = files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value), StringComparer.Ordinal);
            Entries = bytes.Select(file => new SourceEntry(file.Key, SourceEntryKind.File) { Blob = BlobId.Compute(file.Value) }).OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        }

        public IReadOnlyList<SourceEntry> Entries { get; }

        public long SizeOf(SourceEntry entry) => bytes[entry.Path].Length;

        public byte[]? Read(SourceEntry entry) => bytes.GetValueOrDefault(entry.Path);
    }
}
