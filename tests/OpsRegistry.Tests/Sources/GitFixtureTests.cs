using OpsRegistry.Sources.Git;
using Xunit;

namespace OpsRegistry.Tests.Sources;

/// <summary>The repositories that tests build are repositories, and the same ones every time.</summary>
public sealed class GitFixtureTests
{
    [Fact]
    public void The_same_steps_give_the_same_ids()
    {
        using var one = Built();
        using var other = Built();
        Assert.Equal("06deabae346ceef84deef2222474b4fd6758e723", one.Head);
        Assert.Equal(one.Head, other.Head);
    }

    [Fact]
    public void The_product_reads_what_was_built()
    {
        using var built = Built();
        using var git = GitRepository.At(built.Root)!;
        Assert.Equal(["Merge request", "Two", "One"], git.FirstParents(git.Head!).Select(commit => commit.Summary));
        Assert.False(git.IsShallow);
        built.CheckOut();
        Assert.False(git.HasChanges("ops-registry"));
        Assert.Equal("3\n", File.ReadAllText(Path.Combine(built.Root, "ops-registry/a.yaml")));
    }

    [Fact]
    public void A_repository_that_was_cut_off_says_so()
    {
        using var built = Built().CutOff();
        using var git = GitRepository.At(built.Root)!;
        Assert.True(git.IsShallow);
    }

    private static GitFixture Built()
    {
        var fixture = GitFixture.Empty();
        fixture.Write("ops-registry/a.yaml", "1\n").Commit("One");
        fixture.StartBranch("request").Write("ops-registry/a.yaml", "3\n").Commit("Three");
        fixture.SwitchTo("main").Write("ops-registry/b.yaml", "2\n").Commit("Two");
        fixture.Merge("request");
        return fixture;
    }
}
