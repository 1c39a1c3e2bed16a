using System.Diagnostics;

namespace OpsRegistry.Cli;

/// <summary>Asks git which commit the registry's files are.</summary>
public static class GitHead
{
    /// <summary>
    /// The commit checked out, 40 hexadecimal digits; null where there is none, git is missing, or files that decide figures
    /// differ from it.
    /// </summary>
    public static string? CleanCommit(string root) =>
        Run(root, "status", "--porcelain", "--untracked-files=all", "--", "ops-registry", "schemas", "tools") is "" &&
        Run(root, "rev-parse", "--verify", "HEAD") is { Length: 40 } commit
            ? commit
            : null;

    private static string? Run(string root, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
