using System.Text.RegularExpressions;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Tests.StraightLine;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>Which records come to nothing in a period: <see cref="KnownReadingsTests"/> hold that what is left out changes nothing, these that it is left out, and where it must not be.</summary>
public sealed class RecordsBesideTests
{
    private const string Contract = "pingdingshan-2025";

    [Fact]
    public void A_record_reaches_its_own_period_and_none_before()
    {
        var (folder, periods, beside) = Of(Files());
        var left = 0;
        foreach (var incident in folder.Of<Incident>())
        {
            var own = periods.Single(period => period.Days.Contains(incident.Spec.OccurredOn));
            Assert.False(beside.IsBeside(incident.Untyped, own));
            left += periods.Count(period => period.Number < own.Number && beside.IsBeside(incident.Untyped, period));
        }

        Assert.True(left > folder.Of<Incident>().Count() / 2);
    }

    [Fact]
    public void A_record_after_the_term_may_count_on_its_last_day_and_lies_beside_no_period()
    {
        var files = Files();
        var last = Of(files).Folder.Of<Incident>().MaxBy(incident => incident.Spec.ReportedAt.ToInstant());
        var contract = files.Keys.Single(path => path.EndsWith($"{Contract}/contract.yaml", StringComparison.Ordinal));
        files[contract] = Regex.Replace(files[contract], @"(\n  term:\n    start: \S+\n    end: )\S+", $"${{1}}{last.Spec.OccurredOn:uuuu-MM-dd}");
        var (folder, periods, beside) = Of(files);
        Assert.Equal(last.Spec.OccurredOn, folder.Terms.Term.End);
        Assert.All(periods, period => Assert.False(beside.IsBeside(folder.Find<Incident>(last.Name)!.Value.Untyped, period)));
        Assert.Contains(folder.Of<Incident>(), incident => beside.IsBeside(incident.Untyped, periods[^1]));
    }

    private static SortedDictionary<string, string> Files() =>
        new(InMemory.Files("tests/golden/contracts").Where(file => ContractFolders.NameIn(file.Key) is null or Contract).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private static (ContractFolder Folder, IReadOnlyList<AssessmentPeriod> Periods, RecordsBeside Beside) Of(SortedDictionary<string, string> files)
    {
        var folder = InMemory.Load(files).Registry.ContractNamed(Contract)!;
        return (folder, AssessmentPeriod.Plan(folder.Terms), new(folder, [folder]));
    }
}
