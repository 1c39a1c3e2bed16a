using System.Diagnostics;

namespace OpsRegistry.Tests.Architecture;

/// <summary>The repository's own files as git knows them, so that build output is never looked at.</summary>
internal static class SourceTree
{
    private static readonly Lazy<IReadOnlyList<string>> All = new(List);

    /// <summary>Every file that is tracked or would be, by path from the root.</summary>
    public static IReadOnlyList<string> Files => All.Value;

    /// <summary>The C# files below a folder.</summary>
    public static IEnumerable<string> Code(string folder) =>
        Files.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Golden.RepositoryRoot, path));

    /// <summary>The lines of code of a file, without comments.</summary>
    public static IEnumerable<string> CodeLines(string path) => Lines(path).Select(line => line.TrimStart()).Where(line => !line.StartsWith("//", StringComparison.Ordinal));

    private static IReadOnlyList<string> List()
    {
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "-c", "core.excludesFile=/dev/null", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Golden.RepositoryRoot,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return files.Where(path => File.Exists(Path.Combine(Golden.RepositoryRoot, path))).Distinct().Order(StringComparer.Ordinal).ToList();
    }
}
