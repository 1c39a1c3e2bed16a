using System.Security.Cryptography;

namespace OpsRegistry.Sources.Cache;

/// <summary>
/// Results on disk, in a few packs. Losing it costs time and nothing else: what cannot be read is not there, what cannot be written
/// is left unwritten. A pack is written beside its place and renamed, so that processes at once see a whole old or a whole new one.
/// </summary>
internal sealed class ResultCache
{
    private const int Generations = 4;
    private const long MaximumBytes = 512L * 1024 * 1024;
    private const string Extension = ".pack";
    private const string Unfinished = ".tmp";

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string top;
    private readonly string folder;

    /// <summary>Results in a folder; nothing is read or written yet.</summary>
    /// <param name="top">The cache folder. It is made when the first pack is written.</param>
    /// <param name="generation">What all results depend on: the tool's own code, and the schemas. Results of another generation are never seen.</param>
    public ResultCache(string top, CacheKey generation)
    {
        Span<byte> bytes = stackalloc byte[CacheKey.Size];
        generation.Write(bytes);
        this.top = top;
        folder = Path.Combine(top, Convert.ToHexStringLower(bytes));
    }

    /// <summary>Whether there is a pack of a name.</summary>
    public bool Has(string name) => File.Exists(FileOf(name));

    /// <summary>The pack of a name, as it is now.</summary>
    public Pack Open(string name)
    {
        try
        {
            var file = FileOf(name);
            return File.Exists(file) ? Pack.Read(File.ReadAllBytes(file)) : Pack.Empty;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            return Pack.Empty;
        }
    }

    /// <summary>Puts a pack in the place of the one of its name.</summary>
    public void Replace(string name, IReadOnlyList<KeyValuePair<CacheKey, ReadOnlyMemory<byte>>> entries)
    {
        if (entries.Sum(entry => (long)entry.Value.Length) > MaximumBytes)
        {
            return;
        }

        try
        {
            MakeFolder();
            var temporary = Path.Combine(folder, Path.GetRandomFileName() + Unfinished);
            try
            {
                File.WriteAllBytes(temporary, Pack.BytesOf(entries));
                File.Move(temporary, FileOf(name), overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            // A full disk, a folder that may not be written: the next run computes again.
        }
    }

    /// <summary>Puts a result at the head of a pack and keeps what stood there before.</summary>
    /// <param name="most">How many results the pack may hold.</param>
    public void Keep(string name, CacheKey key, ReadOnlyMemory<byte> result, int most)
    {
        var before = Open(name);
        var others = before.Keys.Where(other => other != key)
            .Select(other => (Key: other, Result: before.Find(other))).Where(entry => entry.Result is not null)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Result!.Value));
        Replace(name, [KeyValuePair.Create(key, result), .. others.Take(most - 1)]);
    }

    /// <summary>Drops what is past the bounds: old generations, the packs unchanged for longest, and what killed processes left behind.</summary>
    public void Trim()
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                return;
            }

            foreach (var old in new DirectoryInfo(top).GetDirectories().Where(one => IsGeneration(one.Name) && one.Name != Path.GetFileName(folder)).OrderByDescending(one => one.LastWriteTimeUtc).Skip(Generations - 1))
            {
                Remove(old);
            }

            var files = Packs(new(folder)).OrderByDescending(file => file.LastWriteTimeUtc).ToList();
            var kept = 0L;
            foreach (var file in files)
            {
                kept += file.Length;
                if (kept > MaximumBytes || (file.Extension == Unfinished && files[0].LastWriteTimeUtc - file.LastWriteTimeUtc > Abandoned))
                {
                    file.Delete();
                }
            }
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            // Another process trims too.
        }
    }

    /// <summary>Its packs go; the folder too, unless somebody keeps something else in it.</summary>
    private static void Remove(DirectoryInfo generation)
    {
        foreach (var file in Packs(generation))
        {
            file.Delete();
        }

        if (!generation.EnumerateFileSystemInfos().Any())
        {
            generation.Delete();
        }
    }

    private static IEnumerable<FileInfo> Packs(DirectoryInfo generation) => generation.GetFiles().Where(file => file.Extension is Extension or Unfinished);

    private static bool IsOfTheDisk(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;

    // The folder is named by the user, who may keep other things there.
    private static bool IsGeneration(string name) => name.Length == 2 * CacheKey.Size && name.All(char.IsAsciiHexDigitLower);

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Contract names come from folders that nobody has checked.
    private string FileOf(string name) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12)) + Extension);
}
