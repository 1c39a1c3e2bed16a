using System.Reflection;

namespace OpsRegistry;

/// <summary>The files that a program brings along in one place of its assembly.</summary>
/// <param name="prefix">What their names begin with.</param>
internal sealed class EmbeddedFiles(Assembly assembly, string prefix)
{
    // A name that was made from a path on Windows has its slashes the other way.
    private readonly Lazy<SortedDictionary<string, string>> names = new(() => new(
        assembly.GetManifestResourceNames().Select(name => (Plain: name.Replace('\\', '/'), name)).Where(pair => pair.Plain.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(pair => pair.Plain[prefix.Length..], pair => pair.name, StringComparer.Ordinal),
        StringComparer.Ordinal));

    /// <summary>The files' names without the prefix, in ordinal order, with forward slashes.</summary>
    public IReadOnlyCollection<string> Names => names.Value.Keys;

    /// <summary>Whether there is a file of a name.</summary>
    public bool Holds(string name) => names.Value.ContainsKey(name);

    /// <summary>A file as text.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public string Text(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A file's bytes.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public byte[] Bytes(string name)
    {
        using var stream = Open(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private Stream Open(string name) => assembly.GetManifestResourceStream(names.Value[name])!;
}
