using System.Security.Cryptography;
using System.Text;
using OpsRegistry.Reporting.Site;

namespace OpsRegistry.Cli;

/// <summary>
/// The folder that a site is written into. A list in it names every file written there with its digest: what is in the list and has
/// not been touched since may be replaced or removed, anything else may not.
/// </summary>
/// <param name="root">The folder.</param>
public sealed class SiteFolder(string root)
{
    /// <summary>The list's name.</summary>
    public const string ListName = ".opsreg-site";

    private const string Head = "# Written by ./opsreg site: the files of this folder that it may replace or remove.";

    /// <summary>Writes the files, each whole or not at all, and removes those of an earlier run that the site no longer has.</summary>
    /// <exception cref="UsageException">The folder holds files that this tool did not write.</exception>
    public (int Files, int Changed, int Removed) Write(IReadOnlyList<SitePage> pages)
    {
        var known = Known();
        Refuse(pages, known);
        var now = pages.Select(page => (page.Path, Digest: Digest(page.Bytes))).ToList();

        // Both old and new files are listed while the work goes on, so that a run after a kill knows them all.
        WriteList(known.Concat(now));
        var changed = pages.Count(page => AtomicFile.Write(FileOf(page.Path), page.Bytes));
        var kept = now.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var removed = known.Select(file => file.Path).Distinct(StringComparer.Ordinal).Where(path => !kept.Contains(path)).Count(path => Remove(path, known));
        WriteList(now);
        return (pages.Count, changed, removed);
    }

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private string FileOf(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private List<(string Path, string Digest)> Known()
    {
        var list = Path.Combine(root, ListName);
        return !File.Exists(list)
            ? []
            : File.ReadAllLines(list)
                .Select(line => line.Split("  ", 2))
                .Where(parts => parts.Length == 2 && parts[0].Length == 64 && IsInside(parts[1]))
                .Select(parts => (parts[1], parts[0]))
                .ToList();
    }

    /// <summary>The list is a file that anybody may have edited: only plain paths below the folder are taken from it.</summary>
    private static bool IsInside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && path.Split('/').All(step => step.Length > 0 && step is not "." and not ".." && !step.Contains('\\', StringComparison.Ordinal));

    private void Refuse(IReadOnlyList<SitePage> pages, List<(string Path, string Digest)> known)
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        if (known.Count == 0 && !File.Exists(Path.Combine(root, ListName)) && Directory.EnumerateFileSystemEntries(root).Any())
        {
            throw new UsageException(new(
                $"“{root}”里已有并非本工具写的文件，没有写入；请用 --output 指定空文件夹",
                $"'{root}' holds files that this tool did not write, so nothing was written; name an empty folder with --output"));
        }

        var ours = known.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var foreign = pages.FirstOrDefault(page => (!ours.Contains(page.Path) && File.Exists(FileOf(page.Path))) || IsLinked(page.Path));
        if (foreign is not null)
        {
            throw new UsageException(new(
                $"“{FileOf(foreign.Path)}”不是本工具写的，没有写入任何文件",
                $"'{FileOf(foreign.Path)}' was not written by this tool, so nothing was written"));
        }
    }

    /// <summary>True where a folder on the way, or the file, is a symbolic link: it could lead out of the folder.</summary>
    private bool IsLinked(string path)
    {
        var steps = path.Split('/');
        return Enumerable.Range(1, steps.Length).Any(count => new FileInfo(Path.Combine([root, .. steps.Take(count)])).LinkTarget is not null);
    }

    private bool Remove(string path, List<(string Path, string Digest)> known)
    {
        var file = FileOf(path);
        if (IsLinked(path) || !File.Exists(file) || !known.Contains((path, Digest(File.ReadAllBytes(file)))))
        {
            return false;
        }

        File.Delete(file);
        for (var folder = Path.GetDirectoryName(file)!; folder.Length > root.Length && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }

        return true;
    }

    private void WriteList(IEnumerable<(string Path, string Digest)> files)
    {
        var lines = files.Distinct().OrderBy(file => file.Path, StringComparer.Ordinal).ThenBy(file => file.Digest, StringComparer.Ordinal).Select(file => $"{file.Digest}  {file.Path}");
        AtomicFile.Write(Path.Combine(root, ListName), Encoding.UTF8.GetBytes(Head + "\n" + string.Join('\n', lines) + "\n"));
    }
}
