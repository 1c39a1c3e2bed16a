using System.Globalization;
using OpsRegistry.Sources;

namespace OpsRegistry.Tests.Rules;

/// <summary>
/// The small registry of tests/cases/base with a case's files laid over it. <c>name.removed</c> takes a file away; <c>name.bytes</c> makes one
/// from lines of hexadecimal, each perhaps with <c>* count</c>, for bytes that cannot stand in git as text.
/// </summary>
internal sealed class CaseSource : IRegistrySource
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    private CaseSource()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries => files.Select(file => new SourceEntry(file.Key, SourceEntryKind.File)).ToList();

    /// <inheritdoc/>
    public long SizeOf(SourceEntry entry) => files[entry.Path].Length;

    /// <inheritdoc/>
    public byte[]? Read(SourceEntry entry) => files.GetValueOrDefault(entry.Path);

    /// <summary>The files of some folders, each laid over those before it.</summary>
    public static CaseSource Over(params IReadOnlyList<string?> folders)
    {
        var source = new CaseSource();
        foreach (var folder in folders.OfType<string>().Where(Directory.Exists))
        {
            source.Lay(folder);
        }

        return source;
    }

    /// <summary>The git blob ids of the files, by path.</summary>
    public IReadOnlyDictionary<string, string> Blobs => files.ToDictionary(file => file.Key, file => BlobId.Compute(file.Value), StringComparer.Ordinal);

    private void Lay(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!path.StartsWith("ops-registry/", StringComparison.Ordinal))
            {
                continue; // expected.txt
            }

            if (path.EndsWith(".removed", StringComparison.Ordinal))
            {
                files.Remove(path[..^".removed".Length]);
            }
            else if (path.EndsWith(".bytes", StringComparison.Ordinal))
            {
                files[path[..^".bytes".Length]] = Made(File.ReadAllLines(file));
            }
            else
            {
                files[path] = File.ReadAllBytes(file);
            }
        }
    }

    private static byte[] Made(IEnumerable<string> recipe) =>
        (from line in recipe
         where line.Length > 0
         let parts = line.Split(" * ")
         let bytes = Convert.FromHexString(parts[0].Replace(" ", "", StringComparison.Ordinal))
         from again in Enumerable.Range(0, parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1)
         from value in bytes
         select value).ToArray();
}
