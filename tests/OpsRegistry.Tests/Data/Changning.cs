using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.Data;

/// <summary>The contract changning-2026 as committed, under any reading, and with records that a test makes up.</summary>
internal static class Changning
{
    private static readonly Registry Registry = FrozenRegistry.Loaded.Registry;

    public static ContractFolder Folder { get; } = Registry.ContractNamed("changning-2026")!;

    public static WorkCalendar Calendar { get; } = Calendars.For(Registry, Folder.Terms.Purchaser);

    public static ContractResult Result { get; } = ResultOf(Folder, new(2026, 11, 20));

    /// <summary>The contract's result up to the end of a day.</summary>
    public static ContractResult ResultOf(ContractFolder folder, LocalDate lastDay) => ContractRunner.Run(folder, Calendar, BeijingTime.EndOf(lastDay));

    /// <summary>What is measured under one reading that is not the default.</summary>
    public static Measurement MeasuredAs(ContractFolder folder, string key, string option, LocalDate lastDay) =>
        Measurer.Measure(
            Readings.Apply(folder.KnownAt(BeijingTime.EndOf(lastDay)), new Dictionary<string, string>(Readings.InForce(folder.KnownAt(BeijingTime.EndOf(lastDay))), StringComparer.Ordinal) { [key] = option }),
            Calendar,
            BeijingTime.EndOf(lastDay));

    /// <summary>The contract with its governance files and no records but these.</summary>
    public static ContractFolder WithOnly(params RecordSpec[] records) => new(
        Folder.Contract,
        [.. Folder.Resources.Where(resource => resource.Spec is not RecordSpec), .. records.Select(ResourceOf)]);

    /// <summary>An ordinary case by telephone that somebody has to come for.</summary>
    public static Incident CaseAt(string reported, Channel channel = Channel.Phone) => new()
    {
        Summary = "示例",
        Category = IncidentCategory.Fault,
        Systems = [],
        Channel = channel,
        ReportedAt = OffsetDateTimePattern.Rfc3339.Parse(reported).Value,
        OnSiteNeeded = true,
        Attributable = false,
        CauseCategory = CauseCategory.Unknown,
    };

    /// <summary>Each target with the moment it was due, in the order of the service levels.</summary>
    public static string DueTimes(Measurement measurement) => string.Join("; ", measurement.Targets.Select(result =>
        $"{result.Target.Id} {BeijingTime.Local(result.Due!.Value).ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}"));

    /// <summary>Met, missed and pending of each target that was measured in a period.</summary>
    public static string Counts(Measurement measurement, string period) => string.Join("; ",
        from summary in TargetSummary.Summarise(measurement, measurement.PeriodNamed(period)!)
        where summary.Met + summary.Missed + summary.Pending + summary.NotMeasurable > 0
        select $"{summary.Target.Id} {summary.Met}/{summary.Missed}/{summary.Pending}");

    private static Resource ResourceOf(RecordSpec record, int index)
    {
        var kind = Kinds.All.Single(kind => kind.SpecType == record.GetType());
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind.KebabName}-{record.OccurredOn.Year}-{index + 1:0000}");
        return new(
            name + ".yaml", new('0', 40), kind, new Metadata { Name = name, Contract = Folder.Name, Provenance = Provenance.Sample },
            new MappingNode(Place.StartOf(name + ".yaml"), []), record);
    }
}
