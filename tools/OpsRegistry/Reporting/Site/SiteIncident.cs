using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>An incident with what was measured of it and what it cost.</summary>
/// <param name="Fact">The record.</param>
/// <param name="Incident">What it says.</param>
/// <param name="Period">The period it counts in; null where none that has begun takes it.</param>
/// <param name="Targets">The outcomes of its limits.</param>
internal sealed record SiteIncident(ContractFolder Contract, Fact Fact, Incident Incident, PeriodResult? Period, IReadOnlyList<TargetResult> Targets, Measurement Measurement)
{
    /// <summary>The record's file.</summary>
    public Resource Resource => Fact.Resource;

    /// <summary>The level by the contract's own levels; null where it knows none for this incident.</summary>
    public SeverityGrading? Grading { get; private init; }

    /// <summary>The deductions that name it.</summary>
    public IReadOnlyList<Deduction> Deductions { get; private init; } = [];

    /// <summary>The lines of money that name it.</summary>
    public IReadOnlyList<SettlementLine> Money { get; private init; } = [];

    /// <summary>True while neither restored nor resolved.</summary>
    public bool IsOpen => Incident.RestoredAt is null && Incident.ResolvedAt is null;

    /// <summary>When it stopped hurting: restored, else resolved; null while open.</summary>
    public NodaTime.Instant? Over => (Incident.RestoredAt ?? Incident.ResolvedAt)?.ToInstant();

    /// <summary>The limits that were missed.</summary>
    public IEnumerable<TargetResult> Missed => Targets.Where(target => target.State == TargetState.Missed);

    /// <summary>The place of its level among the contract's, 0 for the worst; null where it has none.</summary>
    public int? Rank => Grading is { } grading ? grading.Terms.Levels.ToList().FindIndex(level => level.Id == grading.Level.Id) : null;

    /// <summary>The incident as tables list it.</summary>
    public IncidentRow Row => IncidentRow.From(Measurement, Fact, Deductions.Select(deduction => deduction.Id).ToList());

    /// <summary>Its level, the worst in the tone of what must not be overlooked; its category where the contract has no level for it.</summary>
    public Value.State Level => Grading is not { } grading ? new(Incident.Category.Title(), Tone.Plain)
        : Rank == 0 ? new(new($"▲ {grading.Level.Title.Zh}", $"▲ {grading.Level.Title.En}"), Tone.Bad)
        : new(grading.Level.Title, Rank == 1 && grading.Terms.Levels.Count > 2 ? Tone.Warning : Tone.Plain);

    /// <summary>The incidents of a contract, the latest first; each is read by the version in force in its own period.</summary>
    public static IReadOnlyList<SiteIncident> Collect(ContractResult result)
    {
        var found = new List<SiteIncident>();
        foreach (var fact in result.Measurement.Facts.Where(fact => fact.Record is Incident))
        {
            var period = result.Periods.FirstOrDefault(one => one.Assessment.Measurement.FactsIn(one.Period).Any(other => other.Resource.Path == fact.Resource.Path));
            found.Add(Collect(period?.Assessment.Measurement ?? result.Measurement, period, fact.Resource.Path));
        }

        return found
            .OrderByDescending(incident => incident.Incident.ReportedAt.ToInstant())
            .ThenBy(incident => incident.Resource.Path, StringComparer.Ordinal)
            .ToList();
    }

    private static SiteIncident Collect(Measurement measurement, PeriodResult? period, string path)
    {
        var fact = measurement.Facts.First(one => one.Resource.Path == path);
        var incident = (Incident)fact.Record;
        return new(measurement.Folder, fact, incident, period, measurement.TargetsOf(fact.Resource).ToList(), measurement)
        {
            Grading = measurement.GradingOf(fact),
            Deductions = period?.Assessment.Deductions.Where(deduction => deduction.Records.Any(record => record.Path == path)).ToList() ?? [],
            Money = period?.Settlement.Lines.Where(line => line.Records.Any(record => record.Path == path)).ToList() ?? [],
        };
    }
}
