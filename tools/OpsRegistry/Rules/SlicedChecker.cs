using System.Collections.Concurrent;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

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
    private readonly Loaded shared;

    private SlicedChecker(IRegistrySource source, SchemaSet schemas, ResultCache? cache, KnownContents contents)
    {
        this.source = source;
        this.schemas = schemas;
        this.cache = cache;
        this.contents = contents;
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

    // What follows from the moment of reading is kept for that moment.
    private static CheckedRegistry? Recall(IRegistrySource source, ResultCache cache, KnownContents contents)
    {
        var pack = cache.Open(Together);
        foreach (var moment in new[] { null, source.ReadAt })
        {
            if (contents.KeyOfAll(moment) is { } key && pack.Find(key) is { } bytes && CheckedRegistry.Read(bytes.Span, RegistryLoader.LinesOf(source)) is { } recalled)
            {
                return recalled with { Contents = key };
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
            result.Write(output);
            cache!.Keep(Together, key, output.Written, ResultsKept);
        }

        cache!.Trim();
    }

    private CheckedRegistry Check()
    {
        if (shared.Registry.Resources.Any(resource => SliceResult.IsStray(resource, null)))
        {
            return Whole();
        }

        var results = new ConcurrentDictionary<string, SliceResult>(StringComparer.Ordinal);
        Parallel.ForEach(parts.Values.Where(part => part.Folder.Length > 0).OrderByDescending(part => part.Entries.Count), part => results[part.Folder] = Known(part) ?? Computed(part));
        if (results.Values.Any(result => result.ReachesAll))
        {
            return Whole();
        }

        foreach (var group in SliceGroups.Group(results.ToDictionary(result => result.Key, result => result.Value.OtherContracts, StringComparer.Ordinal)))
        {
            CheckTogether(group, results);
        }

        var inOrder = results.OrderBy(result => result.Key, StringComparer.Ordinal).Select(result => result.Value).ToList();
        var findings = FindingsInShared().Concat(inOrder.SelectMany(result => result.Findings)).Concat(FindingsAcross(inOrder)).Concat(schemas.UsedFindings);
        return Checked(FindingOrder.Sorted(findings), shared.Registry.Resources.Count + inOrder.Sum(result => result.Files));
    }

    private CheckedRegistry Whole()
    {
        var loaded = RegistryLoader.Load(source, schemas);
        return Checked(Checker.Check(loaded), loaded.Registry.Resources.Count);
    }

    private CheckedRegistry Checked(IReadOnlyList<Finding> findings, int files) =>
        new(findings, files, shared.Registry.Settings?.Language, RegistryLoader.LinesOf(source)) { Contents = contents.KeyOfAll(IsOfAMoment ? source.ReadAt : null) };

    private SliceResult? Known(SourcePart part) =>
        KeyOf(part) is { } key && cache?.Open(ResultsOf(part.Folder)).Find(key) is { } bytes ? SliceResult.Read(bytes.Span) : null;

    private SliceResult Computed(SourcePart part)
    {
        var result = SliceResult.Check(part.Folder, Load(part), shared);
        Keep(ResultsOf(part.Folder), KeyOf(part), result);
        return result;
    }

    private Loaded Load(SourcePart part)
    {
        var loaded = RegistryLoader.Load(new PartSource(source, part.Entries), schemas, cache is null ? null : new TreeCache(cache));
        contents.Add(part, loaded.Contents);
        return loaded;
    }

    private void CheckTogether(IReadOnlySet<string> group, ConcurrentDictionary<string, SliceResult> results)
    {
        var entries = group.Order(StringComparer.Ordinal).SelectMany(folder => parts[folder].Entries).OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        var own = RegistryLoader.Load(new PartSource(source, entries), schemas);
        var findings = own.Findings.Concat(Checker.Check(SliceResult.Joined(shared.Registry, own.Registry), Reach.Contract)).ToLookup(finding => ContractFolders.NameIn(finding.Place.Path));
        foreach (var folder in group)
        {
            results[folder] = results[folder] with { Findings = findings[folder].ToList() };
        }
    }

    private IEnumerable<Finding> FindingsInShared() =>
        shared.Findings.Where(finding => !finding.Place.Path.StartsWith("schemas/", StringComparison.Ordinal))
            .Concat(Checker.Check(shared.Registry, Reach.Contract).Where(finding => ContractFolders.NameIn(finding.Place.Path) is null));

    private IReadOnlyList<Finding> FindingsAcross(IReadOnlyList<SliceResult> results)
    {
        var contracts = parts.Values.SelectMany(part => part.Entries.Where(entry => entry.Path == $"ops-registry/contracts/{part.Folder}/contract.yaml"))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        var key = KeyOf(Across, KnownContents.KeyOf([.. contracts.Select(entry => (entry.Path, FileContent.Identify(source, entry))), .. results.Select(result => ("", (string?)result.UsesIdentity.ToString()))]));
        if (key is { } asked && cache?.Open(Across).Find(asked) is { } bytes && SliceResult.Read(bytes.Span) is { } known)
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

    private CacheKey? KeyOf(SourcePart part) => KeyOf(part.Folder, contents.Find(part));

    private CacheKey? KeyOf(string name, CacheKey? own)
    {
        if (own is not { } files || contents.Find(parts[""]) is not { } beside)
        {
            return null;
        }

        using var digest = new KeyDigest();
        return digest.Add("slice").Add(name).Add(beside).Add(IsOfAMoment ? $"{source.ReadAt}" : "").Add(files).Finish();
    }

    private static string ResultsOf(string folder) => "results/" + folder;
}
