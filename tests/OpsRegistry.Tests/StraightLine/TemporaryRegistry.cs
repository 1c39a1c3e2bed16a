using System.Text;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>A copy of a registry with the schemas in a folder of its own, which no git checkout holds.</summary>
public sealed class TemporaryRegistry : IDisposable
{
    private TemporaryRegistry(string root) => Root = root;

    /// <summary>The folder that holds <c>ops-registry/</c>.</summary>
    public string Root { get; }

    /// <summary>A copy of the registry under tests/golden/harbour.</summary>
    public static TemporaryRegistry Golden() => Of(Path.Combine(Tests.Golden.RepositoryRoot, "tests", "golden", "harbour"));

    /// <summary>A copy of the repository's own registry.</summary>
    public static TemporaryRegistry Real() => Of(Tests.Golden.RepositoryRoot);

    /// <summary>A copy of the registry in a folder.</summary>
    public static TemporaryRegistry Of(string source)
    {
        var root = Directory.CreateTempSubdirectory("opsreg-").FullName;
        Copy(Path.Combine(source, "ops-registry"), Path.Combine(root, "ops-registry"));
        Copy(Path.Combine(Tests.Golden.RepositoryRoot, "schemas"), Path.Combine(root, "schemas"));
        return new(root);
    }

    /// <summary>The path of a file on disk.</summary>
    public string File(string path) => Path.Combine(Root, path);

    /// <summary>Writes a file.</summary>
    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(path))!);
        System.IO.File.WriteAllBytes(File(path), bytes);
    }

    /// <inheritdoc cref="Write(string, byte[])"/>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Replaces the one place in a file where a text stands.</summary>
    public void Replace(string path, string old, string replacement)
    {
        var text = System.IO.File.ReadAllText(File(path));
        if (text.Split(old).Length != 2)
        {
            throw new InvalidOperationException($"'{old}' does not stand exactly once in {path}");
        }

        Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Runs the command line on this copy, as a user would.</summary>
    public Ran Run(params string[] arguments) => CommandLine.Run([.. arguments, "--root", Root]);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }
    }
}
