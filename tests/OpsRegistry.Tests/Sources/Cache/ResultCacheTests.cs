using System.Text;
using NodaTime;
using OpsRegistry.Sources.Cache;
using Xunit;

namespace OpsRegistry.Tests.Sources.Cache;

public sealed class ResultCacheTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-cache-").FullName;

    [Fact]
    public void Another_generation_sees_nothing_of_this_one()
    {
        Cache(1).Keep("results/a", Key(1), Bytes("one"), 8);
        Assert.Equal("one", Found(Cache(1), "results/a", 1));
        Assert.Null(Found(Cache(2), "results/a", 1));
        Assert.Null(Found(Cache(1), "results/b", 1));
    }

    [Fact]
    public void A_pack_holds_the_newest_results_and_no_more_than_it_may()
    {
        for (var number = 0; number < 5; number++)
        {
            Cache(1).Keep("results/a", Key(number), Bytes($"{number}"), 3);
        }

        Assert.Equal([null, null, "2", "3", "4"], Enumerable.Range(0, 5).Select(number => Found(Cache(1), "results/a", number)));
    }

    [Fact]
    public void A_result_is_kept_without_writing_those_beside_it_again()
    {
        Cache(1).Keep("results/a", Key(1), Bytes(new string('r', 3_000)), 3);
        var before = Directory.GetFiles(folder, "*.pack", SearchOption.AllDirectories).MaxBy(file => new FileInfo(file).Length)!;
        File.SetLastWriteTimeUtc(before, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Cache(1).Keep("results/a", Key(2), Bytes(new string('s', 3_000)), 3);
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), File.GetLastWriteTimeUtc(before));
        Assert.NotNull(Found(Cache(1), "results/a", 1));
        Assert.NotNull(Found(Cache(1), "results/a", 2));
    }

    [Fact]
    public async Task Writers_and_readers_at_once_see_whole_results_only()
    {
        var long1 = new string('x', 200_000);
        var wrong = 0;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(() =>
        {
            for (var round = 0; round < 30; round++)
            {
                var number = (worker + round) % 4;
                Cache(1).Keep("results/a", Key(number), Bytes(long1 + number), 8);
                for (var other = 0; other < 4; other++)
                {
                    if (Found(Cache(1), "results/a", other) is { } found && found != long1 + other)
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }
            }
        })));
        Assert.Equal(0, wrong);
        Assert.DoesNotContain(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_or_read_is_no_cache_and_no_error()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        var cache = new ResultCache(Path.Combine(file, "below"), default);
        cache.Keep("results/a", Key(1), Bytes("one"), 8);
        cache.Trim();
        Assert.Null(Found(cache, "results/a", 1));
    }

    [Fact]
    public void Trimming_drops_old_generations_and_leaves_what_is_not_the_caches()
    {
        Directory.CreateDirectory(Path.Combine(folder, "photographs"));
        File.WriteAllText(Path.Combine(folder, "letter.txt"), "");
        for (var generation = 1; generation <= 7; generation++)
        {
            Cache(generation).Keep("results/a", Key(1), Bytes("one"), 8);
            Directory.SetLastWriteTimeUtc(Directory.GetDirectories(folder).Single(one => Path.GetFileName(one).StartsWith($"0{generation}", StringComparison.Ordinal)), new DateTime(2026, 1, generation, 0, 0, 0, DateTimeKind.Utc));
        }

        var oldest = Directory.GetDirectories(folder).Single(one => Path.GetFileName(one).StartsWith("01", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(oldest, "letter.txt"), "");
        Directory.SetLastWriteTimeUtc(oldest, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var newest = Cache(7);
        newest.Keep("results/b", Key(1), Bytes("two"), 8);
        newest.Trim();
        Assert.Equal(["letter.txt"], Directory.GetFiles(oldest).Select(Path.GetFileName));
        Assert.Equal([null, null, null, "one", "one", "one", "one"], Enumerable.Range(1, 7).Select(generation => Found(Cache(generation), "results/a", 1)));
        Assert.True(Directory.Exists(Path.Combine(folder, "photographs")));
        Assert.True(File.Exists(Path.Combine(folder, "letter.txt")));
    }

    [Fact]
    public void A_run_that_reaches_the_bound_keeps_what_it_has_written_and_the_bound_holds()
    {
        const int Most = 20_000;
        var small = new ResultCache(folder, new(1, 0, 0), maximumBytes: Most);
        for (var number = 0; number < 10; number++)
        {
            small.Replace($"trees/{number}", [new(Key(number), Bytes(new string('t', 4_000)))], isSpare: true);
            small.Keep($"results/{number}", Key(number), Bytes("result"), 8);
        }

        small.Trim();
        Assert.Equal(Enumerable.Repeat("result", 10), Enumerable.Range(0, 10).Select(number => Found(small, $"results/{number}", number)));
        Assert.Equal(4, Enumerable.Range(0, 10).Count(number => small.Open($"trees/{number}").Find(Key(number)) is not null));
        Assert.True(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) <= Most);
    }

    [Fact]
    public void Trimming_drops_what_was_used_longest_ago_and_nothing_that_the_run_has_used()
    {
        const int Most = 10_000;
        var day = Instant.FromUtc(2026, 1, 1, 0, 0);
        for (var number = 0; number < 4; number++)
        {
            Cache(1).Keep($"results/{number}", Key(number), Bytes(new string('r', 3_000)), 8);
        }

        foreach (var file in Directory.GetFiles(folder, "*.pack", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, day.ToDateTimeUtc());
        }

        Assert.NotNull(Found(new(folder, new(1, 0, 0), day + Duration.FromDays(1)), "results/2", 2));
        var run = new ResultCache(folder, new(1, 0, 0), day + Duration.FromDays(2), Most);
        Assert.NotNull(Found(run, "results/0", 0));
        run.Keep("results/4", Key(4), Bytes(new string('r', 3_000)), 8);
        run.Trim();
        Assert.Equal([0, 2, 4], Enumerable.Range(0, 5).Where(number => Found(Cache(1), $"results/{number}", number) is not null));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private ResultCache Cache(int generation) => new(folder, new((ulong)generation, 0, 0));

    private static string? Found(ResultCache cache, string name, int number) => cache.Find(name, Key(number)) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    private static CacheKey Key(int number) => new((ulong)number, 0, 0);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
