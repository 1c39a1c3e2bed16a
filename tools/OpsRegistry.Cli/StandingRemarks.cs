using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli;

/// <summary>
/// The remarks that stood there before the work at hand: those on files that the newest commit has as they are, whatever git's index says. What came out of a contract's
/// files holds until one of them, the commit's folder or the index is another; so of a hundred contracts the one that was changed is looked at. A file's bytes are compared with the
/// commit's without git, which reads an index of all files before it answers; it is asked where it may write the same file with other bytes.
/// </summary>
internal sealed class StandingRemarks
{
    private const string Name = "standing";
    private const int Most = 10_000; // contracts of all registries and branches together
    private const int Few = 2_000; // so many files of which nothing is known are read sooner than git reads its index and asks about the folders of all
    private const long MostBytes = 1 << 20; // of a file that is read for this

    private readonly Workspace workspace;
    private readonly GitRepository git;
    private readonly CommitInfo head;
    private readonly CheckedRegistry result;

    private StandingRemarks(Workspace workspace, GitRepository git, CommitInfo head, CheckedRegistry result)
    {
        this.workspace = workspace;
        this.git = git;
        this.head = head;
        this.result = result;
    }

    /// <summary>Whether the remarks on a file stood there before. Without git nothing is known to be old; of a commit everything is.</summary>
    /// <param name="at">The commit that was checked; null for the work tree.</param>
    /// <param name="result">What was found, and what is known of the files; those of remarks alone are looked at.</param>
    /// <param name="cache">What came out earlier; null to look again.</param>
    public static Func<string, bool> Of(Workspace workspace, CommitInfo? at, CheckedRegistry result, ResultCache? cache)
    {
        if (at is not null)
        {
            return _ => true;
        }

        var remarked = result.Findings.Where(FindingView.MayBeFolded).Select(finding => finding.Place.Path).Distinct(StringComparer.Ordinal).ToList();
        if (remarked.Count == 0 || workspace.Repository is not { Head: { } head } git)
        {
            return _ => false;
        }

        var remarks = new StandingRemarks(workspace, git, head, result);
        var changed = (cache is null ? remarks.Changed(remarked) : remarks.Changed(remarked, cache)).ToHashSet(StringComparer.Ordinal);
        return path => !changed.Contains(path);
    }

    private List<string> Changed(IReadOnlyList<string> remarked, ResultCache cache)
    {
        var committed = git.SourceOf(head).Parts.ToDictionary(part => part.Folder, part => part.Digest, StringComparer.Ordinal);
        var earlier = cache.Open(Name);
        var folders = remarked.GroupBy(path => ContractFolders.NameIn(path) ?? "", StringComparer.Ordinal)
            .Select(group => (group.Key, Paths: group.ToList())).Select(folder => (Key: KeyOf(folder.Key, folder.Paths, committed), folder.Paths))
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

    private List<string> Changed(IReadOnlyList<string> paths)
    {
        var unlike = paths.Select(path => (Path: path, Blob: result.BlobOf(path), Committed: git.At(head, path)?.Blob)).Where(file => file.Blob is null || file.Blob != file.Committed).ToList();
        var isMuch = unlike.Count(file => file.Blob is null) > Few;
        var looked = unlike.ToLookup(file => file.Committed is null ? Likeness.Other : isMuch ? Likeness.AsGitHasIt : LikenessOf(file.Path, file.Committed), file => file.Path);
        var asked = looked[Likeness.AsGitHasIt].ToList();
        var said = asked.Count == 0 ? [] : git.ChangedSince(head, asked);
        return [.. looked[Likeness.Other], .. isMuch ? said.Where(path => LikenessOf(path, git.At(head, path)?.Blob) != Likeness.Same) : said];
    }

    // A large proof, and what is no file, is left to git: a link is not followed, and a pipe not opened.
    private Likeness LikenessOf(string path, string? committed)
    {
        try
        {
            var file = Path.Combine(workspace.Root, path);
            return FileStat.Ask(file) is { Kind: SourceEntryKind.File, Size: <= MostBytes and var size } ? LikenessOf(WholeFile.Read(file, size), committed) : Likeness.AsGitHasIt;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Likeness.AsGitHasIt;
        }
    }

    private static Likeness LikenessOf(byte[] bytes, string? committed) =>
        BlobId.Compute(bytes) == committed ? Likeness.Same : bytes.Contains((byte)'\r') || bytes.AsSpan().IndexOf("$Id"u8) >= 0 ? Likeness.AsGitHasIt : Likeness.Other;

    // Null where the files are not known, so that they are looked at each time.
    private CacheKey? KeyOf(string folder, IReadOnlyList<string> remarked, IReadOnlyDictionary<string, CacheKey?> committed)
    {
        if (result.ContentsOf(folder) is not { } contents || git.IndexStamp is not { } index)
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

    /// <summary>How a file is to the commit's.</summary>
    private enum Likeness
    {
        /// <summary>It has the same bytes.</summary>
        Same,

        /// <summary>It has others, and nothing in it that git would write otherwise in a commit: neither an end of line with a carriage return nor the place of an id.</summary>
        Other,

        /// <summary>As git says.</summary>
        AsGitHasIt,
    }
}
