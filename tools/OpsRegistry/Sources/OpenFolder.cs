using System.Runtime.InteropServices;

namespace OpsRegistry.Sources;

/// <summary>A folder that stays open while its files are asked about, so that the system need not find its way there for each. Where it cannot be opened so, it is its path alone.</summary>
internal sealed class OpenFolder : IDisposable
{
    private const int AsPlace = 0x200000 | 0x80000; // O_PATH, O_CLOEXEC: not to be read from, and not handed on

    private readonly int descriptor = -1;

    /// <summary>Opens a folder.</summary>
    public OpenFolder(string path)
    {
        Path = path;
        if (OperatingSystem.IsLinux())
        {
            descriptor = Opened(path);
        }
    }

    public string Path { get; }

    /// <summary>The system's number for it; null where it has none.</summary>
    public int? Descriptor => descriptor >= 0 ? descriptor : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (descriptor >= 0)
        {
            _ = Close(descriptor);
        }
    }

    private static int Opened(string path)
    {
        try
        {
            return Open(path, AsPlace);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return -1;
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "close", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
