using System.IO.Compression;

namespace OpsRegistry.Sources;

/// <summary>A file that somebody hands in.</summary>
/// <param name="Name">Its name as it was given, with the folders it stood in; forward slashes.</param>
internal sealed record HandedFile(string Name, byte[] Bytes);

/// <summary>
/// The files of a folder or a zip that somebody hands in: as many and as large as evidence may be. Links are refused and never followed, and no name
/// leads out of the folder. What systems leave behind is passed over.
/// </summary>
internal static class HandedFiles
{
    /// <summary>The most files that are taken at once.</summary>
    public const int MostFiles = 1000;

    /// <summary>The most bytes that they may have together.</summary>
    public const long LargestWhole = 200L * 1024 * 1024;

    private const int MostEntries = 10 * MostFiles; // folders count, and so does what systems leave behind
    private const int SymbolicLink = 0xA000; // what a zip made on Unix keeps of a file's mode
    private const int FileTypeBits = 0xF000;

    private static readonly string[] LeftBehind = [".DS_Store", "Thumbs.db", "desktop.ini", "ehthumbs.db"];

    /// <summary>Reads a file, the files of a folder, or those of a zip.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="largest">The most bytes that one file may have.</param>
    /// <param name="unpacks">Whether a zip is taken for its contents; else it is a file like others.</param>
    /// <returns>The files by name, or why none is taken.</returns>
    public static (IReadOnlyList<HandedFile> Files, Text? Refusal) Read(string path, long largest, bool unpacks)
    {
        var files = new List<HandedFile>();
        try
        {
            var taken = new Taken(files, largest);
            if (Directory.Exists(path))
            {
                ReadFolder(new DirectoryInfo(path), "", taken);
            }
            else if (unpacks && Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            {
                ReadZip(ReadWhole(path), taken);
            }
            else
            {
                ReadFile(new FileInfo(path), Path.GetFileName(path), taken);
            }
        }
        catch (RefusedException refused)
        {
            return ([], refused.Words);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or NotSupportedException or ArgumentException)
        {
            return ([], new($"“{path}”不是可读的压缩包", $"'{path}' is no zip that can be read"));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return ([], new($"“{path}”无法读取", $"'{path}' cannot be read"));
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return (files, null);
    }

    /// <summary>True for what a system leaves in folders and zips and nobody means.</summary>
    public static bool IsLeftBehind(string name) =>
        name.Split('/') is var steps && (steps.Contains("__MACOSX", StringComparer.Ordinal) || LeftBehind.Contains(steps[^1], StringComparer.OrdinalIgnoreCase) || steps[^1].StartsWith("~$", StringComparison.Ordinal) || steps[^1].StartsWith("._", StringComparison.Ordinal));

    private static void ReadFolder(DirectoryInfo folder, string below, Taken taken)
    {
        foreach (var found in folder.GetFileSystemInfos().OrderBy(found => found.Name, StringComparer.Ordinal))
        {
            var name = below + found.Name;
            if (found.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                throw IsLink(name);
            }

            if (found is DirectoryInfo inner)
            {
                ReadFolder(inner, name + "/", taken);
            }
            else
            {
                ReadFile((FileInfo)found, name, taken);
            }
        }
    }

    private static void ReadFile(FileInfo file, string name, Taken taken)
    {
        if (file.Attributes != (FileAttributes)(-1) && file.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            throw IsLink(name);
        }

        if (FileStat.Ask(file.FullName).Kind == SourceEntryKind.Special)
        {
            throw new RefusedException(new($"“{name}”不是普通文件", $"'{name}' is no regular file"));
        }

        using var stream = file.OpenRead();
        taken.Add(name, stream);
    }

    private static byte[] ReadWhole(string path) => new FileInfo(path).Length > LargestWhole
        ? throw new RefusedException(new($"“{path}”超过 {LargestWhole / 1024 / 1024} MB", $"'{path}' has more than {LargestWhole / 1024 / 1024} MB"))
        : File.ReadAllBytes(path);

    private static void ReadZip(byte[] file, Taken taken)
    {
        if (SentZip.HasMoreThan(MostEntries, file))
        {
            throw new RefusedException(new($"压缩包里超过 {MostEntries} 项", $"the zip has more than {MostEntries} entries"));
        }

        using var archive = SentZip.Open(file, MostEntries, Encoding.Latin1);
        foreach (var entry in archive.Entries)
        {
            var name = NameOf(entry.FullName).Replace('\\', '/');
            if (name.EndsWith('/'))
            {
                continue;
            }

            if (((entry.ExternalAttributes >> 16) & FileTypeBits) == SymbolicLink)
            {
                throw IsLink(name);
            }

            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Any(step => step is "" or "." or ".."))
            {
                throw new RefusedException(new($"压缩包里的“{name}”指向包外", $"'{name}' in the zip leads out of it"));
            }

            if (entry.IsEncrypted)
            {
                throw new RefusedException(new($"压缩包里的“{name}”有密码", $"'{name}' in the zip has a password"));
            }

            using var content = entry.Open();
            taken.Add(name, content);
        }
    }

    // A zip from Windows in China has its names in GBK, one from a Mac in UTF-8, and neither says so.
    private static string NameOf(string name)
    {
        if (name.All(char.IsAscii) || name.Any(letter => letter > '\xff'))
        {
            return name;
        }

        var bytes = Encoding.Latin1.GetBytes(name);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(bytes);
        }
    }

    private static RefusedException IsLink(string name) => new(new($"“{name}”是链接，不是文件", $"'{name}' is a link and no file"));

    /// <summary>What was read so far, under the limits; sizes that a zip declares are not believed.</summary>
    private sealed class Taken(List<HandedFile> files, long largest)
    {
        private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        private long whole;

        public void Add(string name, Stream content)
        {
            if (IsLeftBehind(name))
            {
                return;
            }

            if (!names.Add(name))
            {
                throw new RefusedException(new($"“{name}”有两个", $"'{name}' is there twice"));
            }

            if (files.Count == MostFiles)
            {
                throw new RefusedException(new($"文件超过 {MostFiles} 个", $"there are more than {MostFiles} files"));
            }

            using var buffer = new MemoryStream();
            var part = new byte[1 << 16];
            for (int read; (read = content.Read(part, 0, part.Length)) > 0;)
            {
                buffer.Write(part, 0, read);
                whole += read;
                if (buffer.Length > largest)
                {
                    throw new RefusedException(new($"“{name}”超过 {largest / 1024 / 1024} MB", $"'{name}' has more than {largest / 1024 / 1024} MB"));
                }

                if (whole > LargestWhole)
                {
                    throw new RefusedException(new($"文件合计超过 {LargestWhole / 1024 / 1024} MB", $"the files have more than {LargestWhole / 1024 / 1024} MB together"));
                }
            }

            files.Add(new(name, buffer.ToArray()));
        }
    }

    private sealed class RefusedException(Text words) : Exception(words.En)
    {
        public Text Words { get; } = words;
    }
}
