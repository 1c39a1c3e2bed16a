using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Tests.StraightLine;
using Xunit;
using static OpsRegistry.Tests.Rules.JudgedFilesTests;

namespace OpsRegistry.Tests.Rules;

/// <summary>What rules find in a whole registry, judged anew and known from earlier.</summary>
public sealed class JudgedRegistriesTests
{
    private static readonly IReadOnlyList<Rule> Rules = RuleCatalog.All.Where(rule => rule.Reach != Reach.File).ToList();

    public static TheoryData<string> Folders => ["tests/golden/harbour", "tests/golden/depot", "tests/golden/wharf", "tests/golden/clinic"];

    [Theory, MemberData(nameof(Folders))]
    public void What_is_known_is_what_would_be_found_and_every_file_that_is_taken_away_counts(string folder)
    {
        using var top = new TemporaryFolder();
        var files = InMemory.Files(folder);
        foreach (var left in files.Keys.Where((_, place) => place % 5 == 0).Prepend(""))
        {
            var loaded = InMemory.Load(new SortedDictionary<string, string>(files.Where(file => file.Key != left).ToDictionary(), StringComparer.Ordinal));
            var found = Shown(Rules.SelectMany(rule => rule.Judge(loaded.Registry)));
            Assert.Equal(found, Shown(Judged(top).In(loaded, Rules)));
            Assert.Equal(found, Shown(Judged(top).In(loaded, Rules)));
        }
    }

    [Fact]
    public void What_is_kept_is_kept_for_these_rules_and_where_nothing_says_until_when_records_are_complete_for_this_moment()
    {
        using var top = new TemporaryFolder();
        var files = InMemory.Files("tests/golden/harbour");
        var loaded = InMemory.Load(files);
        Assert.NotEmpty(Judged(top).In(loaded, Rules));
        Assert.Empty(Judged(top).In(loaded, Rules.Take(1).ToList()));

        var open = InMemory.Load(new SortedDictionary<string, string>(files.ToDictionary(file => file.Key, file => file.Key.EndsWith("registry.yaml", StringComparison.Ordinal) ? Without(file.Value, "recordsUntil") : file.Value), StringComparer.Ordinal));
        Assert.Null(open.Registry.Settings!.RecordsUntil);
        var (early, late) = (At(open, Instant.FromUtc(2020, 1, 1, 0, 0)), At(open, Instant.FromUtc(2030, 1, 1, 0, 0)));
        Assert.NotEqual(Shown(Judged(top).In(early, Rules)), Shown(Judged(top).In(late, Rules)));
        Assert.Equal(Shown(Rules.SelectMany(rule => rule.Judge(early.Registry))), Shown(Judged(top).In(early, Rules)));
    }

    [Fact]
    public void What_damaged_packs_said_is_found_anew()
    {
        using var top = new TemporaryFolder();
        var loaded = InMemory.Load(InMemory.Files("tests/golden/harbour"));
        var found = Shown(Judged(top).In(loaded, Rules));
        foreach (var pack in Directory.GetFiles(top.Path, "*.pack", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(pack);
            for (var at = Pack.HeaderSize; at < bytes.Length; at += 97)
            {
                bytes[at] ^= 0x10;
            }

            File.WriteAllBytes(pack, bytes);
        }

        Assert.Equal(found, Shown(Judged(top).In(loaded, Rules)));
    }

    private static JudgedRegistries Judged(TemporaryFolder top) => new(new ResultCache(top.Path, default));

    private static Loaded At(Loaded loaded, Instant moment) => loaded with { Registry = new Registry(loaded.Registry.Resources, loaded.Registry.EvidenceFiles, loaded.Registry.Unread) { ReadAt = moment } };

    private static string Without(string file, string key) => string.Concat(file.Split('\n').Where(line => !line.Contains(key + ":", StringComparison.Ordinal)).Select(line => line + "\n"));
}
