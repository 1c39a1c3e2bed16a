namespace OpsRegistry.Cli;

/// <summary>Writes files whole or not at all.</summary>
internal static class AtomicFile
{
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
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush();
                if (File.Exists(path) && HaveSameBytes(stream, path))
                {
                    return false;
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
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
