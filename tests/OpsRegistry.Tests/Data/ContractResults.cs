using NodaTime;
using NodaTime.Text;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.Data;

/// <summary>What the straight line computes of the committed contracts.</summary>
internal static class ContractResults
{
    /// <summary>The contract of a name.</summary>
    public static ContractFolder Folder(string contract) => FrozenRegistry.Loaded.Registry.ContractNamed(contract)!;

    /// <summary>The result up to the end of a day; up to the registry's own cut-off where none is given.</summary>
    public static ContractResult Of(string contract, string? through = null)
    {
        var day = through is null ? FrozenRegistry.Loaded.Registry.Settings!.RecordsUntil!.Value : LocalDatePattern.Iso.Parse(through).Value;
        return ContractRunner.Run(Folder(contract), Calendar(contract), BeijingTime.EndOf(day));
    }

    /// <summary>The measurement under one other reading.</summary>
    public static Measurement Under(string contract, string key, string option) =>
        Measurer.Measure(Readings.Apply(Folder(contract).KnownAt(CutOff), new Dictionary<string, string> { [key] = option }), Calendar(contract), CutOff);

    /// <summary>Met, missed, pending and not measurable of a target in a period, as <c>2/1/0/0</c>.</summary>
    public static string Counts(Measurement measurement, string period, string target)
    {
        var results = measurement.TargetsIn(measurement.PeriodNamed(period)!).Where(result => result.Target.Id == target).ToList();
        return string.Join('/', new[] { TargetState.Met, TargetState.Missed, TargetState.Pending, TargetState.NotMeasurable }.Select(state => results.Count(result => result.State == state)));
    }

    /// <summary>Fulfilled, missing and pending of an obligation in a period, as <c>1/0/0</c>.</summary>
    public static string Done(Measurement measurement, string period, string obligation)
    {
        var due = measurement.OccurrencesIn(measurement.PeriodNamed(period)!).Where(occurrence => occurrence.Obligation.Id == obligation).ToList();
        return string.Join('/', new[] { OccurrenceState.Fulfilled, OccurrenceState.Missing, OccurrenceState.Pending }.Select(state => due.Count(occurrence => occurrence.State == state)));
    }

    private static Instant CutOff => FrozenRegistry.Loaded.Registry.CutOff;

    private static WorkCalendar Calendar(string contract) => Calendars.For(FrozenRegistry.Loaded.Registry, Folder(contract).Terms.Purchaser);
}
