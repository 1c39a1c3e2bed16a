using System.Collections.Concurrent;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>What checking some contracts of a registry gives.</summary>
/// <param name="Slices">What each contract's folder gives.</param>
/// <param name="InShared">What is wrong in the files that all share.</param>
/// <param name="InSchemas">What is wrong with the schemas that judged them.</param>
internal sealed record PartlyChecked(IReadOnlyDictionary<string, SliceResult> Slices, IReadOnlyList<Finding> InShared, IReadOnlyList<Finding> InSchemas)
{
    /// <summary>The lines of a file by path, for excerpts.</summary>
    public required Func<string, IReadOnlyList<string>?> Lines { get; init; }

    /// <summary>The language of the registry's settings, or null.</summary>
    public required Language? Language { get; init; }

    /// <summary>Everything, in the one order.</summary>
    public IReadOnlyList<Finding> Findings => FindingOrder.Sorted(InShared.Concat(InSchemas).Concat(Slices.Values.SelectMany(slice => slice.Findings)));
}

/// <summary>
/// The Check stage contract by contract: each is loaded and checked with the files that all share, several at once, and forgotten again;
/// so memory is bounded by the largest contracts. A contract of which nothing has changed is not even loaded; where nothing at all has changed, nothing is.
/// The findings are those of <see cref="Checker.Check(Loaded)"/> over the whole registry.
/// </summary>
internal sealed class SlicedChecker
{
    private const string Across = "across";
    private const string Together = "together";
    private const int ResultsKept = 8; // of one contract: so many branches find theirs again

    private readonly IRegistrySource source;
    private readonly SchemaSet schemas;
    private readonly ResultCache? cache;
    private readonly KnownContents contents;
    private readonly IReadOnlyDictionary<string, SourcePart> parts;
    private readonly ReadingCache readings;
    private readonly Loaded shared;
    private JoinedResult? joined; // null where the registry was checked as one

    private SlicedChecker(IRegistrySource source, SchemaSet schemas, ResultCache? cache, KnownContents contents)
    {
        this.source = source;
        this.schemas = schemas;
        this.cache = cache;
        this.contents = contents;
        readings = new(cache);
        parts = contents.Parts.ToDictionary(part => part.Folder, StringComparer.Ordinal);
        shared = Load(parts[""]);
    }

    private bool IsOfAMoment => shared.Registry.Settings?.RecordsUntil is null;

    /// <summary>Checks a registry.</summary>
    /// <param name="source">Where the bytes come from; it is read by several threads at once.</param>
    /// <param name="cache">Results of earlier runs of the same tool under the same schemas; null for none. The findings are the same.</param>
    public static CheckedRegistry Check(IRegistrySource source, SchemaSet schemas, ResultCache? cache)
    {
        if (cache is null)
        {
            return new SlicedChecker(source, schemas, null, new(source.Parts, null)).Check();
        }

        var known = new KnownContents(source.Parts, cache);
        known.Recall(source, part => cache.Has(ResultsOf(part.Folder)));
        if (Recall(source, cache, known) is { } recalled)
        {
            known.Keep();
            return recalled;
        }

        var checker = new SlicedChecker(source, schemas, cache, known);
        var result = checker.Check();
        checker.Keep(result);
        return result;
    }

    /// <summary>Checks some contracts of a registry, each by itself, and the files that all share: what <see cref="Join"/> needs of them.</summary>
    /// <param name="source">Where the bytes come from; of other contracts nothing is read.</param>
    /// <param name="folders">The contracts' folders.</param>
    public static PartlyChecked CheckSome(IRegistrySource source, SchemaSet schemas, ResultCache? cache, IReadOnlyCollection<string> folders)
    {
        var known = new KnownContents(source.Parts, cache);
        known.Recall(source, part => folders.Contains(part.Folder) && cache?.Has(ResultsOf(part.Folder)) == true);
        var checker = new SlicedChecker(source, schemas, cache, known);
        var slices = checker.Slices(folders.Where(checker.parts.ContainsKey));
        cache?.Trim();
        return new(slices, checker.FindingsInShared().ToList(), schemas.UsedFindings) { Lines = RegistryLoader.LinesOf(source), Language = checker.shared.Registry.Settings?.Language };
    }

    /// <summary>What a check of a whole registry finds, from what was found in each of its contracts elsewhere. What looks across contracts runs here.</summary>
    /// <param name="source">Where the bytes come from: the files that all share and each contract's own; a contract's folder is read only where a file says that it belongs to another.</param>
    /// <param name="slices">What each contract's folder gave.</param>
    /// <param name="inSchemas">What was wrong with the schemas that judged them.</param>
    /// <param name="reading">Told, before it is read, of the contracts whose whole folders are needed after all.</param>
    public static CheckedRegistry Join(
        IRegistrySource source, SchemaSet schemas, ResultCache? cache, IReadOnlyDictionary<string, SliceResult> slices, IReadOnlyList<Finding> inSchemas, Action<IReadOnlySet<string>> reading)
    {
        var checker = new SlicedChecker(source, schemas, cache, new(source.Parts, cache));
        reading(checker.HasStrays || slices.Values.Any(slice => slice.ReachesAll) ? slices.Keys.ToHashSet(StringComparer.Ordinal) : GroupsOf(slices).SelectMany(group => group).ToHashSet(StringComparer.Ordinal));
        return checker.HasStrays ? checker.Whole() : checker.Joined(new(slices, StringComparer.Ordinal), inSchemas);
    }

    private bool HasStrays => shared.Registry.Resources.Any(resource => SliceResult.IsStray(resource, null));

    // What follows from the moment of reading is kept for that moment.
    private static CheckedRegistry? Recall(IRegistrySource source, ResultCache cache, KnownContents contents)
    {
        foreach (var moment in new[] { null, source.ReadAt })
        {
            if (contents.KeyOfAll(moment) is { } key && cache.Find(Together, key) is { } bytes && JoinedResult.Read(bytes.Span) is { } joined && joined.Findings((folder, of) => Known(cache, folder, of)) is { } findings)
            {
                return Checked(findings, joined.Files, joined.Language, source, contents, key);
            }
        }

        return null;
    }

    private void Keep(CheckedRegistry result)
    {
        contents.Keep();
        if (schemas.UsedFindings.Count == 0 && result.Contents is { } key)
        {
            var output = new CompactWriter();
            (joined ?? new([], result.Findings, result.Files, result.Language)).Write(output);
            cache!.Keep(Together, key, output.Written, ResultsKept);
        }

        cache!.Trim();
    }

    private CheckedRegistry Check() => HasStrays ? Whole() : Joined(Slices(parts.Keys.Where(folder => folder.Length > 0)));

    private ConcurrentDictionary<string, SliceResult> Slices(IEnumerable<string> folders)
    {
        var results = new ConcurrentDictionary<string, SliceResult>(StringComparer.Ordinal);
        Parallel.ForEach(folders.Select(folder => parts[folder]).OrderByDescending(part => part.Count), Processors.All, part => results[part.Folder] = Known(part) ?? Computed(part));
        if (schemas.UsedFindings.Count == 0)
        {
            readings.Keep();
        }

        return results;
    }

    private static IReadOnlyList<IReadOnlySet<string>> GroupsOf(IReadOnlyDictionary<string, SliceResult> slices) =>
        SliceGroups.Group(slices.ToDictionary(slice => slice.Key, slice => slice.Value.OtherContracts, StringComparer.Ordinal));

    private CheckedRegistry Joined(ConcurrentDictionary<string, SliceResult> results, params IReadOnlyList<Finding> inSchemas)
    {
        if (results.Values.Any(result => result.ReachesAll))
        {
            return Whole();
        }

        var groups = GroupsOf(results);
        foreach (var group in groups)
        {
            CheckTogether(group, results);
        }

        var together = groups.SelectMany(group => group).ToHashSet(StringComparer.Ordinal);
        var alone = results.Where(result => !together.Contains(result.Key)).ToList();
        var inOrder = results.OrderBy(result => result.Key, StringComparer.Ordinal).Select(result => result.Value).ToList();
        var beside = FindingOrder.Sorted(FindingsInShared().Concat(together.SelectMany(folder => results[folder].Findings)).Concat(FindingsAcross(inOrder))
            .Concat(schemas.UsedFindings.Concat(inSchemas).DistinctBy(finding => (finding.Identity, finding.Place))));
        joined = new(
            alone.Select(result => (Folder: result.Key, Key: KeyOf(parts[result.Key]))).Where(slice => slice.Key is not null).Select(slice => (slice.Folder, slice.Key!.Value)).ToList(),
            beside,
            shared.Registry.Resources.Count + inOrder.Sum(result => result.Files),
            shared.Registry.Settings?.Language);
        return Checked(JoinedResult.Findings(alone.Select(result => (result.Key, result.Value.Findings)), beside), joined.Files);
    }

    private CheckedRegistry Whole()
    {
        var loaded = RegistryLoader.Load(source, schemas);
        return Checked(Checker.Check(loaded), loaded.Registry.Resources.Count);
    }

    private CheckedRegistry Checked(IReadOnlyList<Finding> findings, int files) =>
        Checked(findings, files, shared.Registry.Settings?.Language, source, contents, contents.KeyOfAll(IsOfAMoment ? source.ReadAt : null));

    private static CheckedRegistry Checked(IReadOnlyList<Finding> findings, int files, Language? language, IRegistrySource source, KnownContents contents, CacheKey? key) => new(findings, files, language, RegistryLoader.LinesOf(source))
    {
        Contents = key,
        ContentsOf = contents.Find,
        BlobOf = path => source.Find(path) is { } entry ? contents.BlobOf(ContractFolders.NameIn(path) ?? "", entry) : null,
    };

    private SliceResult? Known(SourcePart part) => cache is not null && KeyOf(part) is { } key ? Known(cache, part.Folder, key) : null;

    private static SliceResult? Known(ResultCache cache, string folder, CacheKey key) => cache.Find(ResultsOf(folder), key) is { } bytes ? SliceResult.Read(bytes.Span) : null;

    private SliceResult Computed(SourcePart part)
    {
        var judged = cache is null ? null : new JudgedFiles(cache.Open(JudgedOf(part.Folder)));
        var result = SliceResult.Check(part.Folder, Load(part), shared, readings.For(part.Folder), judged);
        if (judged?.ToKeep() is { } files && schemas.UsedFindings.Count == 0)
        {
            cache!.Replace(JudgedOf(part.Folder), files, isSpare: true);
        }

        Keep(ResultsOf(part.Folder), KeyOf(part), result);
        return result;
    }

    private Loaded Load(SourcePart part)
    {
        var entries = contents.EntriesOf(part);
        var loaded = RegistryLoader.Load(new PartSource(source, entries), schemas, cache is null ? null : new TreeCache(cache));
        contents.Add(part, entries.Zip(loaded.Contents, (entry, read) => (entry, read.Content)));
        return loaded;
    }

    private void CheckTogether(IReadOnlySet<string> group, ConcurrentDictionary<string, SliceResult> results)
    {
        var entries = group.Order(StringComparer.Ordinal).SelectMany(folder => parts[folder].Entries).OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        var own = RegistryLoader.Load(new PartSource(source, entries), schemas);
        var findings = own.Findings.Concat(Checker.CheckAlone(SliceResult.Joined(shared.Registry, own.Registry))).ToLookup(finding => ContractFolders.NameIn(finding.Place.Path));
        foreach (var folder in group)
        {
            results[folder] = results[folder] with { Findings = FindingOrder.Sorted(findings[folder]) };
        }
    }

    private IEnumerable<Finding> FindingsInShared() =>
        shared.Findings.Where(finding => !finding.Place.Path.StartsWith("schemas/", StringComparison.Ordinal))
            .Concat(Checker.CheckAlone(shared.Registry).Where(finding => ContractFolders.NameIn(finding.Place.Path) is null));

    private IReadOnlyList<Finding> FindingsAcross(IReadOnlyList<SliceResult> results)
    {
        var contracts = parts.Keys.Select(folder => source.Find($"ops-registry/contracts/{folder}/contract.yaml")).OfType<SourceEntry>().OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        var key = KeyOf(Across, KnownContents.KeyOf([.. contracts.Select(entry => (entry.Path, FileContent.Identify(source, entry))), .. results.Select(result => ("", (string?)result.UsesIdentity.ToString()))]));
        if (key is { } asked && cache?.Find(Across, asked) is { } bytes && SliceResult.Read(bytes.Span) is { } known)
        {
            return known.Findings;
        }

        var index = SliceResult.Joined(shared.Registry, RegistryLoader.Load(new PartSource(source, contracts), schemas).Registry);
        var registry = new Registry(index.Resources, [], index.Unread) { EvidenceUses = results.SelectMany(result => result.Uses).ToList() };
        var found = Checker.Check(registry, Reach.Registry).ToList();
        Keep(Across, key, new(found, []));
        return found;
    }

    private void Keep(string name, CacheKey? key, SliceResult result)
    {
        if (cache is not null && key is { } known && schemas.UsedFindings.Count == 0)
        {
            var output = new CompactWriter();
            result.Write(output);
            cache.Keep(name, known, output.Written, ResultsKept);
        }
    }

    private CacheKey? KeyOf(SourcePart part) => KeyOf(part.Folder, contents.Find(part.Folder));

    private CacheKey? KeyOf(string name, CacheKey? own)
    {
        if (own is not { } files || contents.Find("") is not { } beside)
        {
            return null;
        }

        using var digest = new KeyDigest();
        return digest.Add("slice").Add(name).Add(beside).Add(IsOfAMoment ? $"{source.ReadAt}" : "").Add(files).Finish();
    }

    private static string ResultsOf(string folder) => "results/" + folder;

    private static string JudgedOf(string folder) => "judged/" + folder;
}
