using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Sources;

/// <summary>
/// The files of a work tree, and for each contract's folder a digest of what the system says of them. Git tells a changed file from an unchanged one in the same way,
/// and by the same rule: what was changed so shortly before that it might be changed again within the same tick of the clock proves nothing.
/// What the system says is held in few bytes: of a hundred thousand files only those become entries that somebody reads.
/// </summary>
/// <param name="root">The repository's root folder.</param>
/// <param name="listedAt">When listing began; null where nothing is to be told by times.</param>
internal sealed class WorkTreeListing(string root, Instant? listedAt)
{
    private static readonly Duration CoarsestClock = Duration.FromSeconds(3); // a file system that counts in steps of two seconds, and one to spare

    private readonly long settled = listedAt is { } now ? (now - CoarsestClock).ToUnixTimeTicks() * NodaConstants.NanosecondsPerTick : long.MinValue;
    private readonly List<Run> runs = [];
    private readonly CompactWriter told = new();
    private Run? current;

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<SourceEntry> Entries => field ??= EntriesOf(Runs);

    /// <summary>The files that all contracts share, and each contract's folder; a part's files are put together when somebody asks for them.</summary>
    public IReadOnlyList<SourcePart> Parts => field ??= Runs.Select(run => run.Contract).Append("").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(contract => PartOf(contract, [.. RunsOfContracts[contract]])).ToList();

    private ILookup<string, Run> RunsOfContracts => field ??= Runs.ToLookup(run => run.Contract, StringComparer.Ordinal);

    private ILookup<string, Run> RunsOfFolders => field ??= Runs.ToLookup(run => run.Folder, StringComparer.Ordinal);

    private List<Run> Runs
    {
        get
        {
            EndRun();
            return runs;
        }
    }

    /// <summary>The file of a path; null where there is none.</summary>
    public SourceEntry? Find(string path) => new[] { path[..Math.Max(0, path.LastIndexOf('/'))], path }
        .SelectMany(folder => RunsOfFolders[folder]).SelectMany(run => EntriesOf([run])).FirstOrDefault(entry => entry.Path == path);

    /// <summary>Adds a file; they come in the order of their paths.</summary>
    /// <param name="folder">Its folder's path: the same object for files that come one after the other.</param>
    /// <param name="name">Its name in UTF-8; empty where the folder itself is the entry.</param>
    public void Add(string folder, ReadOnlySpan<byte> name, FileStat stat)
    {
        if (current is null || !ReferenceEquals(current.Folder, folder))
        {
            EndRun();
            current = new(ContractFolders.NameIn(name.Length == 0 ? folder : $"{folder}/") ?? "", folder);
        }

        current.Count++;
        current.IsProof &= stat.Stamp is { } known && IsSettled(known);
        told.Number(((int)stat.Kind << 1) | (stat.Stamp is null ? 0 : 1));
        told.Text(name);
        told.Long(stat.Size);
        if (stat.Stamp is { } stamp)
        {
            told.Long(stamp.Changed);
            told.Long(stamp.Written);
            told.Long(stamp.Inode);
        }
    }

    /// <summary>A listing of the same tree that somebody else fills meanwhile.</summary>
    public WorkTreeListing Beside() => new(root, listedAt);

    /// <summary>Adds what stands in another listing of the same tree, all of it after what is here.</summary>
    public void Append(WorkTreeListing next)
    {
        EndRun();
        runs.AddRange(next.Runs);
    }

    /// <summary>Adds a folder of which nobody can say what it holds: an entry that cannot be read.</summary>
    public void AddUnlisted(string path) => Add(path, [], new(SourceEntryKind.File, -1, null));

    private void EndRun()
    {
        if (current is { } run)
        {
            run.Told = told.Written.ToArray();
            told.Clear();
            runs.Add(run);
            current = null;
        }
    }

    private SourcePart PartOf(string contract, IReadOnlyList<Run> its) => new(contract, DigestOf(its), () => EntriesOf(its), its.Sum(run => run.Count));

    // None where times prove nothing of one of the files.
    private CacheKey? DigestOf(IReadOnlyList<Run> its)
    {
        if (its.Count == 0 || !its.All(run => run.IsProof))
        {
            return null;
        }

        using var digest = new KeyDigest();
        digest.Add(root);
        foreach (var run in its)
        {
            digest.Add(run.Folder).Add(run.Told);
        }

        return digest.Finish();
    }

    private bool IsSettled(FileStamp stamp) => stamp.Changed < settled;

    private List<SourceEntry> EntriesOf(IReadOnlyList<Run> some)
    {
        var entries = new List<SourceEntry>(some.Sum(run => run.Count));
        foreach (var run in some)
        {
            var input = new CompactReader(run.Told);
            for (var left = run.Count; left > 0; left--)
            {
                var (kind, name) = (input.Number(), input.Text());
                var size = input.Long();
                var stamp = (kind & 1) == 0 ? (FileStamp?)null : new(input.Long(), input.Long(), input.Long());
                entries.Add(new(name.Length == 0 ? run.Folder : $"{run.Folder}/{name}", (SourceEntryKind)(kind >> 1))
                {
                    Size = (SourceEntryKind)(kind >> 1) == SourceEntryKind.File && size >= 0 ? size : null,
                    Stamp = stamp is { } known && IsSettled(known) ? known : null,
                });
            }
        }

        return entries;
    }

    /// <summary>Files of one folder that come one after the other: no folder's name sorts between them.</summary>
    /// <param name="Contract">The contract's folder that they stand in; empty for what all contracts share.</param>
    /// <param name="Folder">Their folder's path.</param>
    private sealed record Run(string Contract, string Folder)
    {
        /// <summary>How many they are.</summary>
        public int Count { get; set; }

        /// <summary>Whether the times of all of them prove something.</summary>
        public bool IsProof { get; set; } = true;

        /// <summary>What the system says of each.</summary>
        public byte[] Told { get; set; } = [];
    }
}
