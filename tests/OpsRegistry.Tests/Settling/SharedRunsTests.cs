using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>The two sides of a change share what is the same on both, and each comes to what it comes to alone.</summary>
public sealed class SharedRunsTests
{
    private const string Contract = "harbour-2026";

    private static readonly Instant AsOf = BeijingTime.EndOf(new(2026, 12, 31));

    [Fact]
    public void A_file_with_the_same_bytes_on_both_sides_is_read_once_and_any_other_anew()
    {
        var files = InMemory.Files("tests/golden/harbour");
        var before = InMemory.Load(files);
        var (changed, faulty) = (files.Keys.First(path => path.Contains("/records/", StringComparison.Ordinal)), files.Keys.Last(path => path.Contains("/records/", StringComparison.Ordinal)));
        files[changed] += "# a remark\n";
        files[faulty] = "kind: [";
        var after = InMemory.Load(files, before);
        var there = before.Registry.Resources.ToDictionary(resource => resource.Path, StringComparer.Ordinal);
        Assert.All(after.Registry.Resources, resource => Assert.Equal(resource.Path != changed, ReferenceEquals(resource, there[resource.Path])));
        Assert.Contains(after.Registry.Unread, path => path == faulty);
        Assert.Equal(InMemory.Load(files).Findings.Select(finding => finding.Identity), after.Findings.Select(finding => finding.Identity));
    }

    [Fact]
    public void Periods_that_follow_from_the_same_files_are_run_once()
    {
        var files = InMemory.Files("tests/golden/harbour");
        var (shared, before) = (new SharedRuns(), InMemory.Load(files));
        var first = Run(before.Registry, shared);
        files[HarbourEdits.LastRecordIn(files)] += "# a remark\n";
        var second = Run(InMemory.Load(files, before).Registry, shared);
        var same = first.Periods.Zip(second.Periods).Count(pair => ReferenceEquals(pair.First.Assessment.Measurement, pair.Second.Assessment.Measurement));
        Assert.InRange(same, 1, first.Periods.Count - 1);
    }

    [Fact]
    public void No_series_of_edits_brings_one_side_to_say_what_it_would_not_say_alone()
    {
        var random = new Random(Campaign.Seed(17));
        var files = InMemory.Files("tests/golden/harbour");
        for (var round = Campaign.Inputs("changes of a contract, both sides at once", 12); round > 0; round--)
        {
            var before = InMemory.Load(files);
            if (!HarbourEdits.EditRecord(files, random) || before.Registry.ContractNamed(Contract) is null)
            {
                files = InMemory.Files("tests/golden/harbour");
                continue;
            }

            var shared = new SharedRuns();
            Assert.Equal(Told(Run(before.Registry, new())), Told(Run(before.Registry, shared)));
            Assert.Equal(Told(Run(InMemory.Load(files).Registry, new())), Told(Run(InMemory.Load(files, before).Registry, shared)));
        }
    }

    private static ContractResult Run(Registry registry, SharedRuns shared)
    {
        var written = registry.ContractNamed(Contract)!;
        return ContractRunner.Run(written, shared.CalendarLike(Calendars.For(registry, written.Terms.Purchaser)), AsOf, shared: shared);
    }

    private static List<string> Told(ContractResult result) =>
    [
        .. result.Periods.Select(period => $"{period.Period.Id} {period.ClosedAt} {period.Assessment.Total} {period.Assessment.Band?.Id} {period.Settlement.Total} {period.Assessment.State}"),
        .. result.Periods.SelectMany(period => period.Assessment.Deductions).Select(deduction => $"{deduction.Id} {deduction.Points} {deduction.Reason.Zh} {string.Join(' ', deduction.Records)}"),
        .. result.Periods.SelectMany(period => period.Settlement.Lines).Select(line => $"{line.Id} {line.Amount} {line.Reason.Zh}"),
        .. result.Periods.SelectMany(period => period.OpenPoints).Select(point => $"{point.Kind} {point.What.Zh} {point.Moves}"),
        .. result.Periods.SelectMany(period => period.Sensitivity).Select(row => $"{row.Interpretation.Key} {row.Option.Id} {row.Total} {row.Amount} {row.ChangesBand}"),
    ];
}
