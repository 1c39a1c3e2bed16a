using System.Text.RegularExpressions;
using LibGit2Sharp;

namespace OpsRegistry.Sources.Git;

/// <summary>
/// A git repository on disk, read and never written: commits, trees and blobs. Everything after a name from outside was resolved
/// is asked for by 40-digit id. Paths count from the registry's folder, which may stand below the repository's: what is beside it does not exist here.
/// Not safe for use by several threads at once.
/// </summary>
internal sealed partial class GitRepository : IDisposable
{
    private readonly Repository repository;

    private readonly string below; // see Below

    private GitRepository(Repository repository, string below)
    {
        this.repository = repository;
        this.below = below;
    }

    /// <summary>True where history was cut off (<c>git clone --depth</c>): then nothing can be said about who changed what when.</summary>
    public bool IsShallow => repository.Info.IsShallow;

    /// <summary>The folder in which git keeps what belongs to this work tree, with a separator at its end.</summary>
    public string Folder => repository.Info.Path;

    /// <summary>Opens the repository whose work tree holds a folder, or which the folder is; null where there is none, where it cannot be read as one, or where it ignores the folder.</summary>
    public static GitRepository? At(string folder) => TryAt(folder, out _);

    /// <inheritdoc cref="GitFolder.Find"/>
    public static GitRepository? TryAt(string folder, out string? fault) => GitFolder.Find(folder, out fault) is var (repository, below) ? new(repository, below) : null;

    /// <summary>True where a file of this clone (<c>.git/info/grafts</c>) gives commits other parents than they have. git and the library believe it, so that steps of history are passed over.</summary>
    public bool HasGrafts
    {
        get
        {
            var shared = Path.Combine(Folder, "commondir");
            var folder = File.Exists(shared) ? Path.GetFullPath(Path.Combine(Folder, File.ReadAllText(shared).Trim())) : Folder;
            return new FileInfo(Path.Combine(folder, "info", "grafts")) is { Exists: true, Length: > 0 };
        }
    }

    /// <summary>What the system says of the file in which git lists what is to be committed; null where there is none, or nothing is told.</summary>
    public FileStamp? IndexStamp => FileStat.Ask(Path.Combine(Folder, "index")).Stamp;

    /// <summary>The registry's folder from the repository's, with a slash at its end; empty where they are one.</summary>
    public string Below => below;

    /// <summary>The commit that a name means; null where it means none, several, or no commit.</summary>
    /// <param name="revision">A branch, a tag, an id or its beginning, followed perhaps by <c>~n</c> and <c>^n</c>. Anything else, and anything that could search, is refused.</param>
    public CommitInfo? Resolve(string revision)
    {
        if (!RevisionPattern().IsMatch(revision))
        {
            return null;
        }

        try
        {
            return repository.Lookup(revision)?.Peel<Commit>() is { } commit ? Describe(commit) : null;
        }
        catch (LibGit2SharpException)
        {
            return null; // ambiguous, or a tree or blob
        }
    }

    /// <summary>The commit checked out; null before the first one.</summary>
    public CommitInfo? Head => repository.Head.Tip is { } tip ? Describe(tip) : null;

    /// <summary>A commit's registry.</summary>
    public CommitSource SourceOf(CommitInfo commit) => new(repository, TreeOf(commit), Lookup(commit.Id).Committer.When);

    /// <summary>The bytes of a file of a commit; null where it has no such plain file.</summary>
    /// <exception cref="MissingObjectException">The commit has it, and the repository does not hold its bytes.</exception>
    public byte[]? Read(CommitInfo commit, string path) =>
        TreeOf(commit)?[path] is { TargetType: TreeEntryTargetType.Blob, Mode: not Mode.SymbolicLink } entry ? BlobBytes.Read(repository, entry.Target.Sha) ?? throw new MissingObjectException(entry.Target.Sha) : null;

    /// <summary>The names of the plain files that stand directly in a folder of a commit, in order.</summary>
    public IReadOnlyList<string> FilesIn(CommitInfo commit, string folder) =>
        TreeOf(commit)?[folder]?.Target is Tree tree
            ? tree.Where(entry => entry.TargetType == TreeEntryTargetType.Blob && entry.Mode != Mode.SymbolicLink).Select(entry => entry.Name).Order(StringComparer.Ordinal).ToList()
            : [];

    /// <summary>Every entry of a commit below some folders, by path, with what git records of it.</summary>
    public IReadOnlyList<(string Path, FileState State)> FilesBelow(CommitInfo commit, params IReadOnlyList<string> folders)
    {
        var found = new List<(string Path, FileState State)>();
        foreach (var folder in folders)
        {
            if (TreeOf(commit)?[folder]?.Target is Tree tree)
            {
                Enter(tree, folder, found);
            }
        }

        found.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return found;
    }

    /// <summary>What a commit holds at a path; null for nothing, or for a folder.</summary>
    public FileState? At(CommitInfo commit, string path) =>
        TreeOf(commit)?[path] is { TargetType: not TreeEntryTargetType.Tree } entry ? new(entry.Target.Sha, ModeOf(entry.Mode)) : null;

    /// <summary>The bytes of a blob; null where the repository does not hold it.</summary>
    public byte[]? Read(string blob) => BlobBytes.Read(repository, blob);

    /// <summary>The size of a blob in bytes; null where the repository does not hold it.</summary>
    public long? SizeOf(string blob) => repository.Lookup<Blob>(new ObjectId(blob))?.Size;

    /// <summary>The full names of the references that begin in a way, with the ids that they mean: of a tag with a message or a signature, what it stands for.</summary>
    public IReadOnlyList<(string Name, string Id)> References(string prefix) =>
        repository.Refs.FromGlob(prefix + "*").Select(reference => (reference.CanonicalName, Peeled(reference.ResolveToDirectReference()))).ToList();

    /// <summary>What is signed of a tag, and by what; null for one that nobody signed with SSH.</summary>
    /// <param name="name">The tag's full name.</param>
    public SignedTag? SignatureOf(string name) => SignedTag.Read(repository, name);

    private static string Peeled(DirectReference reference)
    {
        var target = reference.Target;
        while (target is TagAnnotation tag)
        {
            target = tag.Target;
        }

        return target?.Sha ?? reference.TargetIdentifier;
    }

    /// <summary>The paths that differ between two commits, in order. A renamed file is one that is gone and one that is new.</summary>
    /// <param name="before">The older commit; null for a tree without files.</param>
    public IReadOnlyList<FileChange> Changes(CommitInfo? before, CommitInfo after)
    {
        var options = new LibGit2Sharp.CompareOptions { Similarity = SimilarityOptions.None, IncludeUnmodified = false };
        using var changes = repository.Diff.Compare<TreeChanges>(before is null ? null : TreeOf(before), TreeOf(after), options);
        return changes
            .Select(change => new FileChange(
                change.Path.Replace('\\', '/'),
                change.OldExists ? new(change.OldOid.Sha, ModeOf(change.OldMode)) : null,
                change.Exists ? new(change.Oid.Sha, ModeOf(change.Mode)) : null))
            .OrderBy(change => change.Path, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The paths at or below some others that the work tree does not share with a commit, files that are gone and files that git does not know among them, in order.</summary>
    /// <param name="paths">Files and folders, named as they are; git looks nowhere else.</param>
    public IReadOnlyList<string> ChangedSince(CommitInfo commit, params IReadOnlyList<string> paths)
    {
        using var changes = repository.Diff.Compare<TreeChanges>(
            Lookup(commit.Id).Tree, DiffTargets.Index | DiffTargets.WorkingDirectory, Here(paths), new ExplicitPathsOptions { ShouldFailOnUnmatchedPath = false }, new LibGit2Sharp.CompareOptions { Similarity = SimilarityOptions.None });
        return changes.Select(change => change.Path.Replace('\\', '/')[below.Length..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>The newest commit that both histories hold; null where they have nothing in common.</summary>
    public CommitInfo? MergeBase(CommitInfo one, CommitInfo other) =>
        repository.ObjectDatabase.FindMergeBase(Lookup(one.Id), Lookup(other.Id)) is { } common ? Describe(common) : null;

    /// <summary>True where a commit is another one or among its ancestors; false too where the repository does not hold it.</summary>
    public bool Holds(CommitInfo newer, string older) =>
        repository.Lookup<Commit>(new ObjectId(older)) is { } commit &&
        repository.ObjectDatabase.FindMergeBase(commit, Lookup(newer.Id))?.Sha == commit.Sha;

    /// <summary>The commits from one backwards along first parents: the history of the branch itself, newest first.</summary>
    public IEnumerable<CommitInfo> FirstParents(CommitInfo newest)
    {
        for (var commit = Lookup(newest.Id); commit is not null; commit = commit.Parents.FirstOrDefault())
        {
            yield return Describe(commit);
        }
    }

    /// <summary>When a file came into a branch: the time of the newest commit along first parents since which the branch has always had it; null where it does not.</summary>
    public Instant? CameIn(CommitInfo newest, string path)
    {
        Instant? came = null;
        foreach (var commit in FirstParents(newest).TakeWhile(commit => At(commit, path) is not null))
        {
            came = commit.CommittedAt;
        }

        return came;
    }

    /// <summary>The blobs that git itself would make of a merge, by path, where both sides changed a file; null for a path on which it finds a conflict.</summary>
    public IReadOnlyDictionary<string, string?> AutomaticMerge(CommitInfo merge)
    {
        var parents = Lookup(merge.Id).Parents.Take(2).ToList();
        using var index = repository.ObjectDatabase.MergeCommitsIntoIndex(parents[0], parents[1], new MergeTreeOptions());
        var merged = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in index.Where(entry => entry.Path.StartsWith(below, StringComparison.Ordinal)))
        {
            merged[entry.Path[below.Length..]] = entry.StageLevel == StageLevel.Staged ? entry.Id.Sha : null;
        }

        return merged;
    }

    /// <summary>The branches of another repository that were fetched from it, in order: their names there, and the commits at their ends.</summary>
    /// <param name="remote">What the other repository is called here.</param>
    public IReadOnlyList<(string Name, CommitInfo Tip)> RemoteBranches(string remote, string prefix)
    {
        var begin = $"refs/remotes/{remote}/";
        return repository.Refs.FromGlob($"{begin}{prefix}*")
            .Select(reference => (Name: reference.CanonicalName[begin.Length..], Tip: repository.Lookup<Commit>(reference.ResolveToDirectReference().TargetIdentifier)))
            .Where(branch => branch.Tip is not null)
            .OrderBy(branch => branch.Name, StringComparer.Ordinal)
            .Select(branch => (branch.Name, Describe(branch.Tip)))
            .ToList();
    }

    /// <summary>True where files below some folders differ from the commit checked out, untracked ones included.</summary>
    public bool HasChanges(params IReadOnlyList<string> folders) =>
        repository.RetrieveStatus(new StatusOptions { PathSpec = Here(folders), IncludeUntracked = true, RecurseUntrackedDirs = false, IncludeIgnored = false, DetectRenamesInIndex = false, DisablePathSpecMatch = true }).IsDirty;

    /// <summary>True where git would leave a path out of every commit: it is ignored, and not in the index either.</summary>
    public bool IsIgnored(string path) => repository.Index[below + path] is null && repository.Ignore.IsPathIgnored(below + path);

    public void Dispose() => repository.Dispose();

    private static CommitInfo Describe(Commit commit) => new(
        commit.Sha,
        commit.Parents.Select(parent => parent.Sha).ToList(),
        Instant.FromDateTimeOffset(commit.Committer.When),
        commit.MessageShort);

    private static void Enter(Tree folder, string path, List<(string Path, FileState State)> found)
    {
        foreach (var entry in folder)
        {
            var inner = $"{path}/{entry.Name}";
            if (entry.TargetType == TreeEntryTargetType.Tree)
            {
                Enter((Tree)entry.Target, inner, found);
            }
            else
            {
                found.Add((inner, new(entry.Target.Sha, ModeOf(entry.Mode))));
            }
        }
    }

    private static FileMode ModeOf(Mode mode) => mode switch
    {
        Mode.ExecutableFile => FileMode.Executable,
        Mode.SymbolicLink => FileMode.SymbolicLink,
        Mode.GitLink => FileMode.Submodule,
        _ => FileMode.Plain,
    };

    private string[] Here(IReadOnlyList<string> folders) => [.. folders.Select(folder => below + folder)];

    /// <summary>The tree of a commit's registry folder; null where the commit has none.</summary>
    private Tree? TreeOf(CommitInfo commit) => below.Length == 0 ? Lookup(commit.Id).Tree : Lookup(commit.Id)[below.TrimEnd('/')]?.Target as Tree;

    private Commit Lookup(string id) => repository.Lookup<Commit>(new ObjectId(id));

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._/-]*(~[0-9]*|\^[0-9]*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RevisionPattern();
}
