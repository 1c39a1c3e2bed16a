using System.Collections.Concurrent;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>All that was measured of a contract up to a cut-off.</summary>
/// <param name="Folder">The contract, as the readings in force have it.</param>
/// <param name="AsOf">The cut-off: later facts have not happened yet.</param>
/// <param name="Calendar">The working days.</param>
/// <param name="Periods">The assessment periods.</param>
/// <param name="Facts">The records, by day and path.</param>
/// <param name="Targets">The outcomes of all targets on all records.</param>
internal sealed record Measurement(
    ContractFolder Folder,
    Instant AsOf,
    WorkCalendar Calendar,
    IReadOnlyList<AssessmentPeriod> Periods,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<TargetResult> Targets)
{
    // Made when first asked for, as all that follows; the empty name stands for no service.
    private readonly Lazy<ILookup<string, Fact>> byService = new(() => Facts
        .SelectMany(fact => fact.Record.Services.Select(service => (service.Value, Fact: fact)))
        .ToLookup(pair => pair.Value, pair => pair.Fact, StringComparer.Ordinal));

    private readonly Lazy<ILookup<Resource, TargetResult>> targetsByRecord = new(() => Targets.ToLookup(result => result.Resource, ByIdentity.Instance));

    private readonly Lazy<ILookup<string, Fact>> byKind = new(() => Facts.ToLookup(fact => fact.Resource.Kind.Name, StringComparer.Ordinal));

    private readonly Lazy<Dictionary<Resource, Fact>> byResource = new(() => Facts.ToDictionary(fact => fact.Resource, ByIdentity.Instance));

    private readonly ConcurrentDictionary<string, FactsByDay> byDay = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, IReadOnlyList<Fact>> covering = new(StringComparer.Ordinal);

    // A scorecard asks for a period's part once a term; the key holds all that the part depends on, so copies may share it.
    private readonly ConcurrentDictionary<(DateSpan, EventReading), PeriodPart> parts = new();

    /// <summary>The contract's clocks.</summary>
    public ContractClocks Clocks { get; } = new(Folder.ServiceLevels, Calendar);

    /// <summary>The records in which a determination stands, by path.</summary>
    public IReadOnlyDictionary<string, Resource> Determined { get; } = Folder.Resources.Where(resource => resource.Determined.Count > 0).ToDictionary(resource => resource.Path, StringComparer.Ordinal);

    /// <summary>The period of an id, or null.</summary>
    public AssessmentPeriod? PeriodNamed(string id) => Periods.FirstOrDefault(period => period.Id == id);

    /// <summary>The records that belong to a period as the contract reads it.</summary>
    public IReadOnlyList<Fact> FactsIn(AssessmentPeriod period) => PartFor(period).Facts;

    /// <summary>The outcomes of targets on a period's records.</summary>
    public IReadOnlyList<TargetResult> TargetsIn(AssessmentPeriod period) => PartFor(period).Targets;

    /// <summary>The outcomes of targets on one record.</summary>
    public IEnumerable<TargetResult> TargetsOf(Resource record) =>
        Again is null ? targetsByRecord.Value[record] : Again.Records.TryGetValue(record, out var again) ? again.Targets : Again.Before.TargetsOf(record);

    /// <summary>Where records that an earlier measurement holds came out otherwise, they and that measurement; null where every record was measured for this one.</summary>
    public MeasuredAgain? Again { get; init; }

    /// <summary>What no later cut-off changes; null where nothing is kept of it.</summary>
    public SettledRecords? Settled { get; init; }

    /// <summary>The records of a kind, by day and path.</summary>
    public IEnumerable<Fact> FactsOfKind(string kind) => byKind.Value[kind];

    /// <summary>What a record came out as; null where it is not among them.</summary>
    public Fact? FactOf(Resource record) => byResource.Value.GetValueOrDefault(record);

    private readonly Lazy<Dictionary<string, Fact>> byPath = new(() => Facts.ToDictionary(fact => fact.Resource.Path, StringComparer.Ordinal));

    /// <summary>The fact in a file; null where there is none.</summary>
    public Fact? FactAt(string path) => byPath.Value.GetValueOrDefault(path);

    /// <summary>What would have been measured with other values in one record.</summary>
    /// <param name="edited">The record as it would stand in its file.</param>
    public Measurement With(Resource edited) => Measurer.Measure(Folder.With(resource => resource.Path == edited.Path ? edited : resource), Calendar, AsOf, this);

    /// <summary>How an incident was graded; null for what the contract's levels do not take.</summary>
    public SeverityGrading? GradingOf(Fact fact) => fact.Record is Incident incident && Folder.ServiceLevels?.Severities is { } terms && fact.Matches(terms.AppliesTo)
        ? SeverityGrading.Grade(terms, incident, AsOf)
        : null;

    /// <summary>An outcome as it stood at a moment before the cut-off.</summary>
    public TargetResult At(TargetResult result, Instant moment) => moment >= AsOf || result.Problem is not null
        ? result
        : TargetMeasure.Measure(
            result.Target, result.Resource, (RecordSpec)result.Resource.Spec, Folder.Of<FaultReport>().Where(report => report.Spec.Incident == result.Resource.Name), Clocks, moment, result.StartsAt);

    /// <summary>What would have been measured if a limit that still runs were missed.</summary>
    public Measurement Missing(TargetResult limit)
    {
        var fact = Facts.First(one => ReferenceEquals(one.Resource, limit.Resource));
        var missed = limit with { State = TargetState.Missed, DaysLate = 1 };
        return new(
            Folder, AsOf, Calendar, Periods, Replaced(fact, fact.With([.. fact.Values(MeasuredFields.MissedTargets), limit.Target.Id], null)),
            Targets.Select(one => ReferenceEquals(one, limit) ? missed : one).ToList());
    }

    /// <summary>What would have been measured of another record in one's place.</summary>
    public Measurement With(Fact fact, Fact other) => new(Folder, AsOf, Calendar, Periods, Replaced(fact, other), Targets);

    private List<Fact> Replaced(Fact fact, Fact other) => Facts.Select(one => ReferenceEquals(one.Resource, fact.Resource) ? other : one).ToList();

    /// <summary>The limits and duties, the contract's own and its services'.</summary>
    public ServiceScope Scope { get; } = new(Folder);

    /// <summary>The records of a service, by day; all records for no service.</summary>
    public IEnumerable<Fact> FactsOf(string? service) => service is null ? Facts : byService.Value[service];

    /// <summary>The records of a service that count on one of some days, in the same order.</summary>
    public IReadOnlyList<Fact> FactsOf(string? service, DateSpan days) =>
        byDay.GetOrAdd(service ?? "", _ => new(FactsOf(service))).In(days);

    /// <summary>The records of a service that belong to some days as the contract reads it: by their beginning, their report or their end.</summary>
    public IEnumerable<Fact> CountedIn(string? service, DateSpan days) =>
        FactsOf(service).Where(fact => days.Contains(fact.DayBy(Folder.Scorecard?.EventsBelongTo ?? EventReading.Began)));

    /// <summary>The records of a service that say which days they are about; of all services for none.</summary>
    public IReadOnlyList<Fact> CoveringOf(string? service) =>
        covering.GetOrAdd(service ?? "", _ => FactsOf(service).Where(fact => fact.Covers is not null).ToList());

    /// <summary>The occurrences of one obligation that belong to a period.</summary>
    public IReadOnlyList<Occurrence> OccurrencesIn(AssessmentPeriod period, ScopedObligation obligation) =>
        OccurrenceMeasure.InPeriod(obligation, period, this);

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
            if (Again is { Before: var before } && before.EventsBelongTo == key.Item2 && before.PartFor(period) is var same && !same.Facts.Any(fact => Again.Records.ContainsKey(fact.Resource)))
            {
                return same;
            }

            var facts = Facts.Where(fact => key.Item1.Contains(fact.DayBy(key.Item2))).ToList();
            var records = facts.Select(fact => fact.Resource).ToHashSet(ByIdentity.Instance);
            return new(facts, Targets.Where(result => records.Contains(result.Resource)).ToList());
        });

    private sealed record PeriodPart(IReadOnlyList<Fact> Facts, IReadOnlyList<TargetResult> Targets);
}

/// <summary>The same records under other terms: those that had to be measured again, and the measurement that holds of all others.</summary>
/// <param name="Before">What was measured.</param>
/// <param name="Records">What came out of the records that were measured again.</param>
internal sealed record MeasuredAgain(Measurement Before, IReadOnlyDictionary<Resource, (Fact Fact, IReadOnlyList<TargetResult> Targets)> Records);
