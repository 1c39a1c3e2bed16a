using System.Security.Cryptography;

namespace OpsRegistry.Sources.Cache;

/// <summary>
/// Results on disk, in a few packs. Losing it costs time and nothing else: what cannot be read is not there, what cannot be written
/// is left unwritten. A pack is written beside its place and renamed, so that processes at once see a whole old or a whole new one.
/// All packs together stay within a bound: those that were used longest ago go first, those of this run never; a run whose own packs reach the bound keeps no more.
/// </summary>
internal sealed class ResultCache
{
    private const int Generations = 4;
    private const long DefaultBytes = 2L * 1024 * 1024 * 1024; // some 1,700,000 records
    private const long MaximumPackBytes = 512L * 1024 * 1024;
    private const int Spare = 8; // the part of the bound that is left to what is dear to make again
    private const string Extension = ".pack";
    private const string Unfinished = ".tmp";

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);
    private static readonly TimeSpan UseCounted = TimeSpan.FromHours(1); // so often a pack that is only read is marked as used

    private readonly string top;
    private readonly string folder;
    private readonly DateTime? now;
    private readonly long maximumBytes;
    private readonly Dictionary<string, long> own = new(StringComparer.Ordinal); // the packs that this run has used, by file, with their bytes
    private long ownBytes;
    private bool hasWritten;

    /// <summary>Results in a folder; nothing is read or written yet.</summary>
    /// <param name="top">The cache folder. It is made when the first pack is written.</param>
    /// <param name="generation">What all results depend on: the tool's own code, and the schemas. Results of another generation are never seen.</param>
    /// <param name="now">When this run is, for the order in which packs were used; null where reading one does not count.</param>
    /// <param name="maximumBytes">How many bytes all packs may have together.</param>
    public ResultCache(string top, CacheKey generation, Instant? now = null, long maximumBytes = DefaultBytes)
    {
        Span<byte> bytes = stackalloc byte[CacheKey.Size];
        generation.Write(bytes);
        this.top = top;
        this.now = now?.ToDateTimeUtc();
        this.maximumBytes = maximumBytes;
        folder = Path.Combine(top, Convert.ToHexStringLower(bytes));
    }

    /// <summary>Whether there is a pack of a name.</summary>
    public bool Has(string name) => File.Exists(FileOf(name));

    /// <summary>The pack of a name, as it is now.</summary>
    public Pack Open(string name)
    {
        try
        {
            var file = new FileInfo(FileOf(name));
            if (!file.Exists)
            {
                return Pack.Empty;
            }

            var bytes = File.ReadAllBytes(file.FullName);
            Use(file.FullName, bytes.Length);
            if (now is { } used && used - file.LastWriteTimeUtc > UseCounted)
            {
                file.LastWriteTimeUtc = used;
            }

            return Pack.Read(bytes);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            return Pack.Empty;
        }
    }

    /// <summary>Puts a pack in the place of the one of its name; of the results as many as there is room for, the first ones first.</summary>
    /// <param name="isSpare">True for what costs little to make again: it leaves room for the rest.</param>
    public void Replace(string name, IReadOnlyList<KeyValuePair<CacheKey, ReadOnlyMemory<byte>>> entries, bool isSpare = false)
    {
        var room = Math.Min(MaximumPackBytes, RoomFor(FileOf(name), isSpare ? maximumBytes - (maximumBytes / Spare) : maximumBytes));
        var fitting = entries.TakeWhile(entry => (room -= Pack.SizeOf(entry.Value)) >= 0).ToList();
        if (fitting.Count == 0)
        {
            return;
        }

        try
        {
            MakeFolder();
            var temporary = Path.Combine(folder, Path.GetRandomFileName() + Unfinished);
            try
            {
                var bytes = Pack.BytesOf(fitting);
                File.WriteAllBytes(temporary, bytes);
                Use(FileOf(name), bytes.Length);
                File.Move(temporary, FileOf(name), overwrite: true);
                hasWritten = true;
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

    /// <summary>A result that was kept under a name; null where it is not, or no longer.</summary>
    public ReadOnlyMemory<byte>? Find(string name, CacheKey key) => Open(name).Find(key) is { Length: 1 } place ? Open(PlaceOf(name, place.Span[0])).Find(key) : null;

    /// <summary>Keeps a result under a name, with those that were kept last. Each has a pack of its own, so that none of the others is read or written for it; the pack of the name says which.</summary>
    /// <param name="most">How many results are kept under the name, at most 256.</param>
    public void Keep(string name, CacheKey key, ReadOnlyMemory<byte> result, int most)
    {
        var before = Open(name);
        var others = before.Keys.Where(other => other != key)
            .Select(other => (Key: other, Place: before.Find(other))).Where(entry => entry.Place is { Length: 1 })
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Place!.Value)).Take(most - 1).ToList();
        var free = (byte)Enumerable.Range(0, most).First(place => others.TrueForAll(other => other.Value.Span[0] != place));
        Replace(PlaceOf(name, free), [KeyValuePair.Create(key, result)]);
        Replace(name, [KeyValuePair.Create(key, new ReadOnlyMemory<byte>([free])), .. others]);
    }

    /// <summary>Drops what is past the bounds, if this run has written anything: old generations, the packs used longest ago, and what killed processes left behind.</summary>
    public void Trim()
    {
        try
        {
            if (!hasWritten)
            {
                return;
            }

            var generations = new DirectoryInfo(top).GetDirectories().Where(one => IsGeneration(one.Name)).OrderByDescending(one => one.Name == Path.GetFileName(folder)).ThenByDescending(one => one.LastWriteTimeUtc).ToList();
            generations.Skip(Generations).ToList().ForEach(Remove);
            var files = generations.Take(Generations).SelectMany(Packs).OrderByDescending(file => own.ContainsKey(file.FullName)).ThenByDescending(file => file.LastWriteTimeUtc).ToList();
            var newest = files.Max(file => file.LastWriteTimeUtc);
            var kept = 0L;
            foreach (var file in files)
            {
                kept += file.Length;
                if (file.Extension == Unfinished ? newest - file.LastWriteTimeUtc > Abandoned : kept > maximumBytes && !own.ContainsKey(file.FullName))
                {
                    kept -= file.Length;
                    file.Delete();
                }
            }
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            // Another process trims too.
        }
    }

    private void Use(string file, long bytes)
    {
        lock (own)
        {
            ownBytes += bytes - own.GetValueOrDefault(file);
            own[file] = bytes;
        }
    }

    private long RoomFor(string file, long limit)
    {
        lock (own)
        {
            return limit - Pack.HeaderSize - (ownBytes - own.GetValueOrDefault(file));
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

    private static string PlaceOf(string name, byte place) => string.Create(CultureInfo.InvariantCulture, $"{name}/{place}");

    // Contract names come from folders that nobody has checked.
    private string FileOf(string name) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12)) + Extension);
}
