using System.Collections.Concurrent;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>What checking a registry gives.</summary>
/// <param name="Findings">What loading and the rules find, in the one order.</param>
/// <param name="Settings">The registry's settings, or null.</param>
/// <param name="Lines">The lines of a file by path, for excerpts.</param>
internal sealed record CheckedRegistry(IReadOnlyList<Finding> Findings, RegistrySettings? Settings, Func<string, IReadOnlyList<string>?> Lines);

/// <summary>
/// The Check stage contract by contract: each is loaded and checked with the files that all share, several at once, and forgotten again;
/// so memory is bounded by the largest contracts. A contract of which nothing has changed is not even loaded. The findings are those of
/// <see cref="Checker.Check(Loaded)"/> over the whole registry.
/// </summary>
internal sealed class SlicedChecker
{
    private const string Across = "across";
    private const int ResultsKept = 8; // of one contract: so many branches find theirs again

    private readonly IRegistrySource source;
    private readonly SchemaSet schemas;
    private readonly ResultCache? cache;
    private readonly Dictionary<string, List<SourceEntry>> entries;
    private readonly Loaded shared;
    private readonly CacheKey? sharedKey;

    private SlicedChecker(IRegistrySource source, SchemaSet schemas, ResultCache? cache)
    {
        this.source = source;
        this.schemas = schemas;
        this.cache = cache;
        entries = source.Entries.Where(entry => ContractFolders.NameIn(entry.Path) is not null)
            .GroupBy(entry => ContractFolders.NameIn(entry.Path)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        shared = Load(source.Entries.Where(entry => ContractFolders.NameIn(entry.Path) is null).ToList());
        sharedKey = KeyOf("", shared.Contents);
    }

    /// <summary>Checks a registry.</summary>
    /// <param name="source">Where the bytes come from; it is read by several threads at once.</param>
    /// <param name="cache">Results of earlier runs of the same tool under the same schemas; null for none. The findings are the same.</param>
    public static CheckedRegistry Check(IRegistrySource source, SchemaSet schemas, ResultCache? cache) => new SlicedChecker(source, schemas, cache).Check();

    private CheckedRegistry Check()
    {
        if (shared.Registry.Resources.Any(resource => SliceResult.IsStray(resource, null)))
        {
            return Whole();
        }

        var computed = new ConcurrentBag<string>();
        var results = new ConcurrentDictionary<string, SliceResult>(StringComparer.Ordinal);
        Parallel.ForEach(entries.OrderByDescending(slice => slice.Value.Count), slice => results[slice.Key] = Known(slice.Key) ?? Computed(slice.Key, computed));
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
        foreach (var folder in computed)
        {
            Keep(ResultsOf(folder), results[folder]);
        }

        if (!computed.IsEmpty)
        {
            cache?.Trim();
        }

        return new(FindingOrder.Sorted(findings), shared.Registry.Settings, RegistryLoader.LinesOf(source));
    }

    private CheckedRegistry Whole()
    {
        var loaded = RegistryLoader.Load(source, schemas);
        return new(Checker.Check(loaded), loaded.Registry.Settings, loaded.Lines);
    }

    private SliceResult? Known(string folder)
    {
        if (cache is null || sharedKey is null || cache.Open(ResultsOf(folder)) is not { Count: > 0 } pack)
        {
            return null;
        }

        var contents = entries[folder].Select(entry => (entry.Path, FileContent.Identify(source, entry))).ToList();
        return KeyOf(folder, contents) is { } key && pack.Find(key) is { } bytes && SliceResult.Read(bytes.Span) is { } result ? result with { Key = key } : null;
    }

    private SliceResult Computed(string folder, ConcurrentBag<string> computed)
    {
        computed.Add(folder);
        var own = Load(entries[folder]);
        return SliceResult.Check(folder, own, shared) with { Key = KeyOf(folder, own.Contents) };
    }

    private Loaded Load(IReadOnlyList<SourceEntry> files) =>
        RegistryLoader.Load(new PartSource(source, files), schemas, cache is null ? null : new TreeCache(cache));

    private void CheckTogether(IReadOnlySet<string> group, ConcurrentDictionary<string, SliceResult> results)
    {
        var own = RegistryLoader.Load(new PartSource(source, source.Entries.Where(entry => ContractFolders.NameIn(entry.Path) is { } folder && group.Contains(folder)).ToList()), schemas);
        var findings = own.Findings.Concat(Checker.Check(SliceResult.Joined(shared.Registry, own.Registry), Reach.Contract)).ToLookup(finding => ContractFolders.NameIn(finding.Place.Path));
        foreach (var folder in group)
        {
            results[folder] = results[folder] with { Findings = findings[folder].ToList(), Key = null };
        }
    }

    private IEnumerable<Finding> FindingsInShared() =>
        shared.Findings.Where(finding => !finding.Place.Path.StartsWith("schemas/", StringComparison.Ordinal))
            .Concat(Checker.Check(shared.Registry, Reach.Contract).Where(finding => ContractFolders.NameIn(finding.Place.Path) is null));

    private IReadOnlyList<Finding> FindingsAcross(IReadOnlyList<SliceResult> results)
    {
        var contracts = entries.SelectMany(slice => slice.Value.Where(entry => entry.Path == $"ops-registry/contracts/{slice.Key}/contract.yaml"))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        var key = KeyOf(Across, contracts.Select(entry => (entry.Path, FileContent.Identify(source, entry))).Concat(results.Select(result => ("", (string?)result.UsesIdentity.ToString()))).ToList());
        if (key is { } asked && cache?.Open(Across).Find(asked) is { } bytes && SliceResult.Read(bytes.Span) is { } known)
        {
            return known.Findings;
        }

        var index = SliceResult.Joined(shared.Registry, RegistryLoader.Load(new PartSource(source, contracts), schemas).Registry);
        var registry = new Registry(index.Resources, [], index.Unread) { EvidenceUses = results.SelectMany(result => result.Uses).ToList() };
        var found = Checker.Check(registry, Reach.Registry).ToList();
        Keep(Across, new(found, []) { Key = key });
        return found;
    }

    private void Keep(string name, SliceResult result)
    {
        if (cache is not null && result.Key is { } key && schemas.UsedFindings.Count == 0)
        {
            var output = new CompactWriter();
            result.Write(output);
            cache.Keep(name, key, output.Written, ResultsKept);
        }
    }

    private CacheKey? KeyOf(string folder, IReadOnlyList<(string Path, string? Content)> contents)
    {
        using var digest = new KeyDigest();
        digest.Add("slice").Add(folder).Add(sharedKey ?? default).Add(shared?.Registry.Settings?.RecordsUntil is null ? $"{source.ReadAt}" : "");
        foreach (var (path, content) in contents)
        {
            if (content is null)
            {
                return null;
            }

            digest.Add(path).Add(content);
        }

        return folder.Length > 0 && sharedKey is null ? null : digest.Finish();
    }

    private static string ResultsOf(string folder) => "results/" + folder;
}
