using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>
/// What the rules that look at one file by itself (<see cref="Reach.File"/>) find, kept file by file under its path and bytes: of a contract in which one record of
/// a thousand was changed, one is judged.
/// </summary>
/// <param name="pack">What earlier runs found in the contract's files.</param>
internal sealed class JudgedFiles(Pack pack)
{
    private static readonly ReadOnlyMemory<byte> Nothing = FindingCodec.Written([]);

    private readonly Dictionary<CacheKey, ReadOnlyMemory<byte>> used = [];

    /// <summary>How many files had to be judged.</summary>
    public int Judged { get; private set; }

    /// <summary>What these rules find, in no order.</summary>
    public IReadOnlyList<Finding> In(Registry registry)
    {
        var found = new List<Finding>();
        var unknown = new List<(Resource File, CacheKey Key)>();
        used.EnsureCapacity(registry.Resources.Count);
        using var digest = new KeyDigest();
        foreach (var file in registry.Resources)
        {
            var key = digest.Add(file.Path).Add(file.Blob).Finish();
            if (pack.Find(key) is { } bytes && FindingCodec.Read(bytes.Span, SliceResult.Rules) is { } known)
            {
                used[key] = bytes;
                found.AddRange(known);
            }
            else
            {
                unknown.Add((file, key));
            }
        }

        var fresh = Of(unknown.ConvertAll(one => one.File));
        var findings = Checker.Check(fresh, Reach.File).ToLookup(finding => finding.Place.Path, StringComparer.Ordinal);
        if (!AreOfFiles(fresh, findings.Select(file => file.Key)))
        {
            return Checker.Check(registry, Reach.File).ToList();
        }

        foreach (var (file, key) in unknown)
        {
            var own = findings[file.Path].ToList();
            found.AddRange(own);
            used[key] = own.Count == 0 ? Nothing : FindingCodec.Written(own);
        }

        Judged += unknown.Count;
        return found;
    }

    /// <summary>What these rules find in a registry, of which another holds some of the same files: read once, they are judged once.</summary>
    /// <param name="inOther">What they find in the other.</param>
    public static IEnumerable<Finding> In(Registry registry, Registry other, IReadOnlyList<Finding> inOther)
    {
        if (!AreOfFiles(other, inOther.Select(finding => finding.Place.Path)))
        {
            return Checker.Check(registry, Reach.File);
        }

        var there = other.Resources.ToHashSet(ByIdentity.Instance);
        var same = registry.Resources.Where(there.Contains).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return inOther.Where(finding => same.Contains(finding.Place.Path)).Concat(Checker.Check(Of(registry.Resources.Where(file => !there.Contains(file)).ToList()), Reach.File));
    }

    /// <summary>What to keep for the next run: what stands in the folder now; null where nothing is new.</summary>
    public IReadOnlyList<KeyValuePair<CacheKey, ReadOnlyMemory<byte>>>? ToKeep() => Judged == 0 ? null : [.. used];

    // A rule that failed says so of the whole, and not of a file.
    private static bool AreOfFiles(Registry registry, IEnumerable<string> places)
    {
        var paths = registry.Resources.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return places.All(paths.Contains);
    }

    private static Registry Of(IReadOnlyList<Resource> files) => new(files, []);
}
