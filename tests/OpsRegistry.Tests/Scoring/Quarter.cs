using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Scoring;

/// <summary>A contract's own governance files, without its records, to be scored on records made for a test.</summary>
internal sealed class Quarter
{
    private readonly IReadOnlyList<Resource> governance;
    private readonly string contract;

    private Quarter(string contract, string folder, Func<string, string>? edit)
    {
        this.contract = contract;
        var loaded = InMemory.Load(InMemory.Files(folder)
            .Where(file => !file.Key.Contains("/records/", StringComparison.Ordinal))
            .Select(file => new KeyValuePair<string, string>(file.Key, edit is null ? file.Value : edit(file.Value))));
        Assert.Empty(loaded.Findings);
        governance = loaded.Registry.Resources;
    }

    /// <summary>
    /// The golden contract with its response score taken from the worst event: with the mean, one more quick response would raise the score, as the
    /// clause says it should.
    /// </summary>
    public static Quarter Harbour { get; } = new("harbour-2026", "tests/golden/harbour", text => text.Replace("aggregation: mean", "aggregation: worst", StringComparison.Ordinal));

    /// <summary>Pingdingshan's terms as the repository holds them.</summary>
    public static Quarter Pingdingshan { get; } = new("pingdingshan-2025", ".", null);

    /// <summary>The contract with the given record files.</summary>
    public Registry With(IEnumerable<KeyValuePair<string, string>> records)
    {
        var loaded = InMemory.Load(records);
        Assert.Empty(loaded.Findings);
        return new(governance.Concat(loaded.Registry.Resources).OrderBy(resource => resource.Path, StringComparer.Ordinal).ToList(), []);
    }

    /// <summary>The measurement as of a day's end, under the defaults or with one reading changed.</summary>
    public Measurement Measure(IEnumerable<KeyValuePair<string, string>> records, LocalDate until, string? key = null, string? option = null)
    {
        var registry = With(records);
        var folder = registry.ContractNamed(contract)!;
        var choices = Readings.InForce(folder, BeijingTime.EndOf(until)).ToDictionary(StringComparer.Ordinal);
        if (key is not null)
        {
            choices[key] = option!;
        }

        return Measurer.Measure(Readings.Apply(folder, choices), Calendars.Of(registry), BeijingTime.EndOf(until));
    }

    /// <summary>The assessment of one period.</summary>
    public static Assessment Assess(Measurement measurement, string period) => Assessor.Assess(measurement, measurement.PeriodNamed(period)!);

    /// <summary>The money of a total that one indicator is made to give.</summary>
    public PeriodSettlement SettlementOf(decimal total)
    {
        var measurement = Measure([], new LocalDate(2026, 11, 20));
        var group = measurement.Folder.Scorecard!.Groups[0];
        return PeriodSettlement.Of(new Assessment(measurement, measurement.Periods[0], [new(group, group.Indicators[0], total, [])]));
    }
}
