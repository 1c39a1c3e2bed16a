namespace OpsRegistry.Cli;

/// <summary>Writes files whole or not at all. What a run that was killed left beside a file is taken away by the next one that writes it.</summary>
internal static class AtomicFile
{
    private const string Ending = ".opsreg-new";

    /// <summary>Writes beside the target, flushes to the disk, then renames: a reader sees the old bytes or the new ones.</summary>
    /// <returns>False where the file already held exactly these bytes and was left alone.</returns>
    public static bool Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path) && new FileInfo(path).Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(path)))
        {
            return false;
        }

        var copy = bytes.ToArray();
        return Write(path, file => file.Write(copy));
    }

    /// <summary>Writes a file that is not there yet: one that holds other bytes is somebody's work and stays.</summary>
    /// <exception cref="UsageException">The file is there and holds other bytes; nothing was written.</exception>
    public static void Create(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path) && !bytes.SequenceEqual(File.ReadAllBytes(path)))
        {
            throw new UsageException(new(
                $"“{path}”已经存在，没有覆盖；请移走它，或换一个文件名",
                $"'{path}' exists and was kept; move it away, or name another file"));
        }

        Write(path, bytes);
    }

    /// <summary>The same for content that need not be in memory at once.</summary>
    /// <param name="write">Writes the content to a stream that can seek and be read.</param>
    /// <returns>False where the file already held exactly these bytes and was left alone.</returns>
    public static bool Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Sweep(path);
        var temporary = $"{path}.{Path.GetRandomFileName()}{Ending}";
        try
        {
            // It is renamed while it is open: as long as somebody holds it, nobody sweeps it away.
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None, 1 << 16);
            write(stream);
            stream.Flush();
            if (File.Exists(path) && HaveSameBytes(stream, path))
            {
                return false;
            }

            stream.Flush(flushToDisk: true);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }

    /// <summary>Takes away what runs that were killed left beside a file; what another run is writing at this moment is held by it and stays.</summary>
    private static void Sweep(string path)
    {
        var (folder, begins) = (Path.GetDirectoryName(path)!, Path.GetFileName(path) + ".");
        var length = begins.Length + Path.GetRandomFileName().Length + Ending.Length;
        foreach (var left in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) is { } name && name.Length == length && name.StartsWith(begins, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            try
            {
                using var nobodyHolds = new FileStream(left, FileMode.Open, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
                File.Delete(left);
            }
            catch (IOException)
            {
                // Somebody is writing it, or has just put it in its place.
            }
        }
    }

    /// <summary>True where a file holds what was written to a stream.</summary>
    internal static bool HaveSameBytes(FileStream written, string path)
    {
        using var old = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (old.Length != written.Length)
        {
            return false;
        }

        written.Position = 0;
        var (here, there) = (new byte[1 << 16], new byte[1 << 16]);
        int read;
        while ((read = written.ReadAtLeast(here, here.Length, throwOnEndOfStream: false)) > 0)
        {
            if (old.ReadAtLeast(there.AsSpan(0, read), read, throwOnEndOfStream: false) < read || !here.AsSpan(0, read).SequenceEqual(there.AsSpan(0, read)))
            {
                return false;
            }
        }

        return true;
    }
}
