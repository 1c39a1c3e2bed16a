namespace OpsRegistry.Cli;

/// <summary>
/// A folder that one verb writes as a whole. A list in it names every file written there with its digest: what is in the list and has
/// not been touched since may be replaced or removed, anything else may not.
/// </summary>
/// <param name="verb">The verb, whose list is <c>.opsreg-verb</c>.</param>
internal sealed class OwnedFolder(string root, string verb)
{
    private readonly WrittenFiles list = new(root, $".opsreg-{verb}", $"# Written by ./opsreg {verb}: the files of this folder that it may replace or remove.");

    /// <summary>True where the folder holds these files, as they were written, and none that an earlier run has left over.</summary>
    /// <param name="files">Paths below the folder with forward slashes, and digests.</param>
    public bool Holds(IReadOnlyList<(string Path, string Digest)> files) =>
        list.Read().ToHashSet().SetEquals(files) && AtOnce.Over(files, file => !IsLinked(file.Path) && KeptOutput.Digest(FileOf(file.Path)) == file.Digest).All(stands => stands);

    /// <summary>Writes the files, all or none, and removes those of an earlier run that are no longer among them.</summary>
    /// <param name="pages">The files: paths below the folder with forward slashes, and bytes.</param>
    /// <exception cref="UsageException">The folder holds files that this tool did not write.</exception>
    public (int Files, int Changed, int Removed) Write(IReadOnlyList<(string Path, byte[] Bytes)> pages)
    {
        using var set = FileSet.Open(root);
        var known = list.Read();
        Refuse(pages, known);
        var now = pages.Select(page => (page.Path, Digest: WrittenFiles.Digest(page.Bytes))).ToList();
        var changed = AtOnce.Over(pages, page => set.Stage(page.Path, page.Bytes)).Count(changed => changed);
        var kept = now.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var removed = known.Select(file => file.Path).Distinct(StringComparer.Ordinal).Where(path => !kept.Contains(path) && IsOurs(path, known)).ToList();
        removed.ForEach(set.Remove);
        set.Stage(list.Name, list.BytesOf(now));
        set.Commit();
        return (pages.Count, changed, removed.Count);
    }

    private string FileOf(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private void Refuse(IReadOnlyList<(string Path, byte[] Bytes)> pages, List<(string Path, string Digest)> known)
    {
        if (known.Count == 0 && !list.Exists && Directory.EnumerateFileSystemEntries(root).Any(entry => Path.GetFileName(entry) != FileSet.ListName))
        {
            throw new UsageException(new(
                $"“{root}”里已有并非本工具写的文件，没有写入；请用 --output 指定空文件夹",
                $"'{root}' holds files that this tool did not write, so nothing was written; name an empty folder with --output"));
        }

        var ours = known.ToHashSet();
        var foreign = pages.FirstOrDefault(page => IsLinked(page.Path) || (File.Exists(FileOf(page.Path)) && IsAnothers(page, ours))).Path;
        if (foreign is not null)
        {
            throw new UsageException(new(
                $"“{FileOf(foreign)}”不是本工具写的，或写出以后被改过，没有写入任何文件",
                $"'{FileOf(foreign)}' was not written by this tool, or was changed since, so nothing was written"));
        }
    }

    private bool IsAnothers((string Path, byte[] Bytes) page, HashSet<(string Path, string Digest)> ours)
    {
        var there = File.ReadAllBytes(FileOf(page.Path));
        return !ours.Contains((page.Path, WrittenFiles.Digest(there))) && !there.AsSpan().SequenceEqual(page.Bytes);
    }

    /// <summary>True where a folder on the way, or the file, is a symbolic link: it could lead out of the folder.</summary>
    private bool IsLinked(string path)
    {
        var steps = path.Split('/');
        return Enumerable.Range(1, steps.Length).Any(count => new FileInfo(Path.Combine([root, .. steps.Take(count)])).LinkTarget is not null);
    }

    /// <summary>True for a file that stands as it was written here.</summary>
    private bool IsOurs(string path, List<(string Path, string Digest)> known) =>
        !IsLinked(path) && File.Exists(FileOf(path)) && known.Contains((path, WrittenFiles.Digest(File.ReadAllBytes(FileOf(path)))));
}
