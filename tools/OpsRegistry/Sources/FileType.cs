using System.Runtime.InteropServices;

namespace OpsRegistry.Sources;

/// <summary>Tells pipes, sockets and devices from files. .NET shows them as empty files, and opening a pipe waits for ever.</summary>
internal static class FileType
{
    private const int WorkingDirectory = -100; // AT_FDCWD
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    private const uint TypeOnly = 1; // STATX_TYPE
    private const int ResultSize = 256;
    private const int ModeOffset = 28; // stx_mode: statx has one layout on every architecture
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Whether a path is neither a regular file nor unknown. Where the system cannot be asked, it is taken for regular.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var result = new byte[ResultSize];
            var asked = Statx(WorkingDirectory, Encoding.UTF8.GetBytes(path + '\0'), NoFollow, TypeOnly, result);
            return asked == 0 && (BitConverter.ToUInt16(result, ModeOffset) & TypeMask) != Regular;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int directory, byte[] path, int flags, uint mask, [Out] byte[] result);
}
