using System.Collections.Concurrent;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>All that was measured of a contract up to a cut-off.</summary>
/// <param name="Folder">The contract, as the readings in force have it.</param>
/// <param name="AsOf">The cut-off: later facts have not happened yet.</param>
/// <param name="Calendar">The working days.</param>
/// <param name="Periods">The assessment periods.</param>
/// <param name="Records">What came out of the records.</param>
/// <param name="Scope">The limits and duties, the contract's own and its services'.</param>
/// <param name="Clocks">The contract's clocks.</param>
internal sealed record Measurement(
    ContractFolder Folder,
    Instant AsOf,
    WorkCalendar Calendar,
    IReadOnlyList<AssessmentPeriod> Periods,
    MeasuredRecords Records,
    ServiceScope Scope,
    ContractClocks Clocks)
{
    // A scorecard asks for a period's part once a term; the key holds all that the part depends on, so copies may share it.
    private readonly ConcurrentDictionary<(DateSpan, EventReading), PeriodPart> parts = new();
    private readonly ConcurrentDictionary<EventReading, FactsByDay> byDay = new();

    // The scorecard, the list of what is due and the tables ask for the same ones.
    private readonly ConcurrentDictionary<ScopedObligation, ConcurrentDictionary<AssessmentPeriod, IReadOnlyList<Occurrence>>> occurrences = new(ReferenceEqualityComparer.Instance);

    /// <summary>The records, by day and path.</summary>
    public IReadOnlyList<Fact> Facts => Records.Facts;

    /// <summary>The outcomes of all targets on all records.</summary>
    public IReadOnlyList<TargetResult> Targets => Records.Targets;

    /// <summary>The records in which a determination stands, by path.</summary>
    public IReadOnlyDictionary<string, Resource> Determined => Records.Determined;

    /// <summary>The period of an id, or null.</summary>
    public AssessmentPeriod? PeriodNamed(string id) => Periods.FirstOrDefault(period => period.Id == id);

    /// <summary>The records that belong to a period as the contract reads it.</summary>
    public IReadOnlyList<Fact> FactsIn(AssessmentPeriod period) => PartFor(period).Facts;

    /// <summary>The outcomes of targets on a period's records.</summary>
    public IReadOnlyList<TargetResult> TargetsIn(AssessmentPeriod period) => PartFor(period).Targets;

    /// <summary>The outcomes of targets on one record.</summary>
    public IReadOnlyList<TargetResult> TargetsOf(Resource record) => Records.TargetsOf(record);

    /// <summary>Where this is another reading of an earlier measurement, what it takes over from there; null where every record was measured for this one.</summary>
    public MeasuredAgain? Again => Records as MeasuredAgain;

    /// <summary>What no later cut-off changes; null where nothing is kept of it.</summary>
    public SettledRecords? Settled { get; init; }

    /// <summary>The records of a kind, by day and path.</summary>
    public IEnumerable<Fact> FactsOfKind(string kind) => Records.OfKind(kind);

    /// <summary>What a record came out as; null where it is not among them.</summary>
    public Fact? FactOf(Resource record) => Records.FactOf(record);

    /// <summary>The fact in a file; null where there is none.</summary>
    public Fact? FactAt(string path) => Records.FactAt(path);

    /// <summary>What would have been measured with other values in one record.</summary>
    /// <param name="edited">The record as it would stand in its file.</param>
    public Measurement With(Resource edited) => Measurer.Measure(Folder.With(resource => resource.Path == edited.Path ? edited : resource), Calendar, AsOf, this);

    /// <summary>How an incident was graded; null for what the contract's levels do not take.</summary>
    public SeverityGrading? GradingOf(Fact fact) => fact.Record is Incident incident && Folder.ServiceLevels?.Severities is { } terms && fact.Matches(terms.AppliesTo)
        ? SeverityGrading.Grade(terms, incident, AsOf)
        : null;

    /// <summary>An outcome as it stood at a moment before the cut-off. What was late when it was stopped is as late ever after.</summary>
    public TargetResult At(TargetResult result, Instant moment) => moment >= AsOf || result.Problem is not null || (result.State == TargetState.Missed && result.End <= moment)
        ? result
        : TargetMeasure.Measure(
            result.Target, result.Resource, (RecordSpec)result.Resource.Spec, Folder.ReportsOn(result.Resource.Name), Clocks, moment, result.StartsAt);

    /// <summary>What would have been measured if a limit that still runs were missed.</summary>
    public Measurement Missing(TargetResult limit)
    {
        var fact = FactOf(limit.Resource)!;
        var missed = limit with { State = TargetState.Missed, DaysLate = 1 };
        return With(
            fact.With([.. fact.Values(MeasuredFields.MissedTargets), limit.Target.Id], null),
            TargetsOf(limit.Resource).Select(one => ReferenceEquals(one, limit) ? missed : one).ToList());
    }

    /// <summary>What would have been measured if a record had come out otherwise.</summary>
    public Measurement With(Fact other) => With(other, TargetsOf(other.Resource));

    // Not a copy: what was looked up of these records does not hold of others.
    private Measurement With(Fact other, IReadOnlyList<TargetResult> targets) => new(
        Folder, AsOf, Calendar, Periods, new WholeRecords(Facts.Select(one => ReferenceEquals(one.Resource, other.Resource) ? (other, targets) : (one, TargetsOf(one.Resource))).ToList()), Scope, Clocks);

    /// <summary>The records of a service, by day; all records for no service.</summary>
    public IEnumerable<Fact> FactsOf(string? service) => Records.OfService(service);

    /// <summary>The records of a service that count on one of some days, in the same order.</summary>
    public IReadOnlyList<Fact> FactsOf(string? service, DateSpan days) => Records.OfService(service, days);

    /// <summary>The records of a service that belong to some days as the contract reads it: by their beginning, their report or their end.</summary>
    public IEnumerable<Fact> CountedIn(string? service, DateSpan days) =>
        FactsOf(service).Where(fact => days.Contains(fact.DayBy(Folder.Scorecard?.EventsBelongTo ?? EventReading.Began)));

    /// <summary>The records of a service that say which days they are about; of all services for none.</summary>
    public IReadOnlyList<Fact> CoveringOf(string? service) => Records.CoveringOf(service);

    /// <summary>The occurrences of one obligation that belong to a period.</summary>
    public IReadOnlyList<Occurrence> OccurrencesIn(AssessmentPeriod period, ScopedObligation obligation) =>
        occurrences.GetOrAdd(obligation, static _ => new()).GetOrAdd(period, days => OccurrenceMeasure.InPeriod(obligation, days, this));

    /// <summary>The occurrences of every obligation that belong to a period.</summary>
    public IEnumerable<Occurrence> OccurrencesIn(AssessmentPeriod period) =>
        Scope.Obligations.SelectMany(obligation => OccurrencesIn(period, obligation));

    /// <summary>The period cut to the days of the service that an availability figure is about.</summary>
    public AssessmentPeriod DaysOf(AvailabilityTerms terms, AssessmentPeriod period) =>
        terms.Service is { } name && Folder.Find<Service>(name) is { } service
            ? period with { Days = period.Days.Intersect(service.Spec.ActiveDays(Folder.Terms.Term)) }
            : period;

    /// <summary>True where the records of a period, and their outcomes, are those of the measurement before.</summary>
    public bool TakesOver(AssessmentPeriod period) => Again is { Before: var before } && ReferenceEquals(PartFor(period), before.PartFor(period));

    private EventReading EventsBelongTo => Folder.Scorecard?.EventsBelongTo ?? EventReading.Began;

    private PeriodPart PartFor(AssessmentPeriod period) => parts.GetOrAdd(
        (period.Days, EventsBelongTo),
        key =>
        {
            if (Again is { Before: var before } && before.EventsBelongTo == key.Item2)
            {
                var same = before.PartFor(period);
                return Again.Of(same.Facts) is var now && ReferenceEquals(now, same.Facts) ? same : PartOf(now);
            }

            return PartOf(byDay.GetOrAdd(key.Item2, reading => new(Facts, fact => fact.DayBy(reading))).In(key.Item1));
        });

    private PeriodPart PartOf(IReadOnlyList<Fact> facts)
    {
        var records = new Resource[facts.Count];
        for (var place = 0; place < records.Length; place++)
        {
            records[place] = facts[place].Resource;
        }

        Array.Sort(records, static (one, other) => string.CompareOrdinal(one.Path, other.Path));
        var targets = new List<TargetResult>(records.Length);
        foreach (var record in records)
        {
            targets.AddRange(TargetsOf(record));
        }

        return new(facts, targets);
    }

    private sealed record PeriodPart(IReadOnlyList<Fact> Facts, IReadOnlyList<TargetResult> Targets);
}
