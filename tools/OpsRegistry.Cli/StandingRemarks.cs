using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli;

/// <summary>
/// The remarks that stood there before the work at hand: those on files that the newest commit has as they are, whatever git's index says. What git said of a contract's
/// files holds until one of them, the commit's folder or the index is another; so of a hundred contracts git is asked about the one that was changed.
/// </summary>
internal sealed class StandingRemarks
{
    private const string Name = "standing";
    private const int Most = 10_000; // contracts of all registries and branches together
    private const int Few = 2_000; // so many files are compared by themselves sooner than git reads its index and asks about the folders of all
    private const long MostBytes = 1 << 20; // of a file that is compared by itself

    private readonly Workspace workspace;
    private readonly GitRepository git;
    private readonly CommitInfo head;

    private StandingRemarks(Workspace workspace, GitRepository git, CommitInfo head)
    {
        this.workspace = workspace;
        this.git = git;
        this.head = head;
    }

    /// <summary>Whether the remarks on a file stood there before. Without git nothing is known to be old; of a commit everything is.</summary>
    /// <param name="at">The commit that was checked; null for the work tree.</param>
    /// <param name="findings">What was found; git is asked about the files of remarks alone.</param>
    /// <param name="contentsOf">The names and bytes of a contract's folder; null where they are not known.</param>
    /// <param name="cache">What git said earlier; null to ask.</param>
    public static Func<string, bool> Of(Workspace workspace, CommitInfo? at, IReadOnlyList<Finding> findings, Func<string, CacheKey?> contentsOf, ResultCache? cache)
    {
        if (at is not null)
        {
            return _ => true;
        }

        var remarked = findings.Where(FindingView.MayBeFolded).Select(finding => finding.Place.Path).Distinct(StringComparer.Ordinal).ToList();
        if (remarked.Count == 0 || workspace.Repository is not { Head: { } head } git)
        {
            return _ => false;
        }

        var remarks = new StandingRemarks(workspace, git, head);
        var changed = (cache is null ? remarks.Changed(remarked) : remarks.Changed(remarked, contentsOf, cache)).ToHashSet(StringComparer.Ordinal);
        return path => !changed.Contains(path);
    }

    private List<string> Changed(IReadOnlyList<string> remarked, Func<string, CacheKey?> contentsOf, ResultCache cache)
    {
        var committed = git.SourceOf(head).Parts.ToDictionary(part => part.Folder, part => part.Digest, StringComparer.Ordinal);
        var earlier = cache.Open(Name);
        var folders = remarked.GroupBy(path => ContractFolders.NameIn(path) ?? "", StringComparer.Ordinal)
            .Select(group => (group.Key, Paths: group.ToList())).Select(folder => (Key: KeyOf(folder.Key, folder.Paths, contentsOf, committed), folder.Paths))
            .Select(folder => (folder.Key, folder.Paths, Changed: folder.Key is { } key && earlier.Find(key) is { } bytes ? Read(bytes.Span) : null)).ToList();
        var unknown = folders.Where(folder => folder.Changed is null).ToList();
        if (unknown.Count == 0)
        {
            return folders.SelectMany(folder => folder.Changed!).ToList();
        }

        var asked = Changed(unknown.SelectMany(folder => folder.Paths).ToList()).ToHashSet(StringComparer.Ordinal);
        var all = folders.Select(folder => (folder.Key, Changed: folder.Changed ?? folder.Paths.Where(asked.Contains).ToList())).ToList();
        var now = all.Where(folder => folder.Key is not null).DistinctBy(folder => folder.Key).ToDictionary(folder => folder.Key!.Value, folder => Written(folder.Changed));
        cache.Replace(Name, [.. now, .. earlier.Keys.Where(key => !now.ContainsKey(key)).Take(Math.Max(0, Most - now.Count)).Select(key => KeyValuePair.Create(key, earlier.Find(key)!.Value))]);
        return all.SelectMany(folder => folder.Changed).ToList();
    }

    private List<string> Changed(IReadOnlyList<string> paths) => paths.Count <= Few ? Asked(paths.Where(IsOther)) : Asked(paths).Where(IsOther).ToList();

    private List<string> Asked(IEnumerable<string> paths) => paths.ToList() is { Count: > 0 } some ? [.. git.ChangedSince(head, some)] : [];

    // A large proof, and what is no file, is left to git: a link is not followed, and a pipe not opened.
    private bool IsOther(string path)
    {
        try
        {
            var file = Path.Combine(workspace.Root, path);
            return git.At(head, path) is not { } committed || FileStat.Ask(file) is not { Kind: SourceEntryKind.File, Size: <= MostBytes and var size } || committed.Blob != BlobId.Compute(WholeFile.Read(file, size));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    // Null where the files are not known, so that git is asked each time.
    private CacheKey? KeyOf(string folder, IReadOnlyList<string> remarked, Func<string, CacheKey?> contentsOf, IReadOnlyDictionary<string, CacheKey?> committed)
    {
        if (contentsOf(folder) is not { } contents || git.IndexStamp is not { } index)
        {
            return null;
        }

        using var digest = new KeyDigest();
        digest.Add(Name).Add(git.Folder).Add(git.Below).Add(folder).Add(contents).Add($"{committed.GetValueOrDefault(folder)}").Add($"{index}");
        foreach (var path in remarked)
        {
            digest.Add(path);
        }

        return digest.Finish();
    }

    private static ReadOnlyMemory<byte> Written(IReadOnlyCollection<string> paths)
    {
        var output = new CompactWriter();
        output.Texts(paths);
        return output.Written;
    }

    private static List<string>? Read(ReadOnlySpan<byte> bytes)
    {
        var input = new CompactReader(bytes);
        var paths = input.Texts();
        return input.IsFinished ? paths : null;
    }
}
