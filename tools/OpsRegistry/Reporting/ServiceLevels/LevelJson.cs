using System.Text.Json.Serialization;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Reporting.ServiceLevels;

/// <summary>How limits were kept, for machines.</summary>
internal static class LevelJson
{
    /// <summary>Writes periods as a list.</summary>
    public static void Write(TextWriter output, IEnumerable<ServiceLevelStatement> statements) =>
        JsonOutput.Write<IReadOnlyList<LevelEntry>>(output, statements.Select(EntryOf).ToList());

    private static LevelEntry EntryOf(ServiceLevelStatement statement) => new(
        statement.Measurement.Folder.Name,
        new(statement.Period.Id, statement.Period.Days.Start, statement.Period.Days.End),
        statement.Measurement.AsOf,
        statement.Runs,
        statement.Measurement.Calendar.Versions,
        statement.Targets.Select(pair => TargetOf(statement, pair.Summary, pair.Service)).ToList(),
        statement.Availability.Select(AvailabilityOf).ToList(),
        statement.Aggregates.Select(AggregateOf).ToList(),
        statement.Quotas.Select(QuotaOf).ToList(),
        OutcomesOf(statement, TargetState.Missed),
        OutcomesOf(statement, TargetState.Pending),
        OutcomesOf(statement, TargetState.NotMeasurable),
        statement.Measurement.Folder.Unread is { Count: > 0 and var files } ? files : null);

    private static TargetEntry TargetOf(ServiceLevelStatement statement, TargetSummary summary, string? service) => new(
        summary.Target.Id,
        service,
        summary.Target.Title,
        summary.Target.Limit,
        LevelWords.Clock(summary.Target, statement.Measurement.Clocks),
        summary.Met,
        summary.Missed,
        summary.Pending,
        summary.NotMeasurable,
        summary.Met + summary.Missed,
        summary.Attainment,
        statement.IsProvisional(summary.Target),
        summary.Target.Clauses);

    private static AvailabilityEntry AvailabilityOf(AvailabilityLine line) => new(
        line.Terms.Id,
        line.Terms.Title,
        line.State,
        line.Terms.Target,
        line.Result?.Share,
        Seconds(line.Result?.Outage),
        Seconds(line.Result?.Allowed),
        Seconds(line.Result?.Whole),
        Seconds(line.Result?.LongestFault),
        Seconds(line.Terms.LongestFault),
        (line.Result?.Incidents ?? []).Select(fact => fact.Resource.Name).ToList(),
        (line.Result?.Excluded ?? []).Select(fact => fact.Resource.Name).ToList(),
        line.Terms.Clauses);

    private static AggregateEntry AggregateOf(AggregateLine line) => new(
        line.Terms.Id, line.Service, line.Terms.Title, line.Of, line.Span, line.Days.Start, line.Days.End, YamlWord.Write(line.Terms.Measure), line.Figure, line.Terms.Most, line.Terms.Least, line.State, line.Closes,
        line.Records.Select(fact => fact.Resource.Name).ToList(), line.Terms.Clauses);

    private static QuotaEntry QuotaOf(QuotaLine line) => new(
        line.Terms.Id, line.Service, line.Terms.Title, line.Terms.Unit, line.Span, line.Days.Start, line.Days.End, line.Terms.Amount, line.Used, line.Left, line.Records.Select(fact => fact.Resource.Name).ToList(), line.Terms.Clauses);

    private static List<OutcomeEntry> OutcomesOf(ServiceLevelStatement statement, TargetState state) => statement.In(state)
        .Select(result => new OutcomeEntry(
            result.Resource.Name, result.Resource.Path, result.Target.Id, result.Start, result.Due, result.End, result.Elapsed?.Counted.ToString(), result.Reason, result.Provisional))
        .ToList();

    private static Exact? Seconds(Duration? length) => length?.ToInt64Nanoseconds() / 1_000_000_000m;
}

/// <summary>How a period's limits were kept.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period.</param>
/// <param name="AsOf">The cut-off: what happened later is not known.</param>
/// <param name="Runs">Whether the period still runs at the cut-off.</param>
/// <param name="Calendar">The calendars used, with their versions.</param>
/// <param name="Targets">Every limit, also those that nothing was measured on.</param>
/// <param name="Availability">Every availability figure.</param>
/// <param name="Aggregates">Every figure over many records whose span has a day in the period.</param>
/// <param name="Quotas">All paid-for work whose span has a day in the period.</param>
/// <param name="Missed">The outcomes past their limit.</param>
/// <param name="Pending">The outcomes that are still open.</param>
/// <param name="NotMeasurable">The outcomes whose times are not recorded.</param>
/// <param name="LeftOut">How many files of the contract could not be read and are not in the figures; absent where none.</param>
internal sealed record LevelEntry(
    string Contract,
    PeriodEntry Period,
    Instant AsOf,
    bool Runs,
    IReadOnlyList<string> Calendar,
    IReadOnlyList<TargetEntry> Targets,
    IReadOnlyList<AvailabilityEntry> Availability,
    IReadOnlyList<AggregateEntry> Aggregates,
    IReadOnlyList<QuotaEntry> Quotas,
    IReadOnlyList<OutcomeEntry> Missed,
    IReadOnlyList<OutcomeEntry> Pending,
    IReadOnlyList<OutcomeEntry> NotMeasurable,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? LeftOut);

/// <summary>A limit with its attainment.</summary>
/// <param name="Id">The limit's id.</param>
/// <param name="Service">The service it belongs to; null for the contract's own.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Clock">What its clock counts.</param>
/// <param name="Met">How often it was kept.</param>
/// <param name="Missed">How often it was not.</param>
/// <param name="Pending">How often that is still open.</param>
/// <param name="NotMeasurable">How often times are not recorded.</param>
/// <param name="Denominator">What the attainment is a share of.</param>
/// <param name="Attainment">The share kept; null where nothing was measurable.</param>
/// <param name="Provisional">Whether a calendar without published notice was used.</param>
/// <param name="Clauses">The clauses that state it.</param>
internal sealed record TargetEntry(
    string Id,
    string? Service,
    Text Title,
    string Limit,
    Text Clock,
    int Met,
    int Missed,
    int Pending,
    int NotMeasurable,
    int Denominator,
    Exact? Attainment,
    bool Provisional,
    IReadOnlyList<string> Clauses);

/// <summary>An availability figure.</summary>
/// <param name="Id">The figure's id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="State">Whether it was kept.</param>
/// <param name="Target">The share agreed.</param>
/// <param name="Share">The share found.</param>
/// <param name="OutageSeconds">How long it was down.</param>
/// <param name="AllowedSeconds">How long it may be.</param>
/// <param name="WholeSeconds">The time that it is a share of.</param>
/// <param name="LongestSeconds">The longest outage.</param>
/// <param name="LongestAllowedSeconds">How long one may be.</param>
/// <param name="Records">The incidents that count.</param>
/// <param name="Excluded">The incidents that do not.</param>
/// <param name="Clauses">The clauses that state it.</param>
internal sealed record AvailabilityEntry(
    string Id,
    Text Title,
    TargetState State,
    Exact? Target,
    Exact? Share,
    Exact? OutageSeconds,
    Exact? AllowedSeconds,
    Exact? WholeSeconds,
    Exact? LongestSeconds,
    Exact? LongestAllowedSeconds,
    IReadOnlyList<string> Records,
    IReadOnlyList<string> Excluded,
    IReadOnlyList<string> Clauses);

/// <summary>A figure over many records.</summary>
/// <param name="Id">The target's id.</param>
/// <param name="Service">The service it belongs to; null for the contract's own.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Of">The value that the figure is for, e.g. a system; null for all records together.</param>
/// <param name="Span">What the span is called.</param>
/// <param name="From">The span's first day.</param>
/// <param name="To">The day after its last.</param>
/// <param name="Measure">What the figure is.</param>
/// <param name="Figure">The figure, in seconds where it is a length; null where nothing was measured.</param>
/// <param name="AtMost">The most it may be.</param>
/// <param name="AtLeast">The least it may be.</param>
/// <param name="State">Whether it was kept.</param>
/// <param name="Closes">Whether the span ends in the period.</param>
/// <param name="Records">The records that speak against it.</param>
/// <param name="Clauses">The clauses that state it.</param>
internal sealed record AggregateEntry(
    string Id,
    string? Service,
    Text Title,
    string? Of,
    string Span,
    LocalDate From,
    LocalDate To,
    string Measure,
    Exact? Figure,
    Exact? AtMost,
    Exact? AtLeast,
    TargetState State,
    bool Closes,
    IReadOnlyList<string> Records,
    IReadOnlyList<string> Clauses);

/// <summary>Paid-for work.</summary>
/// <param name="Id">The quota's id.</param>
/// <param name="Service">The service it belongs to; null for the contract's own.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Span">What the span is called.</param>
/// <param name="From">The span's first day.</param>
/// <param name="To">The day after its last.</param>
/// <param name="Amount">How much there is.</param>
/// <param name="Used">How much was used.</param>
/// <param name="Left">How much is left; less than nothing where more was used.</param>
/// <param name="Records">The records that used it.</param>
/// <param name="Clauses">The clauses that state it.</param>
internal sealed record QuotaEntry(
    string Id, string? Service, Text Title, Text Unit, string Span, LocalDate From, LocalDate To, Exact Amount, Exact Used, Exact Left, IReadOnlyList<string> Records, IReadOnlyList<string> Clauses);

/// <summary>A limit measured on a record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Path">Its file, from the repository's root.</param>
/// <param name="Target">The limit's id.</param>
/// <param name="Start">When its clock starts.</param>
/// <param name="Due">Its last moment.</param>
/// <param name="End">When its clock stops.</param>
/// <param name="Elapsed">How much it counted.</param>
/// <param name="Reason">Why it is as it is.</param>
/// <param name="Provisional">Whether a calendar without published notice was used.</param>
internal sealed record OutcomeEntry(string Record, string Path, string Target, Instant? Start, Instant? Due, Instant? End, string? Elapsed, Text Reason, bool Provisional);
