namespace OpsRegistry.Sources;

/// <summary>A registry read from a folder on disk. Links are listed and never followed; a folder that cannot be listed is an entry that cannot be read.</summary>
internal sealed class WorkTreeSource : IRegistrySource
{
    private const string RegistryFolder = "ops-registry";
    private const string ContractsFolder = RegistryFolder + "/contracts";

    private static readonly System.Buffers.SearchValues<char> UsualLetters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    private readonly string root;
    private readonly Func<string, bool> isIgnored;
    private readonly IReadOnlySet<string>? contracts;
    private readonly Lazy<IReadOnlyList<SourceEntry>> listed;
    private readonly Dictionary<string, long> sizes = new(StringComparer.Ordinal);

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

    public IReadOnlyList<SourceEntry> Entries => listed.Value;

    public Instant? ReadAt { get; init; }

    /// <summary>The folders of other contracts are not even listed.</summary>
    public IRegistrySource Only(IReadOnlySet<string> contracts) => new WorkTreeSource(root, isIgnored, contracts) { ReadAt = ReadAt };

    public long SizeOf(SourceEntry entry) => sizes.GetValueOrDefault(entry.Path);

    public byte[]? Read(SourceEntry entry)
    {
        if (entry.Kind != SourceEntryKind.File)
        {
            return null;
        }

        try
        {
            return File.ReadAllBytes(Path.Combine(root, entry.Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private SourceEntry[] List()
    {
        var entries = new List<SourceEntry>();
        var folders = new Stack<DirectoryInfo>();
        Enter(new DirectoryInfo(Path.Combine(root, RegistryFolder)), entries, folders);
        Walk(entries, folders);
        entries.RemoveAll(entry => !IsUsual(entry.Path) && isIgnored(entry.Path));
        entries.AddRange(Beside());
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return [.. entries];
    }

    private void Walk(List<SourceEntry> entries, Stack<DirectoryInfo> folders)
    {
        while (folders.TryPop(out var folder))
        {
            foreach (var child in Children(folder, entries))
            {
                Enter(child, entries, folders);
            }
        }
    }

    private IEnumerable<SourceEntry> Beside()
    {
        var entries = new List<SourceEntry>();
        var folders = new Stack<DirectoryInfo>(ContractFolders.Mistaken.Select(name => new DirectoryInfo(Path.Combine(root, name))).Where(folder => folder.Exists && !folder.Attributes.HasFlag(FileAttributes.ReparsePoint)));
        Walk(entries, folders);
        return entries.Where(entry => entry.Path.EndsWith(".yaml", StringComparison.Ordinal) && entry.Kind == SourceEntryKind.File);
    }

    // What a record, a template or a guide may be called: thousands of these need not be asked about.
    private static bool IsUsual(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".md", StringComparison.Ordinal)) && char.IsAsciiLetterOrDigit(name[0]) && !name.ContainsAnyExcept(UsualLetters);
    }

    private FileSystemInfo[] Children(DirectoryInfo folder, List<SourceEntry> entries)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            entries.Add(new SourceEntry(RelativePath(folder), SourceEntryKind.File));
            return [];
        }
    }

    private void Enter(FileSystemInfo found, List<SourceEntry> entries, Stack<DirectoryInfo> folders)
    {
        var attributes = found.Attributes; // All bits are set when nothing is there.
        var isLink = attributes != (FileAttributes)(-1) && attributes.HasFlag(FileAttributes.ReparsePoint);
        if (isLink)
        {
            entries.Add(new SourceEntry(RelativePath(found), SourceEntryKind.SymbolicLink));
        }
        else if (found is DirectoryInfo folder)
        {
            if (folder.Exists && !IsLeftOut(folder))
            {
                folders.Push(folder);
            }
        }
        else
        {
            var size = found is FileInfo { Exists: true } file ? file.Length : 0;
            var isSpecial = size == 0 && FileType.IsSpecial(found.FullName);
            var entry = new SourceEntry(RelativePath(found), isSpecial ? SourceEntryKind.Special : SourceEntryKind.File);
            sizes[entry.Path] = size;
            entries.Add(entry);
        }
    }

    private bool IsLeftOut(DirectoryInfo folder) =>
        contracts is not null && !contracts.Contains(folder.Name) && folder.Parent is { } parent && RelativePath(parent) == ContractsFolder;

    private string RelativePath(FileSystemInfo found) => Path.GetRelativePath(root, found.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
