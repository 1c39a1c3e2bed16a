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
    public static ContractResult Run(ContractFolder written, WorkCalendar calendar, Instant asOf)
    {
        var folder = written.KnownAt(asOf);
        var choices = Readings.InForce(folder);
        var periods = new List<PeriodResult>();
        Measurement? latest = null;
        foreach (var version in ContractVersion.Of(folder).Where(version => version.Periods.Any(period => period.HasBegunBy(asOf))))
        {
            var measurement = latest = Measurer.Measure(Readings.Apply(version.Folder, choices), calendar, asOf);
            var assessments = version.Periods.Where(period => period.HasBegunBy(asOf)).Select(period => Assessor.Assess(measurement, period)).ToList();
            var sensitivity = new Lazy<ILookup<string, SensitivityRow>>(() => Sensitivity.Of(version.Folder, calendar, asOf, assessments));
            periods.AddRange(assessments.Select(assessment =>
                new PeriodResult(assessment, PeriodSettlement.Of(assessment), new(() => sensitivity.Value[assessment.Period.Id].ToList()), choices)));
        }

        latest ??= Measurer.Measure(Readings.Apply(folder.InForceOn(BeijingTime.DateEndingAt(asOf)), choices), calendar, asOf);
        return new(latest, periods, Settler.Settle(latest, periods));
    }

    /// <summary>Measures a contract under the readings in force, without assessing it: every period of its term, begun or not.</summary>
    public static IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Measure(ContractFolder written, WorkCalendar calendar, Instant asOf)
    {
        var folder = written.KnownAt(asOf);
        var choices = Readings.InForce(folder);
        return (
            from version in ContractVersion.Of(folder)
            let measurement = Measurer.Measure(Readings.Apply(version.Folder, choices), calendar, asOf)
            from period in version.Periods
            orderby period.Number
            select (measurement, period)).ToList();
    }
}
