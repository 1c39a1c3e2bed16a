using System.Runtime.InteropServices;

namespace OpsRegistry.Sources;

/// <summary>What is asked of Linux itself, without the framework's objects between: a hundred thousand files are opened, read and closed.</summary>
internal static class SystemCalls
{
    /// <summary>Not handed on to programs that are started (O_CLOEXEC).</summary>
    public const int NotHandedOn = 0x80000;

    /// <summary>Opening waits for nobody, whatever stands at the path: a pipe would wait for ever (O_NONBLOCK).</summary>
    public const int AtOnce = 0x800;

    /// <summary>Opens a file or folder to read from it.</summary>
    /// <returns>The system's number for it; below 0 where it cannot be opened, or the system is not one of those that are asked.</returns>
    public static int Opened(string path, int flags)
    {
        try
        {
            return OperatingSystem.IsLinux() ? Open(path, flags | NotHandedOn) : -1;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return -1;
        }
    }

    /// <summary>The next bytes of an open file.</summary>
    /// <returns>How many they are; below 0 where they cannot be read.</returns>
    public static nint Next(int descriptor, Span<byte> buffer) => Read(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length);

    /// <summary>The next entries of an open folder, as many as there is room for.</summary>
    /// <returns>How many bytes they are, none at the end; below 0 where they cannot be listed.</returns>
    public static nint Listed(int descriptor, Span<byte> buffer)
    {
        try
        {
            return GetDirectoryEntries(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length);
        }
        catch (EntryPointNotFoundException)
        {
            return -1;
        }
    }

    /// <summary>Closes what was opened.</summary>
    public static void Closed(int descriptor) => _ = Close(descriptor);

    [DllImport("libc", EntryPoint = "open", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "read", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Read(int descriptor, ref byte buffer, nint length);

    [DllImport("libc", EntryPoint = "getdents64", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint GetDirectoryEntries(int descriptor, ref byte buffer, nint length);

    [DllImport("libc", EntryPoint = "close", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
