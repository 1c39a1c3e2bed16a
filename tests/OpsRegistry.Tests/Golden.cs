using System.Text;
using Xunit;

namespace OpsRegistry.Tests;

/// <summary>Compares an output with a file under tests/golden; with <c>OPSREG_BLESS=1</c> it writes the file instead. Read the diff before it is committed.</summary>
public static class Golden
{
    /// <summary>The repository's root: the nearest folder above the tests' own that holds global.json.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>Fails unless the output is the golden file, character by character.</summary>
    /// <param name="path">Path below tests/golden with forward slashes.</param>
    /// <param name="actual">The output.</param>
    public static void Matches(string path, string actual)
    {
        var file = Path.Combine(RepositoryRoot, "tests", "golden", path);
        if (Environment.GetEnvironmentVariable("OPSREG_BLESS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(File.Exists(file), $"tests/golden/{path} does not exist; run the tests once with OPSREG_BLESS=1 and read what they write");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("no global.json above the tests");
    }
}
