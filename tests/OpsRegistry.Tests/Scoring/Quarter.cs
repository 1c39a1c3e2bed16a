using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Scoring;

/// <summary>A contract's own governance files, without its records, to be scored on records made for a test.</summary>
internal sealed class Quarter
{
    private readonly IReadOnlyList<Resource> governance;
    private readonly string contract;

    private Quarter(string contract, IEnumerable<Resource> resources)
    {
        this.contract = contract;
        governance = resources.Where(resource => !resource.Path.Contains("/records/", StringComparison.Ordinal)).ToList();
    }

    /// <summary>
    /// The golden contract with its response score taken from the worst event: with the mean, one more quick response would raise the score, as the
    /// clause says it should.
    /// </summary>
    public static Quarter Harbour { get; } = new("harbour-2026", InMemory.Load(InMemory.Files("tests/golden/harbour")
        .Select(file => KeyValuePair.Create(file.Key, file.Value.Replace("aggregation: mean", "aggregation: worst", StringComparison.Ordinal)))).Registry.Resources);

    /// <summary>Pingdingshan's terms as the repository holds them.</summary>
    public static Quarter Pingdingshan { get; } = Of("pingdingshan-2025");

    /// <summary>A contract's terms as the repository holds them.</summary>
    public static Quarter Of(string contract) => new(contract, FrozenRegistry.Loaded.Registry.Resources);

    /// <summary>The contract with the given record files.</summary>
    public Registry With(IEnumerable<KeyValuePair<string, string>> records)
    {
        var loaded = InMemory.Load(records);
        Assert.Empty(loaded.Findings);
        return new(governance.Concat(loaded.Registry.Resources).OrderBy(resource => resource.Path, StringComparer.Ordinal).ToList(), []);
    }

    /// <summary>The measurement as of a day's end, under the defaults or with one reading changed.</summary>
    public Measurement Measure(IEnumerable<KeyValuePair<string, string>> records, LocalDate until, string? key = null, string? option = null) =>
        Measure(records, BeijingTime.EndOf(until), key is null ? null : $"{key} {option}");

    /// <summary>The measurement as of a moment, under the defaults or with one reading changed.</summary>
    /// <param name="records">The record files.</param>
    /// <param name="asOf">The cut-off.</param>
    /// <param name="reading">Key and option, with a space between.</param>
    public Measurement Measure(IEnumerable<KeyValuePair<string, string>> records, Instant asOf, string? reading = null)
    {
        var registry = With(records);
        var folder = registry.ContractNamed(contract)!.KnownAt(asOf);
        var choices = Readings.InForce(folder).ToDictionary(StringComparer.Ordinal);
        if (reading?.Split(' ') is [var key, var option])
        {
            Assert.Contains(folder.Interpretations!.Items, item => item.Key == key && item.Options.Any(one => one.Id == option));
            choices[key] = option;
        }

        return Measurer.Measure(Readings.Apply(folder, choices), Calendars.Build(registry), asOf);
    }

    /// <summary>The assessment of one period.</summary>
    public static Assessment Assess(Measurement measurement, string period) => Assessor.Assess(measurement, measurement.PeriodNamed(period)!);

    /// <summary>A period's result, without other readings.</summary>
    public static PeriodResult Result(Assessment assessment, PeriodSettlement settlement) => new(assessment.Period, new(new PeriodRun(assessment, settlement, new(() => []), new Dictionary<string, string>())));

    /// <summary>The money of a total that one indicator is made to give.</summary>
    public PeriodSettlement SettlementOf(decimal total)
    {
        var measurement = Measure([], new LocalDate(2026, 11, 20));
        var group = measurement.Folder.Scorecard!.Groups[0];
        return PeriodSettlement.Settle(new Assessment(measurement, measurement.Periods[0], [new(group, group.Indicators[0], total, [])]));
    }
}
