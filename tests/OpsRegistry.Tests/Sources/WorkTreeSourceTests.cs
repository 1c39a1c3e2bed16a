using System.Diagnostics;
using System.Text;
using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Sources;
using Xunit;

namespace OpsRegistry.Tests.Sources;

public sealed class WorkTreeSourceTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("opsreg-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Files_are_listed_in_ordinal_order_of_their_whole_path()
    {
        Write("ops-registry/b/x.yaml", "1");
        Write("ops-registry/b.yaml", "22");
        Write("ops-registry/B.yaml", "333");
        Write("README.md", "outside");
        Assert.Equal(
            ["ops-registry/B.yaml 3 File", "ops-registry/b.yaml 2 File", "ops-registry/b/x.yaml 1 File"],
            Listed(new WorkTreeSource(root)));
    }

    [Fact]
    public void Links_are_listed_and_not_followed()
    {
        Write("elsewhere/secret.yaml", "a: 1");
        Directory.CreateDirectory(Path.Combine(root, "ops-registry"));
        File.CreateSymbolicLink(Path.Combine(root, "ops-registry/file.yaml"), Path.Combine(root, "elsewhere/secret.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(root, "ops-registry/folder"), Path.Combine(root, "elsewhere"));
        File.CreateSymbolicLink(Path.Combine(root, "ops-registry/gone.yaml"), "nowhere");
        Directory.CreateSymbolicLink(Path.Combine(root, "ops-registry/loop"), Path.Combine(root, "ops-registry"));
        var source = new WorkTreeSource(root);
        Assert.Equal(
            ["ops-registry/file.yaml", "ops-registry/folder", "ops-registry/gone.yaml", "ops-registry/loop"],
            source.Entries.Where(entry => entry.Kind == SourceEntryKind.SymbolicLink).Select(entry => entry.Path));
        Assert.Equal(4, source.Entries.Count);
        Assert.Null(source.Read(source.Entries[0]));
        Assert.Equal("OPS009 ops-registry/file.yaml:1:1", Refusal(source, source.Entries[0]));
    }

    [Fact]
    public void A_registry_folder_that_is_itself_a_link_is_one_entry()
    {
        Write("elsewhere/secret.yaml", "a: 1");
        Directory.CreateSymbolicLink(Path.Combine(root, "ops-registry"), Path.Combine(root, "elsewhere"));
        Assert.Equal(new SourceEntry("ops-registry", SourceEntryKind.SymbolicLink), Assert.Single(new WorkTreeSource(root).Entries));
    }

    [Fact]
    public void A_pipe_is_special_and_never_opened()
    {
        Write("ops-registry/a.yaml", "");
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = Process.Start("mkfifo", Path.Combine(root, "ops-registry/pipe.yaml"));
        process.WaitForExit();
        var source = new WorkTreeSource(root);
        Assert.Equal(
            ["ops-registry/a.yaml File", "ops-registry/pipe.yaml Special"],
            source.Entries.Select(entry => $"{entry.Path} {entry.Kind}"));
        Assert.Equal("OPS009 ops-registry/pipe.yaml:1:1", Refusal(source, source.Entries[1]));
    }

    /// <summary>A folder is listed by the system's own call where it has one: by it as by the framework, however many entries there are and whatever they are called.</summary>
    [Fact]
    public void A_folder_is_listed_as_the_framework_lists_it()
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "ops-registry")).FullName;
        for (var number = 0; number < 2_000; number++)
        {
            File.WriteAllText(Path.Combine(folder, $"记录-{new string('x', number % 80)}-{number}😀.yaml"), "");
        }

        foreach (var name in new[] { "a b", "...", ".git", "c:d", "é", "e\u0301" })
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "folder"), Path.Combine(folder, ".git"));
        File.CreateSymbolicLink(Path.Combine(folder, "nowhere"), "gone");
        using var opened = new OpenFolder(folder);
        Assert.Equal(
            new DirectoryInfo(folder).EnumerateFileSystemInfos().Select(one => one is DirectoryInfo { LinkTarget: null } ? $"{one.Name}/" : one.Name).Order(StringComparer.Ordinal),
            TextsOf(opened.Names()));
        using var missing = new OpenFolder(Path.Combine(folder, "missing"));
        Assert.ThrowsAny<IOException>(missing.Names);
        using var file = new OpenFolder(Path.Combine(folder, "nowhere"));
        Assert.ThrowsAny<IOException>(file.Names);
    }

    /// <summary>Names are compared byte by byte, and stand in the order of their texts all the same: letters of one to four bytes, those around the surrogates among them, files and folders.</summary>
    [Fact]
    public void Names_are_in_the_ordinal_order_of_their_texts()
    {
        string[] letters = ["a", "z", "-", ".", "0", "\u007F", "\u0080", "é", "\u07FF", "\u0800", "记", "\uD7FF", "\uE000", "\uF8FF", "\uFFFD", "\U00010000", "😀", "\U0010FFFF"];
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var names = new FolderNames();
            var texts = new List<string>();
            for (var left = random.Next(1, 60); left > 0; left--)
            {
                var (name, isFolder) = (string.Concat(random.GetItems(letters, random.Next(1, 5))), random.Next(3) == 0);
                names.Add(Encoding.UTF8.GetBytes(name), isFolder);
                texts.Add(isFolder ? $"{name}/" : name);
            }

            names.Sort();
            Assert.Equal(texts.Order(StringComparer.Ordinal), TextsOf(names));
        }
    }

    /// <summary>A path is found as it is listed, wherever folders sort between the files of their own.</summary>
    [Fact]
    public void What_is_listed_is_found_and_what_is_not_is_not()
    {
        foreach (var path in new[] { "a.yaml", "b/c.yaml", "c.yaml", "contracts/README.md", "contracts/x/a.yaml", "contracts/x/b/c.yaml", "contracts/x/c.yaml", "contracts/x-y/a.yaml", "d/e/f.yaml" })
        {
            Write($"ops-registry/{path}", path);
        }

        var source = new WorkTreeSource(root) { ReadAt = Instant.FromUtc(2100, 1, 1, 0, 0) };
        Assert.Equal(source.Entries.Select(entry => entry.Path).Order(StringComparer.Ordinal), source.Entries.Select(entry => entry.Path));
        Assert.All(source.Entries, entry => Assert.Equal(entry, source.Find(entry.Path)));
        Assert.All(source.Parts.SelectMany(part => part.Entries), entry => Assert.Equal(entry, source.Find(entry.Path)));
        Assert.Equal(["", "x", "x-y"], source.Parts.Select(part => part.Folder));
        Assert.All(source.Parts, part => Assert.NotNull(part.Digest));
        Assert.Equal(source.Entries.Count, source.Parts.Sum(part => part.Count));
        Assert.All(new[] { "ops-registry", "ops-registry/b", "ops-registry/b/", "ops-registry/contracts/x/a.yam", "a.yaml", "" }, path => Assert.Null(source.Find(path)));
    }

    [Fact]
    public void No_registry_folder_is_no_entries() => Assert.Empty(new WorkTreeSource(root).Entries);

    [Fact]
    public void A_file_gone_since_it_was_listed_cannot_be_read()
    {
        Write("ops-registry/a.yaml", "a: 1");
        var source = new WorkTreeSource(root);
        Assert.Single(source.Entries);
        File.Delete(Path.Combine(root, "ops-registry/a.yaml"));
        Assert.Null(source.Read(source.Entries[0]));
        Assert.Equal("OPS011 ops-registry/a.yaml:1:1", Refusal(source, source.Entries[0]));
    }

    [Fact]
    public void A_file_listed_as_too_large_is_refused_without_reading_it()
    {
        var entry = new SourceEntry("ops-registry/a.yaml", SourceEntryKind.File);
        Assert.Equal("OPS003 ops-registry/a.yaml:1:1", Refusal(new NothingToRead(), entry));
    }

    [Theory]
    [InlineData("", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")]
    [InlineData("hello\n", "ce013625030ba8dba906f756967f9e9ca394464a")]
    public void A_blob_id_is_the_one_git_gives(string text, string expected) =>
        Assert.Equal(expected, BlobId.Compute(System.Text.Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Listed(WorkTreeSource source) =>
        source.Entries.Select(entry => $"{entry.Path} {source.SizeOf(entry)} {entry.Kind}");

    private static string Refusal(IRegistrySource source, SourceEntry entry)
    {
        var finding = Assert.Single(YamlReader.Read(source, entry).Findings);
        return $"{finding.Rule.Id} {finding.Place}";
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
        File.WriteAllText(Path.Combine(root, path), text);
    }

    private static IEnumerable<string> TextsOf(FolderNames names) => Enumerable.Range(0, names.Count).Select(place => names.IsFolder(place) ? $"{names.Text(place)}/" : names.Text(place));

    private sealed class NothingToRead : IRegistrySource
    {
        public IReadOnlyList<SourceEntry> Entries => [];

        public long SizeOf(SourceEntry entry) => 1_048_577;

        public byte[]? Read(SourceEntry entry) => throw new InvalidOperationException("read although too large");
    }
}
