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
    private readonly List<SourceEntry> entries = [];
    private readonly Dictionary<string, CompactWriter?> stamps = new(StringComparer.Ordinal);
    private string part = "";

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<SourceEntry> Entries => entries;

    /// <summary>Adds a file; paths come in order.</summary>
    public void Add(string path, FileStat stat)
    {
        entries.Add(new(path, stat.Kind) { Size = stat.Kind == SourceEntryKind.File ? stat.Size : null });
        if (stat.Stamp is not { } stamp || stamp.Changed >= settled)
        {
            Distrust(path);
        }
        else if (StampsOf(path) is { } output)
        {
            output.Text(path);
            output.Number((int)stat.Kind);
            output.Long(stat.Size);
            output.Long(stamp.Changed);
            output.Long(stamp.Written);
            output.Long(stamp.Inode);
        }
    }

    /// <summary>Adds a folder of which nobody can say what it holds: an entry that cannot be read.</summary>
    public void AddUnlisted(string path)
    {
        entries.Add(new(path, SourceEntryKind.File));
        Distrust(path);
    }

    /// <summary>The digest of a contract's folder, or of the shared files; null where times prove nothing.</summary>
    /// <param name="folder">The contract's folder; empty for the shared files.</param>
    public CacheKey? DigestOf(string folder) => stamps.TryGetValue(folder, out var output) && output is not null ? KeyDigest.Compute(output.Written.Span) : null;

    private CompactWriter? StampsOf(string path)
    {
        Enter(path);
        if (!stamps.TryGetValue(part, out var output))
        {
            stamps[part] = output = new();
            output.Text(root);
        }

        return output;
    }

    private void Distrust(string path)
    {
        Enter(path);
        stamps[part] = null;
    }

    private void Enter(string path)
    {
        if (!ContractFolders.Holds(part, path))
        {
            part = ContractFolders.NameIn(path) ?? "";
        }
    }
}
