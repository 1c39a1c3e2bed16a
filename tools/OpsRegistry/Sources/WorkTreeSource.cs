namespace OpsRegistry.Sources;

/// <summary>A registry read from a folder on disk. Links are listed and never followed; a folder that cannot be listed is an entry that cannot be read.</summary>
internal sealed class WorkTreeSource : IRegistrySource
{
    private const string RegistryFolder = "ops-registry";
    private const string ContractsFolder = RegistryFolder + "/contracts";

    private static readonly System.Buffers.SearchValues<byte> UsualLetters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._"u8);

    private readonly string root;
    private readonly Func<string, bool> isIgnored;
    private readonly IReadOnlySet<string>? contracts;
    private readonly Lazy<WorkTreeListing> listed;
    private readonly Lock asking = new();

    /// <summary>The files under <c>ops-registry/</c>, listed once when they are asked for; later changes on disk are not seen.</summary>
    /// <param name="root">The repository's root folder.</param>
    /// <param name="isIgnored">Whether git would leave a path out; asked only of names that no record has. Null where all counts.</param>
    public WorkTreeSource(string root, Func<string, bool>? isIgnored = null)
        : this(root, isIgnored, null)
    {
    }

    private WorkTreeSource(string root, Func<string, bool>? isIgnored, IReadOnlySet<string>? contracts)
    {
        this.root = Path.GetFullPath(root);
        this.isIgnored = isIgnored ?? (_ => false);
        this.contracts = contracts;
        listed = new(List);
    }

    public IReadOnlyList<SourceEntry> Entries => listed.Value.Entries;

    public IReadOnlyList<SourcePart> Parts => listed.Value.Parts;

    /// <summary>Without listing what is in them; one that holds no file counts too.</summary>
    public IReadOnlyList<string> Contracts
    {
        get
        {
            try
            {
                using var folder = new OpenFolder(Path.Combine(root, ContractsFolder));
                var names = folder.Names();
                return [.. Enumerable.Range(0, names.Count).Where(names.IsFolder).Select(names.Text).Where(name => contracts?.Contains(name) != false).Order(StringComparer.Ordinal)];
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }
    }

    public Instant? ReadAt { get; init; }

    public SourceEntry? Find(string path) => listed.Value.Find(path);

    /// <summary>The folders of other contracts are not even listed.</summary>
    public IRegistrySource Only(IReadOnlySet<string> contracts) => new WorkTreeSource(root, isIgnored, contracts) { ReadAt = ReadAt };

    public long SizeOf(SourceEntry entry) => entry.Size ?? 0;

    public byte[]? Read(SourceEntry entry)
    {
        if (entry.Kind != SourceEntryKind.File)
        {
            return null;
        }

        var path = Path.Combine(root, entry.Path);
        try
        {
            return WholeFile.Read(path, entry.Size ?? 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private WorkTreeListing List()
    {
        var listing = new WorkTreeListing(root, ReadAt);
        foreach (var name in ContractFolders.Mistaken.Append(RegistryFolder).Order(StringComparer.Ordinal))
        {
            var folder = new DirectoryInfo(Path.Combine(root, name));
            var isRegistry = name == RegistryFolder;
            var isLink = FileStat.Ask(folder.FullName).Kind == SourceEntryKind.SymbolicLink;
            if (isLink && isRegistry)
            {
                if (!IsIgnored(name))
                {
                    listing.Add(name, [], new(SourceEntryKind.SymbolicLink, 0, null));
                }
            }
            else if (!isLink && folder.Exists)
            {
                Walk(name, isRegistry, listing);
            }
        }

        return listing;
    }

    // Contracts' folders are walked as many at once as there are processors.
    private void Walk(string folder, bool isRegistry, WorkTreeListing listing)
    {
        FolderNames names;
        using var opened = new OpenFolder(Path.Combine(root, folder));
        try
        {
            names = opened.Names();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (isRegistry)
            {
                listing.AddUnlisted(folder);
            }

            return;
        }

        var places = Enumerable.Range(0, names.Count);
        if (folder == ContractsFolder)
        {
            foreach (var each in AtOnce.Over(places.ToList(), place => Entered(opened, folder, names, place, isRegistry, listing.Beside())))
            {
                listing.Append(each);
            }

            return;
        }

        foreach (var place in places)
        {
            _ = Entered(opened, folder, names, place, isRegistry, listing);
        }
    }

    private WorkTreeListing Entered(OpenFolder opened, string folder, FolderNames names, int place, bool isRegistry, WorkTreeListing listing)
    {
        var name = names[place];
        if (names.IsFolder(place))
        {
            var below = names.Text(place);
            if (contracts is null || folder != ContractsFolder || contracts.Contains(below))
            {
                Walk($"{folder}/{below}", isRegistry, listing);
            }
        }
        else if (isRegistry ? IsUsual(name) || !IsIgnored($"{folder}/{names.Text(place)}") : name.EndsWith(".yaml"u8))
        {
            var stat = FileStat.Ask(opened, name);
            if (isRegistry || stat.Kind == SourceEntryKind.File)
            {
                listing.Add(folder, name, stat);
            }
        }

        return listing;
    }

    // Git's own answers are for one asker at a time.
    private bool IsIgnored(string path)
    {
        lock (asking)
        {
            return isIgnored(path);
        }
    }

    // What a record, a template or a guide may be called: thousands of these need not be asked about.
    private static bool IsUsual(ReadOnlySpan<byte> name) =>
        (name.EndsWith(".yaml"u8) || name.EndsWith(".md"u8)) && char.IsAsciiLetterOrDigit((char)name[0]) && !name.ContainsAnyExcept(UsualLetters);
}
