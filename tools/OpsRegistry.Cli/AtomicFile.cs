namespace OpsRegistry.Cli;

/// <summary>Writes files whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>Writes beside the target, flushes to the disk, then renames: a reader sees the old bytes or the new ones.</summary>
    /// <returns>False where the file already held exactly these bytes and was left alone.</returns>
    public static bool Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path) && new FileInfo(path).Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(path)))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
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
}
