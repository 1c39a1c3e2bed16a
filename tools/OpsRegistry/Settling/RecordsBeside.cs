using System.Collections.Concurrent;
using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>Which records lie beside a period, for each set of terms as they are read; the same for both sides of a change while it touches neither terms nor reports nor determinations.</summary>
internal sealed class KnownBeside
{
    private readonly Dictionary<(SameObjects Files, string InForce), RecordsBeside> known = [];

    /// <summary>What lies beside the periods under a contract's terms.</summary>
    /// <param name="written">The contract as its files have it.</param>
    /// <param name="folder">The contract in the version that a period is read by.</param>
    /// <param name="readings">The contract as it is read, and as each other reading has it.</param>
    public RecordsBeside Of(ContractFolder written, ContractFolder folder, Func<IReadOnlyList<ContractFolder>> readings)
    {
        var files = folder.Versions.Concat(folder.Of(Kinds.Of<Service>())).Concat(written.Of(Kinds.Of<FaultReport>())).Concat(written.Of(Kinds.Of<Determination>()));
        var key = (new SameObjects([folder.Terms, folder.Interpretations, .. files]), Readings.IdentityOf(Readings.InForce(folder)));
        return known.TryGetValue(key, out var beside) ? beside : known[key] = new(written, readings());
    }
}

/// <summary>
/// Which records lie beside a period, whatever reading is in force: they tell of nothing before its last day was over, or they happened before its first day and every clock that any reading
/// can run on them had stopped by then; and nothing in the contract counts records of their kind over several periods. The period comes to the same with them and without. Several threads may ask at once.
/// </summary>
/// <param name="written">The contract as its files have it.</param>
/// <param name="readings">The contract as it is read, and as each other reading has it.</param>
internal sealed class RecordsBeside(ContractFolder written, IReadOnlyList<ContractFolder> readings)
{
    // The many, and all that clocks run on but acceptances. Of other kinds nobody has looked through what is asked about them later.
    private static readonly HashSet<string> Considered = new([nameof(Incident), nameof(ServiceRequest), nameof(Vulnerability)], StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Resource, (Instant From, Instant Until)> reach = new(ByIdentity.Instance);
    private readonly Lazy<IReadOnlyList<RecordMatch>> counted = new(() => Different(readings.SelectMany(CountedOverPeriods).Where(match => Considered.Contains(match.Kind)), match => (match, match.Kind)));
    private readonly Lazy<IReadOnlyList<ScopedTarget>> targets = new(() => Different(readings.SelectMany(TargetsIn), target => (target.Target, target.Service)));
    private readonly Lazy<IReadOnlyList<ServiceLevels>> levels = new(() => Different(readings.Select(reading => reading.ServiceLevels).OfType<ServiceLevels>().Where(one => one.Severities is not null), one => (one.Severities!, null)));
    private readonly Lazy<LocalDate> termEnds = new(() => readings.Min(reading => reading.Terms.Term.End));
    private readonly Lazy<HashSet<string>> determined = new(() => written.Of<Determination>().Select(determination => determination.Spec.Record).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether a record lies beside a period.</summary>
    public bool IsBeside(Resource record, AssessmentPeriod period) => Considered.Contains(record.Kind.Name) && reach.GetOrAdd(record, ReachOf) is var (from, until) &&
        (until <= BeijingTime.StartOf(period.Days.Start) || from >= BeijingTime.StartOf(period.Days.End));

    // From when until when a record may count; always where that cannot be told.
    private (Instant From, Instant Until) ReachOf(Resource record)
    {
        var spec = (RecordSpec)record.Spec;
        if (determined.Value.Contains(record.Name) || spec.OccurredOn >= termEnds.Value) // what comes after the term may count on its last day
        {
            return (Instant.MinValue, Instant.MaxValue);
        }

        var (first, last, goesOn) = MomentsIn(record, spec);
        var fact = new Fact(record, spec, MeasuredValues.None);
        var ended = last;
        var severities = new Lazy<List<string>>(() => goesOn ? [] : levels.Value.SelectMany(terms => Measurer.Graded(fact, terms, ended).Values(MeasuredFields.Severity)).Concat(fact.Values(MeasuredFields.Severity)).Distinct(StringComparer.Ordinal).ToList());
        if (counted.Value.Any(match => MayHold(match, fact, severities)))
        {
            return (Instant.MinValue, Instant.MaxValue);
        }

        foreach (var target in targets.Value.Where(target => (target.Service is not { } service || spec.Services.Any(named => named.Value == service)) && MayHold(target.Target.AppliesTo, fact, severities)))
        {
            var (from, to) = TimeStamps.Find(record.Kind, spec, target.Target);
            if (from is null && target.Target.StartsWhenMissed is null)
            {
                continue; // nothing ever starts it
            }

            if ((target.Target.Metric == Metric.Report ? Reported(record, target.Target) ?? to?.ToInstant() : to?.ToInstant()) is not { } stop)
            {
                return (first, Instant.MaxValue);
            }

            last = Instant.Max(last, stop);
        }

        return (first, goesOn ? Instant.MaxValue : last);
    }

    // As of any cut-off from then on a report was there.
    private Instant? Reported(Resource record, TargetTerms target) => written.ReportsOn(record.Name)
        .Where(report => report.Spec.ReportType == target.ReportType && report.Spec.KnownOn is not null)
        .Select(report => (Instant?)Instant.Max(report.Spec.SubmittedAt.ToInstant(), BeijingTime.EndOf(report.Spec.KnownOn!.Value))).Min();

    /// <summary>The first and the last moment that a record tells of, and whether something in it goes on.</summary>
    private static (Instant First, Instant Last, bool GoesOn) MomentsIn(Resource record, RecordSpec spec)
    {
        var (first, last, goesOn) = (Instant.MaxValue, Instant.MinValue, false);
        Take(BeijingTime.StartOf(LocalDate.Min(LocalDate.Min(spec.OccurredOn, spec.BeganOn), spec.EndedOn)));
        Take(BeijingTime.EndOf(LocalDate.Max(LocalDate.Max(spec.OccurredOn, spec.BeganOn), spec.EndedOn)));
        foreach (var field in record.Kind.Fields)
        {
            switch (field.ValueOf(spec))
            {
                case OffsetDateTime time:
                    Take(time.ToInstant());
                    break;
                case LocalDate day:
                    Take(BeijingTime.StartOf(day));
                    Take(BeijingTime.EndOf(day));
                    break;
                case IReadOnlyList<Arrival> arrivals:
                    arrivals.ToList().ForEach(arrival => Take(arrival.At.ToInstant()));
                    break;
                case IReadOnlyList<TimeSpanRecord> stretches:
                    foreach (var stretch in stretches)
                    {
                        Take(stretch.From.ToInstant());
                        Take(stretch.To?.ToInstant() ?? stretch.From.ToInstant());
                        goesOn |= stretch.To is null;
                    }

                    break;
            }
        }

        return (first, last, goesOn);

        void Take(Instant moment) => (first, last) = (Instant.Min(first, moment), Instant.Max(last, moment));
    }

    /// <summary>Whether a record can satisfy a match under any reading: what measuring adds may be anything, but a level only one of those that the readings give it, or the one that it claims; any while it goes on.</summary>
    private static bool MayHold(RecordMatch match, Fact fact, Lazy<List<string>> severities) => match.Kind == fact.Resource.Kind.Name &&
        match.Where.All(condition => MeasuredFields.List(match.Kind).Contains(condition.Key) || IsAmong(condition.Value, fact.Values(condition.Key))) &&
        (!match.Where.TryGetValue(MeasuredFields.Severity, out var wanted) || severities.Value.Count == 0 || IsAmong(wanted, severities.Value));

    private static bool IsAmong(OneOf wanted, IReadOnlyList<string> values) => values.Any(value => wanted.Values.Contains(value, StringComparer.Ordinal));

    /// <summary>The limits that something in the contract looks at, and those whose miss starts one of these.</summary>
    private static IEnumerable<ScopedTarget> TargetsIn(ContractFolder reading)
    {
        var all = new ServiceScope(reading).Targets;
        var named = RecordMatches.Of(reading).SelectMany(match => match.Where.GetValueOrDefault(MeasuredFields.MissedTargets)?.Values ?? [])
            .Concat(BasesIn(reading).SelectMany(basis => basis.Targets).Select(target => target.Value)).ToHashSet(StringComparer.Ordinal);
        while (all.Where(target => named.Contains(target.Target.Id)).Select(target => target.Target.StartsWhenMissed).OfType<string>().Except(named).ToList() is { Count: > 0 } before)
        {
            named.UnionWith(before);
        }

        return all.Where(target => named.Contains(target.Target.Id));
    }

    private static IEnumerable<ShapeBasis> BasesIn(ContractFolder reading) => Governance.Deductions(reading).SelectMany(Governance.BasesOf);

    /// <summary>Each once, of those that every reading has.</summary>
    private static List<T> Different<T>(IEnumerable<T> all, Func<T, (Bound Part, string? Beside)> of)
    {
        var different = new List<T>();
        foreach (var one in all)
        {
            var (part, beside) = of(one);
            if (!different.Exists(other => of(other).Beside == beside && NodeEquality.Same(of(other).Part.Node, part.Node)))
            {
                different.Add(one);
            }
        }

        return different;
    }

    /// <summary>What is counted over several periods: what a line of the form carries on, figures, what duties call for and are fulfilled by, and events that cost once.</summary>
    private static IEnumerable<RecordMatch> CountedOverPeriods(ContractFolder reading) =>
    [
        .. BasesIn(reading).Where(basis => basis.ReachesBack).SelectMany(basis => basis.Records),
        .. Governance.Aggregates(reading).SelectMany(terms => new[] { terms.Records, terms.Matching }).OfType<RecordMatch>(),
        .. Governance.Obligations(reading).SelectMany(duty => duty.Matches),
        .. Governance.Scorecards(reading).SelectMany(scorecard => scorecard.Settlement?.PricedEvents ?? [])
            .Where(priced => priced.OncePer is not null).SelectMany(priced => new[] { priced.Records, priced.LiftedBy }.Concat(priced.OrWhen)).OfType<RecordMatch>(),
    ];
}
