using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Sources;

namespace OpsRegistry.Model;

/// <summary>The Load stage: every file of a source becomes a resource, or findings; never an exception, and one file's fault never hides another.</summary>
internal static class RegistryLoader
{
    /// <summary>The largest evidence file that is accepted, in bytes.</summary>
    public const long MaximumEvidenceBytes = 20 * 1024 * 1024;

    /// <summary>Loads a registry.</summary>
    /// <param name="source">Where the bytes come from; it is read by several threads at once.</param>
    /// <param name="schemas">The schemas that judge: those of the base when a pull request is judged.</param>
    /// <param name="trees">Trees of files that were found without fault by the same schemas; null to parse every file. The result is the same.</param>
    /// <param name="beside">Another source that the same schemas judged, e.g. the other side of a change: of a path with the same bytes there, what was read there is taken. The result is the same.</param>
    public static Loaded Load(IRegistrySource source, SchemaSet schemas, TreeCache? trees = null, Loaded? beside = null)
    {
        var entries = source.Entries;
        var there = beside?.Files.ToDictionary(StringComparer.Ordinal) ?? [];
        var loader = new FileLoader(source, schemas, trees);
        var files = AtOnce.Over(entries, entry =>
            entry.Blob is { } blob && there.TryGetValue(entry.Path, out var read) && read.Content == blob ? read : Guarded(loader, entry)); // what a source itself cannot do is said by its own exception
        var findings = files.SelectMany(file => file.Findings).Concat(schemas.UsedFindings);
        if (schemas.UsedFindings.Count == 0)
        {
            trees?.Keep();
        }

        var registry = new Registry(
            files.Select(file => file.Resource).OfType<Resource>().ToList(),
            files.Select(file => file.Evidence).OfType<EvidenceFile>().ToList(),
            entries.Where((_, index) => files[index] is { IsYaml: true, Resource: null }).Select(entry => entry.Path).ToList())
        {
            ReadAt = source.ReadAt,
            Templates = files.Select(file => file.Template).OfType<TemplateFile>().ToList(),
            SourceTexts = files.Select(file => file.SourceText).OfType<SourceText>().ToList(),
        };
        return new(registry, FindingOrder.Sorted(findings), LinesOf(source)) { Files = entries.Select((entry, index) => (entry.Path, files[index])).ToList() };
    }

    /// <summary>Loads a file; what its reader failed on is a finding on the file, and the others are read.</summary>
    private static LoadedFile Guarded(FileLoader loader, SourceEntry entry)
    {
        Finding? failure = null;
        return StageGuard.Run(entry.Path, () => loader.Load(entry), finding => failure = finding) ?? new([failure!]) { IsYaml = entry.Path.EndsWith(".yaml", StringComparison.Ordinal) };
    }

    /// <summary>The lines of a source's files, read when they are asked for; null for a path that is not read as text.</summary>
    public static Func<string, IReadOnlyList<string>?> LinesOf(IRegistrySource source)
    {
        var last = (Path: "", Lines: (IReadOnlyList<string>?)null); // Findings come in the order of their files.
        return path =>
        {
            if (path != last.Path)
            {
                last = (path, source.Find(path) is { } entry ? FileLoader.Lines(source, entry) : null);
            }

            return last.Lines;
        };
    }
}
