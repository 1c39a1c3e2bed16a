using System.Diagnostics;

namespace OpsRegistry.Cli;

/// <summary>Starts the git program, which a few verbs need beside the library that reads repositories.</summary>
internal static class GitProgram
{
    /// <summary>Starts it.</summary>
    /// <exception cref="RepositoryFault">There is no such program.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw Missing();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw Missing();
        }
    }

    private static RepositoryFault Missing() => new(new("找不到 git 程序：安装 git，或把它放进 PATH", "there is no git program: install git, or put it on PATH"));
}
