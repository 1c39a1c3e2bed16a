using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;
using Xunit;

namespace OpsRegistry.Tests.Sources;

public sealed class CommitSourceTests
{
    [Fact]
    public void The_same_bytes_give_the_same_findings_and_scores_from_work_tree_and_commit()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        using var repository = GitFixture.Of(registry);
        repository.CheckOut();
        Assert.Equal(repository.Run("check", "--format", "json"), repository.Run("check", "--format", "json", "--at", "main"));
        Assert.Equal(repository.Run("score", "--format", "json"), repository.Run("score", "--format", "json", "--at", repository.Head[..10]));
    }

    [Fact]
    public void A_commit_is_read_whatever_stands_in_the_work_tree()
    {
        using var repository = GitFixture.Example();
        var clean = repository.Run("check", "--at", "main");
        Assert.Equal(0, clean.Exit);
        repository.CheckOut();
        File.WriteAllText(Path.Combine(repository.Root, "ops-registry/registry.yaml"), "broken: [");
        Assert.Equal(1, repository.Run("check").Exit);
        Assert.Equal(clean, repository.Run("check", "--at", "main"));
    }

    [Fact]
    public void Links_and_submodules_are_listed_and_not_read()
    {
        using var fixture = GitFixture.Example();
        fixture.Link("ops-registry/contracts/link.yaml", "../../../etc/passwd").Submodule("ops-registry/contracts/other", fixture.Head).Commit("hidden things");
        using var repository = GitRepository.At(fixture.Root)!;
        var source = repository.SourceOf(repository.Resolve("main")!);
        var odd = source.Entries.Where(entry => entry.Kind != SourceEntryKind.File).ToList();
        Assert.Equal(["ops-registry/contracts/link.yaml SymbolicLink", "ops-registry/contracts/other Special"], odd.Select(entry => $"{entry.Path} {entry.Kind}"));
        Assert.All(odd, entry => Assert.Null(source.Read(entry)));
    }

    [Fact]
    public void A_slice_holds_shared_files_and_the_contracts_asked_for_alike_from_commit_and_from_listing()
    {
        using var fixture = GitFixture.Empty();
        foreach (var path in new[] { "registry.yaml", "parties/a.yaml", "contracts/one/contract.yaml", "contracts/one/systems/a.yaml", "contracts/two/contract.yaml" })
        {
            fixture.Write("ops-registry/" + path, path);
        }

        fixture.Write("ops-registry/contracts/stray.txt", "x").Commit("a stray file");
        using var repository = GitRepository.At(fixture.Root)!;
        IRegistrySource source = repository.SourceOf(repository.Resolve("main")!);
        var wanted = new HashSet<string> { "one" };
        var paths = source.Only(wanted).Entries.Select(entry => entry.Path).ToList();
        Assert.Equal(source.Entries.Select(entry => entry.Path).Where(path => ContractFolders.NameIn(path) is null or "one"), paths);
        Assert.Contains("ops-registry/contracts/stray.txt", paths);
        Assert.Equal(["one", "two"], source.Contracts);
    }

    [Fact]
    public void A_file_is_found_without_a_listing_as_it_stands_in_it()
    {
        using var fixture = GitFixture.Example();
        fixture.Link("ops-registry/contracts/link.yaml", "../../../etc/passwd").Submodule("ops-registry/contracts/other", fixture.Head);
        fixture.Write("ops_registry/stray.yaml", "x").Write("ops-registry/contracts/two/contract.yaml", "x").Write("README.md", "x").Commit("much");
        using var repository = GitRepository.At(fixture.Root)!;
        IRegistrySource listed = repository.SourceOf(repository.Resolve("main")!);
        var paths = listed.Entries.Select(entry => entry.Path).Concat(
            ["", "README.md", "ops-registry", "ops-registry/", "ops-registry/contracts", "ops-registry/contracts/two", "ops-registry/none.yaml", "ops-registry//registry.yaml", "ops-registry/contracts/two/contract.yaml/more"]);
        foreach (var path in paths)
        {
            foreach (var contracts in new[] { null, new HashSet<string> { "two" } })
            {
                IRegistrySource whole = repository.SourceOf(repository.Resolve("main")!);
                var source = contracts is null ? whole : whole.Only(contracts);
                Assert.Equal((contracts is null ? listed : listed.Only(contracts)).Entries.FirstOrDefault(entry => entry.Path == path), source.Find(path));
            }
        }
    }

    [Theory]
    [InlineData("main")]
    [InlineData("main~1")]
    [InlineData("main^")]
    [InlineData("v1")]
    [InlineData("refs/heads/main")]
    public void A_branch_a_tag_or_an_ancestor_means_a_commit(string revision)
    {
        using var fixture = GitFixture.Example();
        fixture.Write("a.txt", "1").Commit("more");
        fixture.Reference("refs/tags/v1", "main");
        using var repository = GitRepository.At(fixture.Root)!;
        Assert.NotNull(repository.Resolve(revision));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("")]
    [InlineData("--all")]
    [InlineData("main^{/agreed}")]
    [InlineData(":/agreed")]
    [InlineData("main:schemas")]
    [InlineData("main@{yesterday}")]
    [InlineData("main..main")]
    [InlineData("main~99999999")]
    [InlineData("main~99999999999999999999")]
    public void Anything_else_means_none(string revision)
    {
        using var fixture = GitFixture.Example();
        using var repository = GitRepository.At(fixture.Root)!;
        Assert.Null(repository.Resolve(revision));
    }

    [Fact]
    public void A_folder_without_a_repository_of_its_own_has_no_commits()
    {
        using var registry = TemporaryRegistry.Tiny();
        var outcome = registry.Run("check", "--at", "main", "--lang", "en");
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("stands in no git repository", outcome.Error, StringComparison.Ordinal);
    }
}
