using NodaTime;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Sources.Git;
using Xunit;

namespace OpsRegistry.Tests.Sources;

/// <summary>A part's digest is another one after every change below it, and is not told where times prove nothing.</summary>
public sealed class SourcePartTests : IDisposable
{
    private static readonly string[] Paths = ["registry.yaml", "parties/a.yaml", "contracts/notes.md", "contracts/one/contract.yaml", "contracts/one/records/2026/a.yaml", "contracts/one-b/contract.yaml", "contracts/two/evidence/a.pdf"];

    private readonly string root = Directory.CreateTempSubdirectory("opsreg-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void The_parts_of_a_work_tree_and_of_a_commit_are_its_files()
    {
        using var fixture = GitFixture.Empty();
        foreach (var path in Paths)
        {
            fixture.Write("ops-registry/" + path, path);
        }

        fixture.Write("records/lost.yaml", "kind: Incident").Commit("all");
        fixture.CheckOut();
        using var repository = GitRepository.At(fixture.Root)!;
        foreach (var source in new IRegistrySource[] { new WorkTreeSource(fixture.Root), repository.SourceOf(repository.Resolve("main")!) })
        {
            Assert.Equal(["", "one", "one-b", "two"], source.Parts.Select(part => part.Folder));
            Assert.Equal(source.Entries.Select(entry => entry.Path), source.Parts.SelectMany(part => part.Entries).Select(entry => entry.Path).Order(StringComparer.Ordinal));
            Assert.All(source.Parts, part => Assert.All(part.Entries, entry => Assert.Equal(part.Folder, ContractFolders.NameIn(entry.Path) ?? "")));
        }
    }

    [Fact]
    public void A_commit_tells_what_has_changed_by_its_trees()
    {
        using var fixture = GitFixture.Empty();
        foreach (var path in Paths)
        {
            fixture.Write("ops-registry/" + path, path);
        }

        Assert.Equal("", Changed(fixture, () => fixture.Write("README.md", "outside")));
        Assert.Equal("one", Changed(fixture, () => fixture.Write("ops-registry/contracts/one/records/2026/a.yaml", "b")));
        Assert.Equal("two", Changed(fixture, () => fixture.Rename("ops-registry/contracts/two/evidence/a.pdf", "ops-registry/contracts/two/evidence/b.pdf")));
        Assert.Equal("shared", Changed(fixture, () => fixture.Write("ops-registry/parties/a.yaml", "b")));
        Assert.Equal("shared", Changed(fixture, () => fixture.Write("ops-registry/contracts/notes.md", "b")));
        Assert.Equal("shared", Changed(fixture, () => fixture.Write("records/lost.yaml", "b")));
        Assert.Equal("shared", Changed(fixture, () => fixture.Link("ops-registry/link.yaml", "registry.yaml")));
    }

    [Fact]
    public void A_work_tree_tells_what_has_changed_whatever_its_times_of_writing_say()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var path in Paths)
        {
            Write(path, path);
        }

        var file = Path.Combine(root, "ops-registry/contracts/one/contract.yaml");
        Assert.Equal("", Changed(() => { }));
        Assert.Equal("one", Changed(() => Write("contracts/one/contract.yaml", "longer than it was before")));
        Assert.Equal("one", Changed(() =>
        {
            var written = File.GetLastWriteTimeUtc(file);
            Thread.Sleep(20); // a tick of the file system's clock
            File.WriteAllText(file, File.ReadAllText(file).Replace('l', 'L'));
            File.SetLastWriteTimeUtc(file, written);
        }));
        Assert.Equal("one", Changed(() =>
        {
            File.Copy(file, file + ".new");
            File.SetLastWriteTimeUtc(file + ".new", File.GetLastWriteTimeUtc(file));
            File.Move(file + ".new", file, overwrite: true);
        }));
        Assert.Equal("one", Changed(() => File.Move(file, Path.Combine(root, "ops-registry/contracts/one/Contract.yaml"))));
        Assert.Equal("shared", Changed(() => Write("calendars/2026.yaml", "new")));
        Assert.Equal("two", Changed(() => File.Delete(Path.Combine(root, "ops-registry/contracts/two/evidence/a.pdf"))));
    }

    [Fact]
    public void What_was_changed_a_moment_before_it_was_listed_has_no_digest()
    {
        Write("contracts/one/contract.yaml", "a");
        Assert.All(new WorkTreeSource(root) { ReadAt = SystemClock.Instance.GetCurrentInstant() }.Parts.Where(part => part.Folder == "one"), part => Assert.Null(part.Digest));
        Assert.All(new WorkTreeSource(root).Parts, part => Assert.Null(part.Digest));
    }

    private static string Changed(GitFixture fixture, Action change)
    {
        var before = fixture.Commit("before");
        change();
        var after = fixture.Commit("after");
        using var repository = GitRepository.At(fixture.Root)!;
        return Differing(repository.SourceOf(repository.Resolve(before)!).Parts, repository.SourceOf(repository.Resolve(after)!).Parts);
    }

    private string Changed(Action change)
    {
        var before = Settled().Parts;
        Assert.All(before, part => Assert.NotNull(part.Digest));
        change();
        return Differing(before, Settled().Parts);
    }

    private WorkTreeSource Settled() => new(root) { ReadAt = SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(1) };

    private static string Differing(IReadOnlyList<SourcePart> before, IReadOnlyList<SourcePart> after)
    {
        var known = before.ToDictionary(part => part.Folder, part => part.Digest);
        return string.Join(' ', known.Keys.Union(after.Select(part => part.Folder))
            .Where(folder => known.GetValueOrDefault(folder) is not { } digest || after.FirstOrDefault(part => part.Folder == folder)?.Digest != digest)
            .Select(folder => folder.Length == 0 ? "shared" : folder));
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(root, "ops-registry", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
