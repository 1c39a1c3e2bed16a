using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>What is known of a period under other readings is what it would come to; a file makes another thing of the periods that look at it, and of no other.</summary>
public sealed class KnownReadingsTests : IDisposable
{
    private const string Contract = "harbour-2026";

    private static readonly Instant AsOf = BeijingTime.EndOf(new(2026, 12, 31));

    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-readings-").FullName;

    [Fact]
    public void The_same_files_find_again_what_was_computed()
    {
        var files = InMemory.Files("tests/golden/harbour");
        var (computed, first) = Run(files);
        var (again, second) = Run(files);
        Assert.NotEqual(0, computed);
        Assert.Equal(0, again);
        Assert.Equal(Told(InMemory.Load(files).Registry, null), first);
        Assert.Equal(first, second);
    }

    [Fact]
    public void A_record_of_the_last_period_leaves_the_earlier_ones_known()
    {
        var files = InMemory.Files("tests/golden/harbour");
        var (computed, _) = Run(files);
        files[HarbourEdits.LastRecordIn(files)] += "# a remark\n";
        var (again, found) = Run(files);
        Assert.InRange(again, 1, computed - 1);
        Assert.Equal(Told(InMemory.Load(files).Registry, null), found);
    }

    [Fact]
    public void Back_on_another_branch_nothing_is_computed_again()
    {
        var files = InMemory.Files("tests/golden/harbour");
        Run(files);
        var other = new SortedDictionary<string, string>(files, StringComparer.Ordinal);
        other["ops-registry/contracts/harbour-2026/scorecard.yaml"] += "# a remark\n";
        Assert.NotEqual(0, Run(other).Computed);
        Assert.Equal(0, Run(files).Computed);
        Assert.Equal(0, Run(other).Computed);
    }

    [Fact]
    public void Another_calendar_or_a_file_of_terms_leaves_nothing_known()
    {
        var files = InMemory.Files("tests/golden/harbour");
        var (computed, _) = Run(files);
        files["ops-registry/contracts/harbour-2026/scorecard.yaml"] += "# a remark\n";
        Assert.Equal(computed, Run(files).Computed);
        var calendar = files.Keys.Last(path => path.Contains("/calendars/", StringComparison.Ordinal));
        files.Remove(calendar);
        Assert.NotEqual(0, Run(files).Computed);
    }

    [Fact]
    public void Damage_to_what_is_kept_costs_time_only()
    {
        var files = InMemory.Files("tests/golden/harbour");
        var (computed, first) = Run(files);
        foreach (var pack in Directory.GetFiles(folder, "*.pack", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(pack);
            bytes[^1] ^= 1;
            File.WriteAllBytes(pack, bytes);
        }

        var (again, second) = Run(files);
        Assert.InRange(again, 1, computed);
        Assert.Equal(first, second);
    }

    [Fact]
    public void No_series_of_edits_brings_what_is_known_to_say_something_else()
    {
        var random = new Random(Campaign.Seed(16));
        var files = InMemory.Files("tests/golden/harbour");
        for (var round = Campaign.Inputs("edits of a contract, under every reading", 12); round > 0; round--)
        {
            if (!HarbourEdits.EditRecord(files, random))
            {
                files = InMemory.Files("tests/golden/harbour");
                continue;
            }

            Assert.Equal(Told(InMemory.Load(files).Registry, null), Run(files).Told);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (int Computed, List<string> Told) Run(SortedDictionary<string, string> files)
    {
        var cache = new ReadingCache(new ResultCache(folder, default));
        var told = Told(InMemory.Load(files).Registry, cache.For(Contract));
        cache.Keep();
        return (cache.For(Contract).Computed, told);
    }

    private static List<string> Told(Registry registry, KnownReadings? readings)
    {
        var written = registry.ContractNamed(Contract)!;
        return
        [
            .. from period in ContractRunner.Run(written, Calendars.For(registry, written.Terms.Purchaser), AsOf, readings: readings).Periods
               from row in period.Sensitivity
               select $"{period.Period.Id} {period.ClosedAt} {row.Interpretation.Key} {row.Option.Id} {row.Total} {row.Amount} {row.ChangesBand} {row.Settled}",
        ];
    }
}
