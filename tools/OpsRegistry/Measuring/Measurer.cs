using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>The Measure stage: records become facts with levels, target outcomes and due states.</summary>
internal static class Measurer
{
    private static readonly string[] Yes = ["true"], No = ["false"];

    /// <summary>Measures a contract.</summary>
    /// <param name="folder">The contract as it is known at the cut-off and as the readings in force have it.</param>
    /// <param name="asOf">The cut-off: clocks that still run are read at it.</param>
    /// <param name="before">The same contract measured at the same cut-off by other readings, or with other records: what comes out the same is taken from there.</param>
    /// <param name="settled">What other cut-offs found out that holds at this one, and what this one adds to it; that of <paramref name="before"/> where it is not said.</param>
    public static Measurement Measure(ContractFolder folder, WorkCalendar calendar, Instant asOf, Measurement? before = null, SettledRecords? settled = null)
    {
        settled ??= before?.Settled;
        var terms = settled?.Under(folder, calendar) ?? new(folder, calendar);
        var earlier = settled is null ? null : terms.Settled;
        var (scope, clocks) = (terms.Scope, terms.Clocks);
        var known = before is null ? null : new MeasuredBefore(before, folder, terms);
        if (known is { HoldsOfRecords: true })
        {
            return new(folder, asOf, calendar, before!.Periods, new MeasuredAgain(known, MeasureRecord), scope, clocks) { Settled = settled };
        }

        var records = new (LocalDate Day, (Fact Fact, IReadOnlyList<TargetResult> Targets) Measured)[folder.Records.Count];
        for (var place = 0; place < records.Length; place++)
        {
            var record = folder.Records[place];
            records[place] = (((RecordSpec)record.Spec).OccurredOn, known?.Find(record) ?? MeasureRecord(record));
        }

        return new(folder, asOf, calendar, AssessmentPeriod.Plan(folder.Terms), new WholeRecords(Ordered(records)), scope, clocks) { Settled = settled };

        (Fact Fact, IReadOnlyList<TargetResult> Targets) MeasureRecord(Resource resource)
        {
            var about = folder.ReportsOn(resource.Name);
            if (earlier?.GetValueOrDefault(resource) is { } settledBefore && settledBefore.At(asOf, about, clocks) is { } held)
            {
                return held;
            }

            var plain = new Fact(resource, (RecordSpec)resource.Spec, MeasuredValues.None) { CountsOn = CountedDay(resource, folder.Terms), BeganOn = BeganDay((RecordSpec)resource.Spec, folder.Terms) };
            var fact = known?.Graded(plain) ?? Graded(plain, folder.ServiceLevels, asOf);
            IReadOnlyList<TargetResult> results = MeasureAll(scope.TargetsFor(fact), fact, about, clocks, asOf, known);
            fact = Timed(fact, folder.ServiceLevels?.Satisfaction, results, asOf);
            (fact, results) = known?.Same(fact, results) ?? (fact, results);
            if (earlier is not null && SettledRecord.IsSettled(fact, results, asOf))
            {
                earlier[resource] = new(asOf, about, fact, results);
            }

            return (fact, results);
        }
    }

    /// <summary>The outcomes of a record's targets; those that another's miss starts come after all others, and only where it was missed.</summary>
    private static List<TargetResult> MeasureAll(IReadOnlyList<TargetTerms> targets, Fact fact, IReadOnlyList<Resource<FaultReport>> reports, ContractClocks clocks, Instant asOf, MeasuredBefore? before)
    {
        var results = new List<TargetResult>();
        foreach (var target in InOrder(targets))
        {
            if (before?.Find(fact.Resource, target.Id) is { } same)
            {
                results.Add(same);
                continue;
            }

            var condition = target.StartsWhenMissed is { } id ? results.Find(result => result.Target.Id == id) : null;
            var inClass = IsInClass(target, fact, clocks);
            if ((target.StartsWhenMissed is null || condition is { State: TargetState.Missed, Due: not null }) && (inClass.Problem is not null || inClass.Value))
            {
                results.Add(inClass.Problem is { } problem
                    ? new TargetResult(target, fact.Resource, TargetState.NotMeasurable, problem.Message) { Problem = problem }
                    : OfClass(inClass, TargetMeasure.Measure(target, fact.Resource, fact.Record, reports, clocks, asOf, condition?.Due)));
            }
        }

        return results;
    }

    private static IReadOnlyList<TargetTerms> InOrder(IReadOnlyList<TargetTerms> targets) =>
        targets.Any(target => target.StartsWhenMissed is not null) ? targets.OrderBy(target => target.StartsWhenMissed is not null).ToList() : targets;

    /// <summary>
    /// The class by the hour of the report is fixed then, wherever the clock starts. Where the calendar does not reach, no class is
    /// guessed: the target stays in as not measurable and says which day is missing.
    /// </summary>
    private static Parsed<bool> IsInClass(TargetTerms target, Fact fact, ContractClocks clocks)
    {
        if ((target.ReportedWithin ?? target.ReportedOutside) is not { } id || clocks.Window(id) is not { } window ||
            (target.From is null ? TimeStamps.Find(fact.Resource.Kind, fact.Record, target).Start : TimeStamps.Reported(fact.Record))?.ToInstant() is not { } start)
        {
            return Parsed.Known(true);
        }

        var open = window.IsOpen(start, clocks.Calendar);
        return open.Problem is not null ? open : Parsed.Known(open.Value == (target.ReportedWithin is not null), open.Provisional);
    }

    private static TargetResult OfClass(Parsed<bool> inClass, TargetResult result) =>
        inClass.Provisional && !result.Provisional ? result with { Provisional = true } : result;

    private static LocalDate CountedDay(Resource resource, Contract terms)
    {
        var day = ((RecordSpec)resource.Spec).OccurredOn;
        return day >= terms.Term.End && terms.Assessment.CountedInTerm.Contains(resource.Kind.Name) ? terms.Term.End.PlusDays(-1) : day;
    }

    /// <summary>What began before the term and was reported in it began with the term.</summary>
    private static LocalDate BeganDay(RecordSpec record, Contract terms) => record.OccurredOn < terms.Term.Start ? record.OccurredOn : LocalDate.Max(record.BeganOn, terms.Term.Start);

    /// <summary>An incident with its level as of a moment; any other record as it is.</summary>
    public static Fact Graded(Fact fact, ServiceLevels? levels, Instant asOf) =>
        fact.Record is Incident incident && levels?.Severities is { } terms && fact.Matches(terms.AppliesTo)
            ? fact with { Measured = fact.Measured.With(MeasuredFields.Severity, [Severities.LevelOf(terms, incident, asOf).Id]) }
            : fact;

    /// <summary>A graded record with all else that measuring adds.</summary>
    private static Fact Timed(Fact fact, SatisfactionGoal? goal, IReadOnlyList<TargetResult> results, Instant asOf)
    {
        var measured = fact.Measured.With(MeasuredFields.MissedTargets, MissedOf(results));
        if (fact.Record is Satisfaction survey)
        {
            measured = measured.With(MeasuredFields.Goal, [goal is null || survey.Answers == 0 ? "none" : survey.Satisfied >= goal.AtLeast * survey.Answers ? "met" : "missed"]);
        }

        if (MeasuredFields.List(fact.Resource.Kind.Name).Contains(MeasuredFields.Handled))
        {
            measured = measured.With(MeasuredFields.Handled, TimeStamps.Handled(fact.Record)?.ToInstant() <= asOf ? Yes : No);
        }

        if (fact.Record is ServiceRequest request)
        {
            measured = measured.With(MeasuredFields.DueState, [DueStateOf(request, asOf)]);
        }

        return fact with { Measured = measured };
    }

    private static IReadOnlyList<string> MissedOf(IReadOnlyList<TargetResult> results)
    {
        List<string>? missed = null;
        for (var place = 0; place < results.Count; place++)
        {
            if (results[place].State == TargetState.Missed)
            {
                (missed ??= []).Add(results[place].Target.Id);
            }
        }

        return missed is null ? [] : missed;
    }

    /// <summary>What has become of a request's last allowed day by a moment.</summary>
    public static string DueStateOf(ServiceRequest request, Instant asOf)
    {
        if (request.DueOn is not { } dueOn)
        {
            return "none";
        }

        var due = BeijingTime.EndOf(dueOn);
        var done = request.CompletedAt?.ToInstant() is { } completed && completed <= asOf ? completed : (Instant?)null;
        return done is { } end ? (end <= due ? "met" : "missed") : (asOf <= due ? "pending" : "missed");
    }

    private static (Fact Fact, IReadOnlyList<TargetResult> Targets)[] Ordered((LocalDate Day, (Fact Fact, IReadOnlyList<TargetResult> Targets) Measured)[] records)
    {
        // No two stand in one file, so no two are equal.
        Array.Sort(records, static (one, other) => one.Day.CompareTo(other.Day) is not 0 and var order ? order : string.CompareOrdinal(one.Measured.Fact.Resource.Path, other.Measured.Fact.Resource.Path));
        return Array.ConvertAll(records, static record => record.Measured);
    }
}
