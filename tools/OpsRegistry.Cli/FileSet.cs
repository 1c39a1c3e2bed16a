namespace OpsRegistry.Cli;

/// <summary>
/// Files that are replaced together: each is written beside its place first, and only when all are on the disk are they renamed, one after the other. A list in the
/// folder (<c>.opsreg-set</c>) names every file before it is begun, and its last line says that all are there; so a run that was cut off is either undone or
/// completed by the next one, and never half done. Files that go with the set are taken away after the last was renamed, by the same list.
/// </summary>
internal sealed class FileSet : IDisposable
{
    /// <summary>The list's name; it is there only while a set is written, and after a run that was cut off.</summary>
    public const string ListName = ".opsreg-set";

    private const string Ending = ".opsreg-new", AllAreThere = "all", Gone = "gone ";

    private readonly SetFolder folder;
    private readonly Disk disk;
    private readonly FileStream list;
    private readonly List<(string Path, string Written)> staged = [];
    private readonly List<string> removed = [];
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private bool isCommitted;

    private FileSet(SetFolder folder, Disk disk, FileStream list)
    {
        (this.folder, this.disk, this.list) = (folder, disk, list);
    }

    /// <summary>Begins a set below a folder, after what an earlier run left there was completed or taken away. Another run that writes there is waited for.</summary>
    /// <param name="root">The folder; made where it is not there.</param>
    /// <param name="disk">The disk; the computer's own where none is given.</param>
    /// <exception cref="IOException">The folder cannot be written, or another run does not end.</exception>
    public static FileSet Open(string root, Disk? disk = null)
    {
        Directory.CreateDirectory(root);
        var set = new FileSet(new(root), disk ?? Disk.Own, SetLock.Open(Path.Combine(root, ListName)));
        try
        {
            set.Recover();
            return set;
        }
        catch
        {
            set.list.Dispose();
            throw;
        }
    }

    /// <summary>Completes or takes away what a run that was cut off left in a folder, before anybody reads it; a run that is writing there is waited for.</summary>
    public static void Complete(string root)
    {
        if (!File.Exists(Path.Combine(root, ListName)))
        {
            return;
        }

        try
        {
            Open(root).Dispose();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Who may not write here reads what there is.
        }
    }

    /// <summary>Replaces some files as a set.</summary>
    /// <param name="files">The bytes by path from the folder.</param>
    public static void Replace(string root, IEnumerable<(string Path, byte[] Bytes)> files)
    {
        using var set = Open(root);
        foreach (var (path, bytes) in files)
        {
            set.Stage(path, bytes);
        }

        set.Commit();
    }

    /// <summary>Writes files that are not there yet, all or none.</summary>
    /// <param name="files">The bytes by path from the folder.</param>
    /// <exception cref="UsageException">One is there and holds other bytes; nothing was written.</exception>
    public static void Create(string root, IEnumerable<(string Path, byte[] Bytes)> files)
    {
        using var set = Open(root);
        foreach (var (path, bytes) in files)
        {
            set.StageNew(path, bytes);
        }

        set.Commit();
    }

    /// <summary>Writes a file beside its place; nobody sees it before the set is committed. Several files may be written at once.</summary>
    /// <param name="path">Its path from the folder, with forward slashes.</param>
    /// <returns>False where the file already holds exactly these bytes and is left alone.</returns>
    /// <exception cref="UsageException">A link or a device stands there or on the way.</exception>
    public bool Stage(string path, byte[] bytes) => Stage(path, file => file.Write(bytes));

    /// <inheritdoc cref="Stage(string, byte[])"/>
    /// <param name="write">Writes the content to a stream that can seek and be read.</param>
    public bool Stage(string path, Action<Stream> write)
    {
        folder.Refuse(path);
        var written = path + Ending;
        lock (gate)
        {
            if (!paths.Add(path))
            {
                staged.RemoveAll(file => file.Path == path); // what was written last counts
            }

            Note(written);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder.FileOf(path))!);
        using (var stream = disk.Create(folder.FileOf(written)))
        {
            write(stream);
            stream.Flush();
            if (File.Exists(folder.FileOf(path)) && AtomicFile.HaveSameBytes(stream, folder.FileOf(path)))
            {
                stream.Dispose();
                disk.Delete(folder.FileOf(written));
                return false;
            }

            disk.Flush(stream);
        }

        lock (gate)
        {
            staged.Add((path, written));
        }

        return true;
    }

    /// <summary>Writes a file that is not there yet beside its place: one that holds other bytes is somebody's work and stays.</summary>
    /// <exception cref="UsageException">The file is there and holds other bytes, or a link stands on the way.</exception>
    public void StageNew(string path, byte[] bytes)
    {
        if (Stage(path, bytes) && Path.Exists(folder.FileOf(path)))
        {
            throw new UsageException(new(
                $"“{folder.FileOf(path)}”已经存在，没有覆盖；请移走它，或换一个文件名",
                $"'{folder.FileOf(path)}' exists and was kept; move it away, or name another file"));
        }
    }

    /// <summary>Takes a file away with the set; one that is not there is no fault.</summary>
    /// <exception cref="UsageException">A link or a device stands there or on the way.</exception>
    public void Remove(string path)
    {
        folder.Refuse(path);
        if (!File.Exists(folder.FileOf(path)))
        {
            return;
        }

        // With its digest: whoever completes the set takes away this file and no other that came in its place.
        lock (gate)
        {
            Note($"{Gone}{folder.Digest(path)}  {path}");
            removed.Add(path);
        }
    }

    /// <summary>Puts all files in their places. From the moment at which the list says that all are there, the next run completes what this one does not.</summary>
    public void Commit()
    {
        if (staged.Count > 0 || removed.Count > 0)
        {
            Note(AllAreThere);
            disk.Flush(list);
            isCommitted = true;
            Rename(staged.Select(file => file.Written));
            TakeAway(removed);
        }

        Close();
    }

    /// <summary>Takes away what was not committed.</summary>
    public void Dispose()
    {
        if (!list.CanWrite)
        {
            return;
        }

        try
        {
            if (!isCommitted)
            {
                foreach (var written in paths.Select(path => folder.FileOf(path + Ending)).Where(File.Exists))
                {
                    disk.Delete(written);
                }

                Close();
            }
        }
        finally
        {
            list.Dispose();
        }
    }

    /// <summary>Completes a set that was committed, and takes away one that was not. The list may have been written by anybody: only files with our ending, below the folder and not beyond a link, are touched.</summary>
    private void Recover()
    {
        using var reader = new StreamReader(list, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var lines = reader.ReadToEnd().Split('\n');
        var written = lines.Where(line => line.EndsWith(Ending, StringComparison.Ordinal) && folder.Holds(line)).Distinct(StringComparer.Ordinal).ToList();
        if (lines is [.., AllAreThere, ""])
        {
            Rename(written);
            TakeAway(lines.Where(line => line.StartsWith(Gone, StringComparison.Ordinal)).Select(line => line[Gone.Length..].Split("  ", 2))
                .Where(parts => parts.Length == 2 && folder.Holds(parts[1]) && folder.Digest(parts[1]) == parts[0]).Select(parts => parts[1]).ToList());
        }
        else
        {
            written.ForEach(file => disk.Delete(folder.FileOf(file)));
        }

        list.SetLength(0);
    }

    private void Rename(IEnumerable<string> written)
    {
        foreach (var file in written)
        {
            disk.Move(folder.FileOf(file), folder.FileOf(file[..^Ending.Length]));
        }
    }

    /// <summary>Takes files away, and the folders that are empty then.</summary>
    private void TakeAway(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            disk.Delete(folder.FileOf(path));
            folder.RemoveEmptyAbove(path);
        }
    }

    private void Note(string line)
    {
        list.Write(Encoding.UTF8.GetBytes(line + "\n"));
        list.Flush();
    }

    private void Close()
    {
        disk.Delete(folder.FileOf(ListName));
        list.Dispose();
    }
}
