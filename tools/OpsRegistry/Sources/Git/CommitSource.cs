using LibGit2Sharp;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Sources.Git;

/// <summary>A registry read from a commit's blobs. No file is checked out, so line endings, links and letter case of a work tree play no part.</summary>
/// <remarks>Several threads may read at once; the library lets one of them in.</remarks>
internal sealed class CommitSource : IRegistrySource
{
    private const string RegistryFolder = "ops-registry";
    private const string ContractsFolder = RegistryFolder + "/contracts";

    private readonly Repository repository;
    private readonly Tree? root;
    private readonly DateTimeOffset time;
    private readonly IReadOnlySet<string>? contracts;
    private readonly Lazy<IReadOnlyList<SourceEntry>> entries;

    internal CommitSource(Repository repository, Tree? root, DateTimeOffset time, IReadOnlySet<string>? contracts = null)
    {
        this.contracts = contracts;
        this.repository = repository;
        this.root = root;
        this.time = time;
        entries = new(() => root is null ? [] : List(root, contracts));
    }

    public IReadOnlyList<SourceEntry> Entries => entries.Value;

    public IReadOnlyList<string> Contracts =>
        root?[ContractsFolder]?.Target is Tree folders
            ? folders.Where(entry => entry.Mode == Mode.Directory).Select(entry => entry.Name).Order(StringComparer.Ordinal).ToList()
            : [];

    /// <summary>A contract's digest is its tree's id; that of the shared files is of the trees and blobs beside the contracts.</summary>
    public IReadOnlyList<SourcePart> Parts => root is null ? SourcePart.Split([]) : Locked(() => PartsIn(root).ToList());

    public Instant? ReadAt => Instant.FromDateTimeOffset(time);

    /// <summary>Without listing the commit.</summary>
    public SourceEntry? Find(string path) => root is null || entries.IsValueCreated || !path.StartsWith(RegistryFolder + "/", StringComparison.Ordinal) ? SortedPaths.Find(Entries, path, entry => entry.Path)
        : contracts is not null && ContractFolders.NameIn(path) is { } contract && !contracts.Contains(contract) ? null
        : Locked(() => root[path] is { Mode: not Mode.Directory } entry ? EntryOf(entry, path) : null);

    /// <summary>The folders of other contracts are not even listed.</summary>
    public IRegistrySource Only(IReadOnlySet<string> contracts) => new CommitSource(repository, root, time, contracts);

    public long SizeOf(SourceEntry entry)
    {
        lock (repository)
        {
            return entry.Kind != SourceEntryKind.File ? 0
                : repository.ObjectDatabase.Contains(new ObjectId(entry.Blob)) ? repository.ObjectDatabase.RetrieveObjectMetadata(new ObjectId(entry.Blob)).Size
                : throw new MissingObjectException(entry.Blob!);
        }
    }

    public byte[]? Read(SourceEntry entry)
    {
        lock (repository)
        {
            return entry.Kind == SourceEntryKind.File ? BlobBytes.Read(repository, entry.Blob!) : null;
        }
    }

    private IEnumerable<SourcePart> PartsIn(Tree root)
    {
        yield return new("", DigestOfShared(root), () => Locked(() => List(root, new HashSet<string>())));
        foreach (var folder in Contracts.Where(name => contracts?.Contains(name) != false))
        {
            var path = $"{ContractsFolder}/{folder}";
            var tree = root[path];
            yield return new(folder, CacheKey.OfBlob(tree.Target.Sha), () => Locked(() => List(tree, path)));
        }
    }

    private static CacheKey DigestOfShared(Tree root)
    {
        using var digest = new KeyDigest();
        Add("", ContractFolders.Mistaken.Select(name => root[name]).OfType<TreeEntry>());
        Add("/", root[RegistryFolder]?.Target is Tree registry ? registry.Where(entry => entry.Name != "contracts" || entry.Mode != Mode.Directory) : [root[RegistryFolder]]);
        Add("/contracts/", root[ContractsFolder]?.Target is Tree contracts ? contracts.Where(entry => entry.Mode != Mode.Directory) : []);
        return digest.Finish();

        void Add(string folder, IEnumerable<TreeEntry?> entries)
        {
            foreach (var entry in entries.OfType<TreeEntry>())
            {
                digest.Add(folder + entry.Name).Add(entry.Mode.ToString()).Add(entry.Target.Sha);
            }
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (repository)
        {
            return read();
        }
    }

    private static SourceEntry[] List(TreeEntry folder, string path)
    {
        var found = new List<SourceEntry>();
        Enter(folder, path, null, found);
        found.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return [.. found];
    }

    private static SourceEntry[] List(Tree root, IReadOnlySet<string>? contracts)
    {
        var found = new List<SourceEntry>();
        if (root[RegistryFolder] is { } registry)
        {
            Enter(registry, RegistryFolder, contracts, found);
        }

        foreach (var folder in ContractFolders.Mistaken)
        {
            if (root[folder] is { Mode: Mode.Directory } beside)
            {
                var strays = new List<SourceEntry>();
                Enter(beside, folder, null, strays);
                found.AddRange(strays.Where(entry => entry.Path.EndsWith(".yaml", StringComparison.Ordinal) && entry.Kind == SourceEntryKind.File));
            }
        }

        found.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return [.. found];
    }

    private static void Enter(TreeEntry entry, string path, IReadOnlySet<string>? contracts, List<SourceEntry> found)
    {
        if (entry.Mode != Mode.Directory)
        {
            found.Add(EntryOf(entry, path));
            return;
        }

        foreach (var child in (Tree)entry.Target)
        {
            if (contracts is null || path != ContractsFolder || child.Mode != Mode.Directory || contracts.Contains(child.Name))
            {
                Enter(child, $"{path}/{child.Name}", contracts, found);
            }
        }
    }

    private static SourceEntry EntryOf(TreeEntry entry, string path) => entry.Mode switch
    {
        Mode.NonExecutableFile or Mode.NonExecutableGroupWritableFile or Mode.ExecutableFile => new(path, SourceEntryKind.File) { Blob = entry.Target.Sha },
        Mode.SymbolicLink => new(path, SourceEntryKind.SymbolicLink),
        _ => new(path, SourceEntryKind.Special),
    };
}
