using System.Collections.Concurrent;
using System.Text;
using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Tests.StraightLine;
using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>Checked whole, contract by contract, into an empty cache and out of a full one: the findings are the same to the last word.</summary>
public sealed class SlicedCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-cache-").FullName;

    public static TheoryData<string> Registries => new("tests/golden/contracts", "tests/golden/harbour", "tests/golden/faulty", "tests/golden/registry");

    [Theory]
    [MemberData(nameof(Registries))]
    public void A_registry_has_the_same_findings_in_every_way(string root)
    {
        var source = new WorkTreeSource(Path.Combine(Golden.RepositoryRoot, root));
        Assert.Equal("", Difference(source, "registry"));
    }

    [Fact]
    public void Every_case_of_every_rule_has_the_same_findings_in_every_way_with_a_second_contract_beside_it()
    {
        var differences = new ConcurrentBag<string>();
        // One case of each rule; in the campaign every one.
        var each = Campaign.Inputs("cases of each rule, checked in every way", 1);
        var cases = CaseFolders.Cases("").Where(path => !path.Contains("OPS003", StringComparison.Ordinal)).GroupBy(path => path.Split('/')[0], StringComparer.Ordinal).SelectMany(rule => rule.Take(each));
        Parallel.ForEach(cases, Processors.All, path =>
        {
            var source = new Doubled(CaseSource.Over(CaseFolders.Base, Path.Combine(CaseFolders.Root, path)));
            differences.Add(Difference(source, path));
        });
        Assert.Equal([], differences.Where(difference => difference.Length > 0).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_series_of_edits_brings_the_cache_to_say_something_else(int seed)
    {
        var random = new Random(Campaign.Seed(seed));
        var files = Copies(InMemory.Files("tests/golden/harbour"));
        for (var round = Campaign.Inputs("edits of a registry, checked in every way", 10); round > 0; round--)
        {
            Edit(files, random);
            Lay(files);
            var difference = Difference(new WorkTreeSource(Path.Combine(folder, "tree")) { ReadAt = SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(1) }, "edits");
            Assert.True(difference.Length == 0, $"round {round}: {difference}");
        }
    }

    [Fact]
    public void A_contract_whose_kept_result_is_gone_is_judged_anew_and_what_was_found_is_the_same()
    {
        var files = Copies(InMemory.Files("tests/golden/harbour"));
        Lay(files);
        var source = new WorkTreeSource(Path.Combine(folder, "tree"));
        var store = new ResultCache(Path.Combine(folder, "cache"), default);
        var before = Shown(SlicedChecker.Check(source, InMemory.Schemas, store).Findings);
        var packs = Directory.GetFiles(Path.Combine(folder, "cache"), "*.pack", SearchOption.AllDirectories).ToDictionary(pack => pack, File.ReadAllBytes);
        Assert.True(packs.Count > 3);
        foreach (var harmed in packs.Keys)
        {
            foreach (var isGone in new[] { true, false })
            {
                foreach (var (pack, bytes) in packs)
                {
                    File.WriteAllBytes(pack, pack == harmed ? [.. bytes[..^1], (byte)(bytes[^1] ^ 1)] : bytes);
                }

                if (isGone)
                {
                    File.Delete(harmed);
                }

                Assert.Equal(before, Shown(SlicedChecker.Check(source, InMemory.Schemas, store).Findings));
            }
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Difference(IRegistrySource source, string cache)
    {
        var store = new ResultCache(Path.Combine(folder, cache), default);
        var loaded = RegistryLoader.Load(source, InMemory.Schemas);
        var (together, alone) = (OfFiles([loaded.Registry]), OfFiles(loaded.Registry.Resources.Select(file => new Registry([file], []))));
        if (!together.SequenceEqual(alone, StringComparer.Ordinal))
        {
            return $"{cache}: a rule that looks at one file by itself looks at others: {string.Join("\n", together.Except(alone).Concat(alone.Except(together)).Take(3))}";
        }

        var whole = Shown(Checker.Check(loaded));
        var ways = new Dictionary<string, Func<CheckedRegistry>>
        {
            ["sliced"] = () => SlicedChecker.Check(source, InMemory.Schemas, null),
            ["cache, first run"] = () => SlicedChecker.Check(source, InMemory.Schemas, store),
            ["cache, second run"] = () => SlicedChecker.Check(source, InMemory.Schemas, store),
        };
        foreach (var (way, check) in ways)
        {
            var result = check();
            var found = Shown(result.Findings);
            if (source.Entries.FirstOrDefault(entry => result.BlobOf(entry.Path) is { } blob && blob != BlobId.Compute(source.Read(entry)!)) is { } otherwise)
            {
                return $"{cache}, {way}: {otherwise.Path} is said to have other bytes";
            }

            if (!whole.SequenceEqual(found, StringComparer.Ordinal))
            {
                return $"{cache}, {way}: {string.Join("\n", whole.Except(found).Take(3))}\n  is not\n{string.Join("\n", found.Except(whole).Take(3))}\n({whole.Count}, {found.Count})";
            }
        }

        return "";
    }

    private static List<string> OfFiles(IEnumerable<Registry> registries) => Shown(FindingOrder.Sorted(registries.SelectMany(registry => Checker.Check(registry, Reach.File))));

    private static List<string> Shown(IReadOnlyList<Finding> findings) => findings
        .Select(finding => $"{finding} {string.Join(' ', finding.Related)}".Replace(finding.Related.ToString()!, "", StringComparison.Ordinal))
        .ToList();

    private static SortedDictionary<string, string> Copies(SortedDictionary<string, string> files)
    {
        foreach (var name in new[] { "second-2026", "third-2026" })
        {
            foreach (var (path, text) in files.Where(file => file.Key.Contains("/harbour-2026/", StringComparison.Ordinal)).ToList())
            {
                files[path.Replace("harbour-2026", name, StringComparison.Ordinal)] = text.Replace("harbour-2026", name, StringComparison.Ordinal);
            }
        }

        return files;
    }

    // On the disk as an editor would leave it: only what differs is written, so that digests of what the system says have something to tell apart.
    private void Lay(SortedDictionary<string, string> files)
    {
        var tree = Path.Combine(folder, "tree");
        var there = Directory.Exists(tree) ? Directory.GetFiles(tree, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(tree, file), File.ReadAllText, StringComparer.Ordinal) : [];
        foreach (var gone in there.Keys.Where(path => !files.ContainsKey(path)))
        {
            File.Delete(Path.Combine(tree, gone));
        }

        foreach (var (path, text) in files.Where(file => there.GetValueOrDefault(file.Key) != file.Value))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(tree, path))!);
            File.WriteAllText(Path.Combine(tree, path), text);
        }
    }

    private static void Edit(SortedDictionary<string, string> files, Random random)
    {
        var paths = files.Keys.ToList();
        var (path, other) = (paths[random.Next(paths.Count)], paths[random.Next(paths.Count)]);
        switch (random.Next(9))
        {
            case 0:
                files.Remove(path);
                break;
            case 1:
                files[other] = files[path];
                break;
            case 2:
                (files[path], files[other]) = (files[other], files[path]);
                break;
            case 3:
                files[path] = files[path].Replace("second-2026", "third-2026", StringComparison.Ordinal);
                break;
            case 4:
                files[path.Replace("harbour-2026", "lonely-2026", StringComparison.Ordinal)] = files[path];
                break;
            case 5:
                files[path] = files[path].Replace("  contract:", "  # contract:", StringComparison.Ordinal);
                break;
            default:
                var lines = files[path].Split('\n');
                var (one, two) = (random.Next(lines.Length), random.Next(lines.Length));
                (lines[one], lines[two]) = (lines[two], lines[one]);
                files[path] = string.Join('\n', lines);
                break;
        }
    }

    /// <summary>A case and, as a contract of its own, its contract once more: what looks across contracts has two to look at.</summary>
    private sealed class Doubled : IRegistrySource
    {
        private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

        public Doubled(CaseSource one)
        {
            foreach (var entry in one.Entries)
            {
                var bytes = one.Read(entry)!;
                files[entry.Path] = bytes;
                files[Renamed(entry.Path)] = Encoding.UTF8.GetString(bytes) is var text && Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(bytes) ? Encoding.UTF8.GetBytes(Renamed(text)) : bytes;
            }

            Entries = files.Keys.Select(path => new SourceEntry(path, SourceEntryKind.File)).ToList();
        }

        public IReadOnlyList<SourceEntry> Entries { get; }

        public long SizeOf(SourceEntry entry) => files[entry.Path].Length;

        public byte[]? Read(SourceEntry entry) => files[entry.Path];

        private static string Renamed(string text) => text.Replace("example-2026", "zz-copy-2026", StringComparison.Ordinal);
    }
}
