using System.Text.RegularExpressions;
using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
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

    [Fact]
    public void A_record_touches_its_own_period_and_no_later_one_once_nothing_of_it_runs()
    {
        var files = FilesOf("pingdingshan-2025");
        var (all, _) = Run(files, "pingdingshan-2025");
        var loaded = InMemory.Load(files).Registry;
        var incidents = loaded.ContractNamed("pingdingshan-2025")!.Of<Incident>().OrderBy(incident => incident.Spec.ReportedAt.ToInstant()).ToList();
        var counts = new List<int>();
        foreach (var incident in incidents.Take(3))
        {
            files[incident.Path] += "# a remark\n";
            var (computed, told) = Run(files, "pingdingshan-2025");
            Assert.Equal(Told(InMemory.Load(files).Registry, "pingdingshan-2025", null), told);
            counts.Add(computed);
        }

        Assert.All(counts, count => Assert.InRange(count, 1, all / 2));
    }

    [Theory]
    [InlineData("pingdingshan-2025")]
    [InlineData("pingdingshan-2025", true)]
    [InlineData("zhangjiagang-2024")]
    [InlineData("pengjiang-2025")]
    [InlineData("fujian-2023")]
    [InlineData("changning-2026")]
    [InlineData("harbour-2026")]
    [InlineData("harbour-2026", true)]
    [InlineData("clinic-2026")]
    [InlineData("clinic-2026", true)]
    [InlineData("example-2025")]
    [InlineData("example-2025", true)]
    public void What_becomes_of_a_record_whose_clocks_run_reaches_every_period_that_it_counts_in(string contract, bool areDeadlinesOfTheirDay = false)
    {
        var random = new Random(Campaign.Seed(61));
        var original = FilesOf(contract);
        if (areDeadlinesOfTheirDay) // what an earlier period left open counts on, and no report stops it
        {
            original.Keys.Where(path => path.Contains("/fault-report-", StringComparison.Ordinal)).ToList().ForEach(path => original.Remove(path));
            var scorecard = original.Keys.Single(path => path.EndsWith("/scorecard.yaml", StringComparison.Ordinal));
            original[scorecard] = Regex.Replace(original[scorecard], "\n  deadlinesBelongTo: .*", "").Replace("\nspec:\n", "\nspec:\n  deadlinesBelongTo: day\n", StringComparison.Ordinal);
        }

        var files = new SortedDictionary<string, string>(original, StringComparer.Ordinal);
        IReadOnlyList<PeriodResult> before = [];
        for (var round = Campaign.Inputs("edits of records whose clocks run, under every reading", 4); round > 0; round--)
        {
            if (round % 8 == 0)
            {
                files = new(original, StringComparer.Ordinal);
            }

            RunningRecordEdits.Edit(files, contract, random);
            Assert.Equal(Told(InMemory.Load(files).Registry, contract, null), Run(files, contract).Told);
            var now = ResultOf(InMemory.Load(files).Registry, contract, new ReadingCache(new ResultCache(folder, default)).For(contract)).Periods;
            var same = now.SelectMany(period => before.Where(one => one.Period.Id == period.Period.Id && one.IsSameAs(period)).Select(was => (Was: was, Now: period)));
            Assert.All(same, pair => Assert.Equal(Told(pair.Was), Told(pair.Now)));
            before = now;
        }
    }

    [Theory]
    [InlineData("pengjiang-2025")]
    [InlineData("clinic-2026")]
    public void A_period_that_is_known_to_be_closed_is_not_run_until_somebody_asks(string contract)
    {
        var files = FilesOf(contract);
        Run(files, contract);
        var registry = InMemory.Load(files).Registry;
        var result = ResultOf(registry, contract, new ReadingCache(new ResultCache(folder, default)).For(contract));
        var closed = result.Periods.Where(period => period.ClosedAt is not null).ToList();
        Assert.NotEmpty(closed);
        Assert.All(closed, period => Assert.Equal((PeriodState.Final, 0, 0), (period.State, period.OpenPoints.Count, period.NeedsDecision.Count())));
        Assert.All(closed, period => Assert.False(period.Run.IsValueCreated));
        Assert.False(result.Measured.IsValueCreated);
        Assert.Equal(InFull.Of(ResultOf(registry, contract, null)), InFull.Of(result));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static SortedDictionary<string, string> FilesOf(string contract)
    {
        var files = InMemory.Files("tests/golden/" + contract switch { Contract => "harbour", "clinic-2026" => "clinic", "example-2025" => "registry", _ => "contracts" });
        return new(files.Where(file => ContractFolders.NameIn(file.Key) is null || ContractFolders.NameIn(file.Key) == contract).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private (int Computed, List<string> Told) Run(SortedDictionary<string, string> files, string contract = Contract)
    {
        var cache = new ReadingCache(new ResultCache(folder, default));
        var told = Told(InMemory.Load(files).Registry, contract, cache.For(contract));
        cache.Keep();
        return (cache.For(contract).Computed, told);
    }

    private static List<string> Told(Registry registry, KnownReadings? readings) => Told(registry, Contract, readings);

    private static List<string> Told(Registry registry, string contract, KnownReadings? readings)
    {
        var result = ResultOf(registry, contract, readings);
        return
        [
            .. from period in result.Periods
               from line in Told(period)
               select line,
            $"{result.Settlement.Deducted} {result.Settlement.Unpaid} {string.Join(',', result.Settlement.Tranches.Select(tranche => tranche.Deducted))}",
        ];
    }

    private static IEnumerable<string> Told(PeriodResult period) =>
    [
        $"{period.Period.Id} {period.State} {period.ClosedAt} {period.Score} {period.Deducted} {period.Sealed?.Difference.En}",
        .. period.OpenPoints.Select(point => $"{period.Period.Id} {point.What.En}"),
        .. period.Assessment.Deductions.Select(one => $"{period.Period.Id} {one.Id} {one.Points}"),
        .. period.Settlement.Lines.Select(line => $"{period.Period.Id} {line.Id} {line.Amount}"),
        .. period.Sensitivity.Select(row => $"{period.Period.Id} {row.Interpretation.Key} {row.Option.Id} {row.Total} {row.Amount} {row.ChangesBand} {row.Settled}"),
        .. period.Assessment.Measurement.TargetsIn(period.Period).Select(result => $"{period.Period.Id} {result.Resource.Path} {result.Target.Id} {result.State}"),
        .. period.Assessment.Measurement.OccurrencesIn(period.Period).Select(duty => $"{period.Period.Id} {duty.Key} {duty.State}"),
    ];

    private static ContractResult ResultOf(Registry registry, string contract, KnownReadings? readings)
    {
        var written = registry.ContractNamed(contract)!;
        return ContractRunner.Run(written, Calendars.For(registry, written.Terms.Purchaser), contract == Contract ? AsOf : registry.CutOffOf(written), readings: readings);
    }
}
