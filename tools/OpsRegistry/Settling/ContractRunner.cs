using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>The whole line on one contract: what is known at the cut-off, each version with the readings in force, measured, assessed and settled.</summary>
internal static class ContractRunner
{
    /// <summary>Measures, assesses and settles a contract, under the readings in force and, for sensitivity, under each other one.</summary>
    /// <param name="decidedBy">Until when decisions are known, where that is later than the cut-off: clocks do not run on for them.</param>
    /// <param name="readings">What is known of periods under other readings, of the contract as its files have it; null to compute it.</param>
    /// <param name="shared">What other runs on the same contract found out; null where there are none.</param>
    public static ContractResult Run(ContractFolder written, WorkCalendar calendar, Instant asOf, Instant? decidedBy = null, KnownReadings? readings = null, SharedRuns? shared = null) =>
        new ContractRun(written, calendar, asOf, decidedBy, readings, shared).Result();

    /// <summary>Measures, assesses and settles one period as it stands at a cut-off, without looking for whether it is closed by then; null where it has not begun.</summary>
    public static PeriodResult? Run(ContractFolder written, WorkCalendar calendar, Instant asOf, string period) => new ContractRun(written, calendar, asOf).PeriodNamed(period);

    /// <summary>Measures a contract under the readings in force, without assessing it: every period of its term, begun or not.</summary>
    /// <param name="settled">What is already known of the contract's records; null for nothing.</param>
    public static IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Measure(ContractFolder written, WorkCalendar calendar, Instant asOf, SettledRecords? settled = null)
    {
        var folder = written.KnownAt(asOf);
        var choices = Readings.InForce(folder);
        return (
            from version in ContractVersion.List(folder)
            let measurement = Measurer.Measure(Readings.Apply(Determinations.Apply(version.Folder), choices), calendar, asOf, settled: settled)
            from period in version.Periods
            orderby period.Number
            select (measurement, period)).ToList();
    }
}
