using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Sources;

/// <summary>
/// The files of a work tree, and for each contract's folder a digest of what the system says of them. Git tells a changed file from an unchanged one in the same way,
/// and by the same rule: what was changed so shortly before that it might be changed again within the same tick of the clock proves nothing.
/// </summary>
/// <param name="root">The repository's root folder.</param>
/// <param name="listedAt">When listing began; null where nothing is to be told by times.</param>
internal sealed class WorkTreeListing(string root, Instant? listedAt)
{
    private static readonly Duration CoarsestClock = Duration.FromSeconds(3); // a file system that counts in steps of two seconds, and one to spare

    private readonly long settled = listedAt is { } now ? (now - CoarsestClock).ToUnixTimeTicks() * NodaConstants.NanosecondsPerTick : long.MinValue;
    private readonly SortedDictionary<string, Part> parts = new(StringComparer.Ordinal) { [""] = new(root) };
    private readonly List<Listed> files = [];
    private Part? current;
    private string folder = "";

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<SourceEntry> Entries => field ??= files.ConvertAll(EntryOf);

    /// <summary>The files that all contracts share, and each contract's folder; a part's files are put together when somebody asks for them.</summary>
    public IReadOnlyList<SourcePart> Parts => field ??= parts.Select(part => new SourcePart(part.Key, part.Value.TakeDigest(), () => part.Value.Files.ConvertAll(index => EntryOf(files[index])), part.Value.Files.Count)).ToList();

    /// <summary>The file of a path; null where there is none.</summary>
    public SourceEntry? Find(string path) => SortedPaths.Find(files, path, PathOf) is { Folder: not null } file ? EntryOf(file) : null;

    /// <summary>Adds a file; they come in the order of their paths.</summary>
    /// <param name="within">Its folder's path.</param>
    /// <param name="name">Its name; empty where the folder itself is the entry.</param>
    public void Add(string within, string name, FileStat stat)
    {
        if (current is null || !ReferenceEquals(folder, within))
        {
            (folder, current) = (within, PartOf(ContractFolders.NameIn(name.Length == 0 ? within : $"{within}/") ?? ""));
            current.Stamps?.Number(0);
            current.Stamps?.Text(within);
        }

        current.Files.Add(files.Count);
        files.Add(new(within, name, stat));
        if (stat.Stamp is not { } stamp || !IsSettled(stamp))
        {
            current.Stamps = null;
        }
        else if (current.Stamps is { } output)
        {
            output.Number((int)stat.Kind + 1);
            output.Text(name);
            output.Long(stat.Size);
            output.Long(stamp.Changed);
            output.Long(stamp.Written);
            output.Long(stamp.Inode);
        }
    }

    /// <summary>Adds a folder of which nobody can say what it holds: an entry that cannot be read.</summary>
    public void AddUnlisted(string path) => Add(path, "", new(SourceEntryKind.File, -1, null));

    private Part PartOf(string contract)
    {
        if (!parts.TryGetValue(contract, out var part))
        {
            parts[contract] = part = new(root);
        }

        return part;
    }

    private bool IsSettled(FileStamp stamp) => stamp.Changed < settled;

    private static string PathOf(Listed file) => file.Name.Length == 0 ? file.Folder : $"{file.Folder}/{file.Name}";

    private SourceEntry EntryOf(Listed file) => new(PathOf(file), file.Stat.Kind)
    {
        Size = file.Stat is { Kind: SourceEntryKind.File, Size: >= 0 } ? file.Stat.Size : null,
        Stamp = file.Stat.Stamp is { } stamp && IsSettled(stamp) ? stamp : null,
    };

    /// <summary>A file, before anybody asks for its path.</summary>
    private readonly record struct Listed(string Folder, string Name, FileStat Stat);

    /// <summary>A contract's folder, or the shared files.</summary>
    private sealed class Part
    {
        public Part(string root)
        {
            Stamps = new();
            Stamps.Text(root);
        }

        /// <summary>Which of all files are its own.</summary>
        public List<int> Files { get; } = [];

        /// <summary>What the system says of the files; null where times prove nothing, and once the digest is taken.</summary>
        public CompactWriter? Stamps { get; set; }

        public CacheKey? TakeDigest()
        {
            CacheKey? digest = Stamps is { } stamps && Files.Count > 0 ? KeyDigest.Compute(stamps.Written.Span) : null;
            Stamps = null;
            return digest;
        }
    }
}
