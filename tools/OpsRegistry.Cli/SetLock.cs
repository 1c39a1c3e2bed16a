namespace OpsRegistry.Cli;

/// <summary>The list of a set, which one run holds at a time.</summary>
internal static class SetLock
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(10);

    private const int HeldOnLinux = 11, HeldOnMac = 35, HeldOnWindows = unchecked((int)0x80070020); // EWOULDBLOCK twice, ERROR_SHARING_VIOLATION

    /// <summary>Opens the list for this run alone; another run that holds it is waited for.</summary>
    /// <exception cref="IOException">The folder cannot be written, or the other run does not end.</exception>
    public static FileStream Open(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                if (new FileInfo(path).LinkTarget is not null)
                {
                    throw SetFolder.Foreign(path);
                }

                var opened = new FileStream(path, System.IO.FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
                if (Sources.FileStat.IsAt(path, opened))
                {
                    return opened;
                }

                opened.Dispose(); // the run before took it away between our opening and our lock
            }
            catch (IOException refused) when (IsHeld(refused) && waited < LongestWait)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Whether another run holds the file. The system's own word for it: asking whether the file is there comes too late, the other may have ended meanwhile.</summary>
    private static bool IsHeld(IOException refused) => refused.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows;
}
