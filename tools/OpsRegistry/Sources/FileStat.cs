using System.Runtime.InteropServices;

namespace OpsRegistry.Sources;

/// <summary>What the system says of a file without opening it. .NET shows pipes, sockets and devices as empty files, and opening a pipe waits for ever.</summary>
/// <param name="Kind">What it is; a regular file where the system cannot be asked.</param>
/// <param name="Size">Its size in bytes; 0 for what is no file, or no longer there.</param>
/// <param name="Stamp">What changes whenever its bytes or its name do; null where the system does not tell.</param>
internal readonly record struct FileStat(SourceEntryKind Kind, long Size, FileStamp? Stamp)
{
    private const int WorkingDirectory = -100; // AT_FDCWD
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    private const int OfTheHandle = 0x1000; // AT_EMPTY_PATH
    private const uint Wanted = 0x1 | 0x40 | 0x80 | 0x100 | 0x200; // STATX_TYPE, STATX_MTIME, STATX_CTIME, STATX_INO, STATX_SIZE
    private const int ResultSize = 256; // statx has one layout on every architecture
    private const int ModeOffset = 28; // stx_mode
    private const int InodeOffset = 32; // stx_ino
    private const int SizeOffset = 40; // stx_size
    private const int ChangedOffset = 96; // stx_ctime
    private const int ModifiedOffset = 112; // stx_mtime
    private const int NanosecondsOffset = 8; // within a time
    private const long NanosecondsOfASecond = 1_000_000_000;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Link = 0xA000;

    /// <summary>Asks the system about a path; a link is told of itself, not of what it points at.</summary>
    public static FileStat Ask(string path) => OperatingSystem.IsLinux() && AskLinux(WorkingDirectory, path, NoFollow) is { } told ? told : AskFramework(path);

    /// <summary>Asks about a name in a folder that is open: the system need not find its way there again. A link is told of itself.</summary>
    /// <param name="name">The name in UTF-8, before a zero byte.</param>
    public static FileStat Ask(OpenFolder folder, ReadOnlySpan<byte> name) =>
        folder.Descriptor is { } descriptor && AskLinux(descriptor, ref MemoryMarshal.GetReference(name), NoFollow) is { } told ? told : Ask(Path.Combine(folder.Path, Encoding.UTF8.GetString(name)));

    /// <summary>Whether a path still leads to the file that is open: it could have been taken away, and another put in its place, since. Where the system does not tell, whether anything is there.</summary>
    public static bool IsAt(string path, FileStream opened)
    {
        var handle = opened.SafeFileHandle;
        return OperatingSystem.IsLinux() && AskLinux((int)handle.DangerousGetHandle(), "", OfTheHandle) is { Stamp: { } stamp }
            ? Ask(path).Stamp?.Inode == stamp.Inode
            : File.Exists(path);
    }

    private static FileStat? AskLinux(int directory, string path, int flags)
    {
        var length = Encoding.UTF8.GetMaxByteCount(path.Length) + 1;
        var name = length <= 1024 ? stackalloc byte[length] : new byte[length];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        return AskLinux(directory, ref MemoryMarshal.GetReference(name), flags);
    }

    private static FileStat? AskLinux(int directory, ref byte path, int flags)
    {
        Span<byte> result = stackalloc byte[ResultSize];
        try
        {
            if (Statx(directory, ref path, flags, Wanted, ref MemoryMarshal.GetReference(result)) != 0 || (BitConverter.ToUInt32(result) & Wanted) != Wanted)
            {
                return null;
            }
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }

        var kind = (BitConverter.ToUInt16(result[ModeOffset..]) & TypeMask) switch
        {
            Regular => SourceEntryKind.File,
            Link => SourceEntryKind.SymbolicLink,
            _ => SourceEntryKind.Special,
        };
        return new(kind, kind == SourceEntryKind.File ? BitConverter.ToInt64(result[SizeOffset..]) : 0, new(Time(result, ChangedOffset), Time(result, ModifiedOffset), BitConverter.ToInt64(result[InodeOffset..])));
    }

    private static FileStat AskFramework(string path)
    {
        var file = new FileInfo(path);
        var attributes = file.Attributes; // All bits are set when nothing is there.
        return attributes != (FileAttributes)(-1) && attributes.HasFlag(FileAttributes.ReparsePoint)
            ? new(SourceEntryKind.SymbolicLink, 0, null)
            : new(SourceEntryKind.File, file.Exists ? file.Length : 0, null);
    }

    private static long Time(ReadOnlySpan<byte> result, int offset) =>
        BitConverter.ToInt64(result[offset..]) * NanosecondsOfASecond + BitConverter.ToUInt32(result[(offset + NanosecondsOffset)..]);

    [DllImport("libc", EntryPoint = "statx", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int directory, ref byte path, int flags, uint mask, ref byte result);
}

/// <summary>What changes whenever a file's bytes or its name do. The time of change is the system's own: unlike the time of writing, nobody can set it back.</summary>
/// <param name="Changed">When anything of the file was changed, in nanoseconds since 1970.</param>
/// <param name="Written">When its bytes were written, in nanoseconds since 1970.</param>
/// <param name="Inode">The number that the file system gives it.</param>
internal readonly record struct FileStamp(long Changed, long Written, long Inode);
