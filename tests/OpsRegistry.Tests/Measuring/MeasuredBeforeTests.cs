using NodaTime;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Tests.Data;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>What is taken over from another measurement is what measuring anew would find: under every reading of every contract, and without any one report.</summary>
public sealed class MeasuredBeforeTests
{
    public static TheoryData<string> Contracts => new(FrozenRegistry.Loaded.Registry.Contracts.Select(contract => contract.Name));

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Every_other_reading_measures_the_same_from_what_was_measured_as_anew(string name)
    {
        var (before, measure) = Measured(name);
        var alternatives = Readings.Alternatives(FrozenRegistry.Loaded.Registry.ContractNamed(name)!).ToList();
        Assert.NotEmpty(alternatives);
        Assert.All(alternatives, folder => Assert.Equal(Told(measure(folder, null)), Told(measure(folder, before))));
        Assert.Contains(alternatives, folder => !Told(measure(folder, null)).SequenceEqual(Told(before)));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Without_a_report_or_a_record_the_rest_is_measured_as_anew(string name)
    {
        var (before, measure) = Measured(name);
        foreach (var left in before.Folder.Of<FaultReport>().Select(report => report.Untyped).Take(3).Append(before.Folder.Records.Last()))
        {
            var folder = before.Folder.Without(resource => ReferenceEquals(resource, left));
            var anew = Told(measure(folder, null));
            Assert.Equal(anew, Told(measure(folder, before)));
            Assert.Equal(Told(before), Told(measure(before.Folder, measure(folder, null))));
        }
    }

    private static (Measurement Before, Func<ContractFolder, Measurement?, Measurement> Measure) Measured(string name)
    {
        var contract = FrozenRegistry.Loaded.Registry.ContractNamed(name)!;
        var calendar = Calendars.For(FrozenRegistry.Loaded.Registry, contract.Terms.Purchaser);
        var asOf = BeijingTime.EndOf(FrozenRegistry.Loaded.Registry.Settings!.RecordsUntil!.Value);
        return (Measurer.Measure(contract, calendar, asOf), (folder, before) => Measurer.Measure(folder, calendar, asOf, before));
    }

    internal static List<string> Told(Measurement measurement) =>
    [
        .. measurement.Facts.Select(fact => $"{fact.Resource.Path} {fact.CountsOn} {string.Join(' ', fact.Measured.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={string.Join(',', field.Value)}"))}"),
        .. measurement.Targets.Select(result => $"{result.Resource.Path} {result.Target.Id} {result.State} {result.Reason} {result.Start} {result.End} {result.Due} {result.Elapsed} {result.DaysLate} {result.Provisional}"),
    ];
}
