using OpsRegistry.Loading.Schemas;
using OpsRegistry.Tests.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A registry of one's own begins in an empty folder, far from this repository.</summary>
public sealed class InitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_new_registry_is_without_a_finding_and_its_verbs_work_at_once()
    {
        Assert.Equal(0, Run("init", folder.Path).Exit);
        var check = Run("check", "--root", folder.Path, "--lang", "en");
        Assert.True(check.Exit == 0, check.Output + check.Error);
        var score = Run("score", "--root", folder.Path, "--as-of", "2026-03-31", "--lang", "en");
        Assert.Equal(0, score.Exit);
        Assert.Contains("example-2026", score.Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("schemas", "--root", folder.Path).Exit);
        Assert.Equal(0, Run("publish", "--root", folder.Path, "--as-of", "2026-03-31").Exit % 3);
    }

    [Fact]
    public void It_works_without_schemas_of_its_own_and_writes_them_again_when_asked()
    {
        Run("init", folder.Path);
        Directory.Delete(Path.Combine(folder.Path, "schemas"), recursive: true);
        Assert.Equal(0, Run("check", "--root", folder.Path).Exit);
        Assert.Equal(1, Run("schemas", "--root", folder.Path).Exit);
        Assert.Equal(0, Run("schemas", "--write", "--root", folder.Path).Exit);
        Assert.Equal(0, Run("schemas", "--root", folder.Path).Exit);
    }

    [Fact]
    public void What_stands_in_the_folder_is_never_written_over()
    {
        File.WriteAllText(Path.Combine(folder.Path, "README.md"), "ours");
        Assert.Equal(2, Run("init", folder.Path).Exit);
        Assert.Equal(["README.md"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.Equal("ours", File.ReadAllText(Path.Combine(folder.Path, "README.md")));
    }

    [Fact]
    public void The_tool_brings_along_the_committed_schemas() => Assert.Equal(SchemaFiles.Texts.OrderBy(file => file.Key, StringComparer.Ordinal), EmbeddedSchemas.Texts);

    public void Dispose() => folder.Dispose();

    private static Outcome Run(params string[] arguments) => CommandLine.RunAnywhere(arguments);
}
