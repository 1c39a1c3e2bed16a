using LibGit2Sharp;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A registry is any folder of any repository: its findings and verdicts do not depend on where it stands.</summary>
public sealed class RegistryPlacesTests : IDisposable
{
    private const string Incident = "ops-registry/contracts/example-2026/records/2026/01/incident-2026-0001.yaml";

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("check", "--format", "json")]
    [InlineData("score", "--as-of", "2026-03-31")]
    [InlineData("list", "incident")]
    public void A_registry_below_a_larger_repository_says_the_same_of_every_commit(params string[] arguments)
    {
        using var alone = Registry("");
        using var below = Registry("office/registry/");
        var expected = alone.Run([.. arguments, "--at", "change"]);
        var found = CommandLine.RunOn(Path.Combine(below.Root, "office/registry"), [.. arguments, "--at", "change"]);
        Assert.Equal((expected.Exit, expected.Output), (found.Exit, found.Output.Replace(below.Head, alone.Head, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_change_is_judged_the_same_below_a_larger_repository_and_what_is_beside_it_does_not_count()
    {
        using var alone = Registry("");
        using var below = Registry("office/registry/");
        below.SwitchTo("change").Write("elsewhere/notes.txt", "not ours\n").Write("ops-registry/registry.yaml", "not ours either\n").Commit("Beside");
        string[] review = ["review", "--base", "main", "--head", "change", "--merged-at", "2026-03-01", "--lang", "en"];
        var expected = alone.Run(review);
        var found = CommandLine.RunOn(Path.Combine(below.Root, "office/registry"), review);
        Assert.Equal((1, expected.Exit), (found.Exit, expected.Exit));
        Assert.Equal(Told(expected), Told(found));
        Assert.Contains("OPS6", found.Output, StringComparison.Ordinal);
    }

    /// <summary>All but the line that names the two commits.</summary>
    private static IEnumerable<string> Told(Outcome review) => review.Lines.Where(line => !line.StartsWith("  Compared ", StringComparison.Ordinal));

    [Fact]
    public void A_repository_of_which_nothing_is_checked_out_says_the_same()
    {
        using var alone = Registry("");
        Repository.Clone(alone.Root, folder.Path, new CloneOptions { IsBare = true });
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "ops-registry")));
        var expected = alone.Run("check", "--at", alone.Head);
        var found = CommandLine.RunOn(folder.Path, "check", "--at", alone.Head);
        Assert.Equal((expected.Exit, expected.Output), (found.Exit, found.Output));
        Assert.Equal(2, CommandLine.RunOn(folder.Path, "check").Exit);
    }

    [Fact]
    public void A_registry_below_the_root_of_a_repository_of_which_nothing_is_checked_out_says_the_same()
    {
        using var alone = Registry("");
        using var below = Registry("office/registry/");
        Repository.Clone(below.Root, folder.Path, new CloneOptions { IsBare = true });
        var expected = alone.Run("check", "--at", alone.Head, "--format", "json");
        var found = CommandLine.RunOn(Path.Combine(folder.Path, "office", "registry"), "check", "--at", below.Head, "--format", "json");
        Assert.Equal((expected.Exit, expected.Output), (found.Exit, found.Output.Replace(below.Head, alone.Head, StringComparison.Ordinal)));
        Assert.NotEqual(0, CommandLine.RunOn(Path.Combine(folder.Path, "office", "elsewhere"), "check", "--at", below.Head).Exit);
    }

    [Fact]
    public void A_folder_that_a_repository_ignores_stands_in_none()
    {
        using var git = GitFixture.Empty();
        git.Write(".gitignore", "/mine/\n").Commit("One");
        git.CheckOut();
        CommandLine.RunOn(git.Root, "init", Path.Combine(git.Root, "mine"));
        Assert.Equal(0, CommandLine.RunOn(Path.Combine(git.Root, "mine"), "check").Exit);
        Assert.Contains("stands in no git repository", CommandLine.RunOn(Path.Combine(git.Root, "mine"), "check", "--at", "main", "--lang", "en").Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        folder.Dispose();
    }

    /// <summary>The example, at a repository's root or below; the branch <c>change</c> breaks a record.</summary>
    private static GitFixture Registry(string below)
    {
        using var example = GitFixture.Example();
        example.CheckOut();
        var git = GitFixture.Empty();
        foreach (var file in Directory.GetFiles(example.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(example.Root, file).Replace('\\', '/')).Where(file => !file.StartsWith(".git/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            git.Write(below + file, File.ReadAllBytes(Path.Combine(example.Root, file)));
        }

        git.Commit("One");
        git.StartBranch("change").Replace(below + Incident, "reportedAt: 2026-01-08T", "reportedAt: 2026-01-09T").Commit("Two");
        git.SwitchTo("main").CheckOut();
        git.SwitchTo("change");
        return git;
    }
}
