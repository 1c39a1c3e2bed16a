using System.Security.Cryptography;

namespace OpsRegistry.Cli;

/// <summary>
/// The list that a folder keeps of the files written into it, each with its digest: what is in the list and has not been touched since
/// may be replaced or removed, anything else is somebody's and may not.
/// </summary>
/// <param name="head">Its first line: who wrote it.</param>
internal sealed class WrittenFiles(string root, string name, string head)
{
    /// <summary>True where the folder has the list.</summary>
    public bool Exists => File.Exists(Path.Combine(root, name));

    /// <summary>A file's digest.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>What the list holds; it is a file that anybody may have edited, so only plain paths below the folder are taken from it.</summary>
    public List<(string Path, string Digest)> Read() => !Exists
        ? []
        : File.ReadAllLines(Path.Combine(root, name))
            .Select(line => line.Split("  ", 2))
            .Where(parts => parts.Length == 2 && parts[0].Length == 64 && IsInside(parts[1]))
            .Select(parts => (parts[1], parts[0]))
            .ToList();

    /// <summary>The list's name.</summary>
    public string Name => name;

    /// <summary>Writes the list.</summary>
    public void Write(IEnumerable<(string Path, string Digest)> files) => AtomicFile.Write(Path.Combine(root, name), BytesOf(files));

    /// <summary>The list as it is written.</summary>
    public byte[] BytesOf(IEnumerable<(string Path, string Digest)> files)
    {
        var lines = files.Distinct().OrderBy(file => file.Path, StringComparer.Ordinal).ThenBy(file => file.Digest, StringComparer.Ordinal).Select(file => $"{file.Digest}  {file.Path}");
        return Encoding.UTF8.GetBytes(head + "\n" + string.Join('\n', lines) + "\n");
    }

    /// <summary>True for a plain path that leads below the folder.</summary>
    public static bool IsInside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && path.Split('/').All(step => step.Length > 0 && step is not "." and not ".." && !step.Contains('\\', StringComparison.Ordinal));
}
