using System.Diagnostics;

namespace OpsRegistry.Bench;

/// <summary>Runs git.</summary>
internal static class Git
{
    /// <summary>Runs a command in a folder.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed");
        }
    }
}
