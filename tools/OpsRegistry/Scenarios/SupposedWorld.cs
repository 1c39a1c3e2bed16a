using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Scenarios;

/// <summary>
/// A contract with a case's records alone. What the case does not speak of went well: the duties that the scorecard counts are done, the limits of its
/// records kept, and what people judge is given the most.
/// </summary>
internal sealed class SupposedWorld
{
    private const int MostRounds = 6; // A report calls for its own limit, a missed limit starts the next: nothing leads further than this.

    private readonly ScenarioCase given;
    private readonly WorkCalendar calendar;
    private readonly List<Finding> findings = [];
    private readonly List<ShortRecord> records = [];
    private readonly List<Resource> supposed = [];
    private readonly ContractFolder governance;
    private int count;

    private SupposedWorld(ContractFolder written, ScenarioCase given, AssessmentPeriod period, WorkCalendar calendar)
    {
        (this.given, this.calendar) = (given, calendar);
        governance = WithReadings(written.Without(resource => resource.Kind.Area is not (Area.Governance or Area.MasterData)) with { Later = [] }, given);
        Period = period;
        AsOf = given.AsOf is { } day ? BeijingTime.EndOf(day) : Evaluation.Of(governance, Period, calendar).Limit ?? Period.Days.ToInterval().End;
    }

    /// <summary>The contract with everything that the case says and supposes.</summary>
    public ContractFolder Folder { get; private set; } = null!;

    /// <summary>The period that the case is about.</summary>
    public AssessmentPeriod Period { get; }

    /// <summary>The cut-off.</summary>
    public Instant AsOf { get; }

    /// <summary>What of the case's records cannot be understood; nothing is computed then.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The records that the case speaks of: what it calls them, and the names of their files.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>Supposes a case.</summary>
    /// <param name="written">The contract as it is written.</param>
    /// <param name="period">The period that it is about.</param>
    public static SupposedWorld Of(ContractFolder written, ScenarioCase given, AssessmentPeriod period, WorkCalendar calendar)
    {
        var world = new SupposedWorld(written, given, period, calendar);
        world.ReadRecords();
        world.Judge();
        world.Folder = world.Together();
        for (var round = 0; round < MostRounds && world.findings.Count == 0 && world.DoWhatIsLeft(); round++)
        {
            world.Folder = world.Together();
        }

        return world;
    }

    private static ContractFolder WithReadings(ContractFolder folder, ScenarioCase given) => folder.With(resource => resource.Spec is not Interpretations ? resource : given.Readings.Aggregate(
        resource,
        (current, chosen) => NodeEdit.Rewritten(current, ["spec", "items", chosen.Key, "default"], new ScalarNode(given.Place, chosen.Value, ScalarKind.String)) ?? current));

    private ContractFolder Together() =>
        new(governance.Contract, [.. governance.Resources, .. records.Select(record => record.Resource), .. supposed]) { Unread = governance.Unread };

    private void ReadRecords()
    {
        var day = Enumerable.Range(0, Period.Days.Days).Select(Period.Days.Start.PlusDays)
            .FirstOrDefault(one => calendar.IsWorkingDay(one) is { Problem: null, Value: true }, Period.Days.Start);
        Names = ShortRecord.NamesOf(given.Records, day);
        foreach (var (written, index) in given.Records.Select((written, index) => (written, index)))
        {
            if (ShortRecord.Complete(written, governance.Name, index + 1, day, Names, findings) is { } record)
            {
                records.Add(Ended(record));
            }
        }
    }

    /// <summary>An incident is over where its last interruption ends, unless the case says more.</summary>
    private ShortRecord Ended(ShortRecord record)
    {
        if (record.Resource.Spec is not Incident incident)
        {
            return record;
        }

        var ended = incident.Interruptions.Concat(incident.Degradations).Select(span => span.To?.ToInstant()).Append(incident.ReportedAt.ToInstant()).Max()!.Value;
        var restored = incident.RestoredAt?.ToInstant() ?? (incident.ResolvedAt is { } resolved && resolved.ToInstant() < ended ? resolved.ToInstant() : ended);
        return new[] { ("restoredAt", restored), ("resolvedAt", restored) }
            .Where(field => incident.Node[field.Item1] is null && !record.Never.Contains(field.Item1, StringComparer.Ordinal))
            .Aggregate(record, (current, field) => current with { Resource = NodeEdit.Rewritten(current.Resource, ["spec", field.Item1], At(field.Item1, field.Item2).Value)! });
    }

    private void Judge()
    {
        foreach (var version in ContractVersion.List(Readings.Apply(governance, Readings.InForce(governance))))
        {
            var terms = (version.Folder.Scorecard?.Indicators ?? []).SelectMany(indicator => indicator.Deductions.Where(Governance.IsJudged).Select(term => (Term: term, indicator.Marks))).ToList();
            foreach (var (period, term, marks) in version.Periods.Where(period => period.HasBegunBy(AsOf)).SelectMany(period => terms.Select(one => (period, one.Term, one.Marks))))
            {
                var isAsked = period.Id == Period.Id;
                if (!isAsked || !given.NotJudged.Contains(term.Id, StringComparer.Ordinal))
                {
                    var score = isAsked && given.Judged.TryGetValue(term.Id, out var judged) ? judged : marks;
                    var last = LocalDate.Min(period.Days.End, BeijingTime.DateOf(AsOf)).PlusDays(-1);
                    Suppose(Kinds.Of<Judgement>(), last, [("period", period.Id), ("term", term.Id), ("score", score.ToString(CultureInfo.InvariantCulture))]);
                }
            }
        }
    }

    /// <summary>Does what the case leaves unsaid.</summary>
    /// <returns>True where something was left.</returns>
    private bool DoWhatIsLeft()
    {
        var before = supposed.Count;
        var measured = ContractRunner.Measure(Folder, calendar, AsOf).Where(one => one.Period.HasBegunBy(AsOf)).ToList();
        foreach (var (measurement, period) in measured)
        {
            var counted = (measurement.Folder.Scorecard?.Indicators ?? []).SelectMany(indicator => indicator.Deductions)
                .SelectMany(Governance.BasesOf).SelectMany(basis => basis.Obligations).Select(obligation => obligation.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var duty in measurement.Scope.Obligations.Where(duty => counted.Contains(duty.Obligation.Id)))
            {
                var left = measurement.OccurrencesIn(period, duty).Where(occurrence => occurrence.State is OccurrenceState.Missing or OccurrenceState.Pending);
                foreach (var occurrence in left.OrderBy(occurrence => occurrence.Days.Start).Skip(period.Id == Period.Id ? Withheld(duty) : 0))
                {
                    Fulfil(duty, occurrence);
                }
            }
        }

        var changed = false;
        foreach (var result in measured.Select(one => one.Measurement).Distinct().SelectMany(measurement => measurement.Targets))
        {
            changed |= Keep(result);
        }

        return changed || supposed.Count > before;
    }

    private int Withheld(ScopedObligation duty) =>
        given.Missing.GetValueOrDefault(duty.Service is null ? duty.Obligation.Id : $"{duty.Service}/{duty.Obligation.Id}");

    private void Fulfil(ScopedObligation duty, Occurrence occurrence)
    {
        var (place, last) = (occurrence.Due.Place, occurrence.LastDay);
        var day = LocalDate.Min(place is { } days && days.Start > BeijingTime.FirstDate ? LocalDate.Max(occurrence.Days.Start, days.Start) : occurrence.Days.Start, last);
        if (BeijingTime.StartOf(day) >= AsOf)
        {
            return;
        }

        var matches = duty.Obligation.FulfilledByGroup is [var group, ..] ? group.All : duty.Obligation.FulfilledBy.Take(1);
        foreach (var match in matches)
        {
            var kind = Kinds.Named(match.Kind)!;
            var fields = match.Where.Select(condition => Entry(kind, condition.Key, condition.Value.Values[0])).ToList();
            if (duty.Obligation.Recurrence.Refers is { } refers && occurrence.CalledBy is { } call)
            {
                fields.Add(Entry(kind, refers, call.Resource.Name));
            }

            if (duty.Service is { } service)
            {
                fields.Add(Entry(kind, "services", service));
            }

            if (duty.Obligation.Evidence.Count > 0)
            {
                fields.Add(new("evidence", given.Place, new SequenceNode(given.Place, duty.Obligation.Evidence.Select(role => (Node)Mapping(("role", role), ("file", $"{role}.pdf"), ("sha256", new string('0', 64)))).ToList())));
            }

            Suppose(kind, day, fields);
        }
    }

    /// <summary>Keeps a limit that the case says nothing of.</summary>
    /// <returns>True where something was added to the record.</returns>
    private bool Keep(TargetResult result)
    {
        if (result is not { State: TargetState.Missed or TargetState.Pending, End: null, Start: { } start } ||
            records.FindIndex(one => ReferenceEquals(one.Resource, result.Resource) || one.Resource.Path == result.Resource.Path) is not (>= 0 and var index))
        {
            return false;
        }

        var (record, never) = records[index];
        if (result.Target.Metric == Metric.Report)
        {
            if (result.Target.ReportType is { } type && !never.Contains(type, StringComparer.Ordinal))
            {
                Suppose(Kinds.Of<FaultReport>(), BeijingTime.DateOf(start), [Entry(Kinds.Of<FaultReport>(), "incident", record.Name), Entry(Kinds.Of<FaultReport>(), "reportType", type), At("submittedAt", start)]);
            }

            return false;
        }

        var field = result.Target.To is { } to ? to.Values[0] : EndOf(result.Target.Metric);
        if (record.Root["spec"] is not MappingNode spec || spec[field] is not null || never.Contains(field, StringComparer.Ordinal))
        {
            return false;
        }

        var value = result.Target.Role is { } role
            ? new SequenceNode(given.Place, [new MappingNode(given.Place, [At("at", start), new("role", given.Place, Scalar(role))])])
            : At(field, start, record.Kind.Field(field)?.Type == typeof(LocalDate)).Value;
        if (NodeEdit.Rewritten(record, ["spec", result.Target.Role is null ? field : "arrivals"], value) is not { } kept)
        {
            return false;
        }

        records[index] = records[index] with { Resource = kept };
        return true;
    }

    /// <summary>The field in which a metric usually ends.</summary>
    private static string EndOf(Metric metric) => metric switch
    {
        Metric.Response => "respondedAt",
        Metric.FirstReply => "repliedAt",
        Metric.OnSiteArrival => "arrivedAt",
        Metric.Restoration => "restoredAt",
        Metric.Resolution => "resolvedAt",
        Metric.Plan => "plannedAt",
        Metric.Completion => "completedAt",
        Metric.AcceptanceDecision => "decidedOn",
        Metric.Rectification => "rectifiedOn",
        Metric.Substitute => "substituteOfferedAt",
        Metric.Escalation => "escalatedAt",
        Metric.Confirmation => "confirmedAt",
        Metric.Report => throw new System.Diagnostics.UnreachableException(), // ends in another record
    };

    private void Suppose(Kind kind, LocalDate day, IEnumerable<(string Key, string Text)> fields) => Suppose(kind, day, fields.Select(field => Entry(kind, field.Key, field.Text)));

    private void Suppose(Kind kind, LocalDate day, IEnumerable<MappingEntry> fields)
    {
        count++;
        if (ShortRecord.Suppose(kind, string.Create(CultureInfo.InvariantCulture, $"{kind.KebabName}-{day.Year:0000}-{count:0000}"), governance.Name, day, fields, given.Place) is { } resource)
        {
            supposed.Add(resource);
        }
    }

    private MappingEntry At(string key, Instant moment, bool isDay = false) => new(key, given.Place, ShortRecord.Write(moment, isDay, given.Place));

    private MappingEntry Entry(Kind kind, string key, string text) => new(key, given.Place, kind.Field(key)?.Type switch
    {
        { } type when type == typeof(bool) => new ScalarNode(given.Place, text, ScalarKind.Boolean),
        { } type when type == typeof(int) || type == typeof(decimal) => new ScalarNode(given.Place, text, ScalarKind.Integer),
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => new SequenceNode(given.Place, [Scalar(text)]),
        _ => Scalar(text),
    });

    private MappingNode Mapping(params (string Key, string Text)[] entries) => new(given.Place, entries.Select(entry => new MappingEntry(entry.Key, given.Place, Scalar(entry.Text))).ToList());

    private ScalarNode Scalar(string text) => new(given.Place, text, ScalarKind.String);
}
