namespace OpsRegistry.Cli;

/// <summary>The folder that a set of files stands in: paths count from it, with forward slashes, and none leads out of it.</summary>
internal sealed class SetFolder(string root)
{
    /// <summary>True for a path on which a plain file of the folder stands.</summary>
    public bool Holds(string path) => IsInside(path) && LinkOn(path) is null && File.Exists(FileOf(path));

    /// <summary>The digest of a file's bytes.</summary>
    public string Digest(string path) => WrittenFiles.Digest(File.ReadAllBytes(FileOf(path)));

    /// <summary>Takes away the folders above a path that are empty.</summary>
    public void RemoveEmptyAbove(string path)
    {
        for (var folder = Path.GetDirectoryName(FileOf(path))!; folder.Length > Path.TrimEndingDirectorySeparator(root).Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>Refuses a path on which something stands that is no plain file, or that leads elsewhere.</summary>
    /// <exception cref="UsageException">A link, a folder or a device stands there or on the way.</exception>
    public void Refuse(string path)
    {
        if (!IsInside(path))
        {
            throw new ArgumentException($"{path} leads out of the folder", nameof(path));
        }

        if (LinkOn(path) is { } link)
        {
            throw Foreign(link);
        }

        if (Directory.Exists(FileOf(path)) || Sources.FileStat.Ask(FileOf(path)).Kind == Sources.SourceEntryKind.Special)
        {
            throw Foreign(FileOf(path));
        }
    }

    /// <summary>The complaint about what is no plain file.</summary>
    public static UsageException Foreign(string file) => new(new(
        $"“{file}”是链接、文件夹或设备，没有写入任何文件；请移走它",
        $"'{file}' is a link, a folder or a device, and nothing was written; move it away"));

    /// <summary>The first link on the way to a file, the file itself included; null for none. It could lead out of the folder.</summary>
    private string? LinkOn(string path)
    {
        var steps = path.Split('/');
        return Enumerable.Range(1, steps.Length).Select(count => Path.Combine([root, .. steps.Take(count)])).FirstOrDefault(step => new FileInfo(step).LinkTarget is not null);
    }

    /// <summary>The file of a path.</summary>
    public string FileOf(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private static bool IsInside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && path.Split('/').All(step => step.Length > 0 && step is not "." and not ".." && !step.Contains('\\', StringComparison.Ordinal));
}
