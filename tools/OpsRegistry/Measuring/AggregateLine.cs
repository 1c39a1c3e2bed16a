using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>A figure over many records of a span, against its limits.</summary>
/// <param name="Terms">What is counted, and how much is allowed.</param>
/// <param name="Service">The service it belongs to; null for the contract's own.</param>
/// <param name="Of">The value that the figure is for, e.g. a system; null where it is for all records together.</param>
/// <param name="Span">What the span is called: <c>H1</c>, <c>P2</c>, <c>T</c>.</param>
/// <param name="Days">The span's days.</param>
/// <param name="Figure">The figure so far, in seconds where it is a length; null where there was nothing to measure.</param>
/// <param name="State">Whether it was kept; pending while the span runs and can still be kept.</param>
/// <param name="Records">The records that speak against it: those counted, or those that were not kept.</param>
/// <param name="Closes">True where the span's last day lies in the period it is looked at in.</param>
internal sealed record AggregateLine(
    AggregateTerms Terms, string? Service, string? Of, string Span, DateSpan Days, decimal? Figure, TargetState State, IReadOnlyList<Fact> Records, bool Closes)
{
    /// <summary>A figure as people read it; words for what was not measured.</summary>
    public Text Describe(decimal? figure) =>
        figure is not { } known ? new("无可计量", "nothing measurable")
        : Terms.IsLength ? Amount.FromDuration(Duration.FromNanoseconds((long)(known * 1_000_000_000m))).Describe()
        : Text.Same(Terms.Measure == AggregateMeasure.Share ? Percent.Show(known, 2) : decimal.Round(known, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>What is allowed, as people read it.</summary>
    public Text DescribeLimit()
    {
        var (most, least) = (Terms.Most is { } high ? Describe(high) : null as Text?, Terms.Least is { } low ? Describe(low) : null as Text?);
        var parts = new[]
        {
            least is { } from ? new Text($"不低于 {from.Zh}", $"at least {from.En}") : null as Text?,
            most is { } to ? new Text($"不超过 {to.Zh}", $"at most {to.En}") : null as Text?,
        }.OfType<Text>().ToList();
        return new(string.Join("，", parts.Select(part => part.Zh)), string.Join(", ", parts.Select(part => part.En)));
    }

    /// <summary>The figures of a period, of every span that has a day in it, looked at up to the period's end.</summary>
    public static IReadOnlyList<AggregateLine> Compute(Measurement measurement, AssessmentPeriod period) =>
        measurement.Scope.Aggregates.SelectMany(scoped => Lines(scoped, measurement, period)).ToList();

    private static IEnumerable<AggregateLine> Lines(ScopedAggregate scoped, Measurement measurement, AssessmentPeriod period) =>
        from span in AggregateSpans.Touching(scoped.Terms.Span, scoped.Days, period)
        where span.Days.ToInterval().Start < measurement.AsOf
        let closes = span.Days.End <= period.Days.End
        let facts = measurement.CountedIn(scoped.Service, new DateSpan(span.Days.Start, LocalDate.Min(span.Days.End, period.Days.End))).Where(fact => fact.Matches(scoped.Terms.Records)).ToList()
        from one in GroupsOf(scoped.Terms, facts)
        let found = Measure(scoped.Terms, one.Facts, measurement)
        select new AggregateLine(
            scoped.Terms, scoped.Service, one.Of, span.Name, span.Days, found.Figure,
            StateOf(scoped.Terms, found.Figure, closes && span.Days.ToInterval().End <= measurement.AsOf), found.Records, closes);

    /// <summary>The records by the value of a field; all together where no field is named or no record has a value.</summary>
    private static IEnumerable<(string? Of, IReadOnlyList<Fact> Facts)> GroupsOf(AggregateTerms terms, IReadOnlyList<Fact> facts)
    {
        var groups = terms.Per is not { } field ? [] : facts
            .SelectMany(fact => fact.Values(field).Distinct(StringComparer.Ordinal).Select(value => (Value: value, Fact: fact)))
            .GroupBy(pair => pair.Value, pair => pair.Fact, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => ((string?)group.Key, (IReadOnlyList<Fact>)group.ToList()))
            .ToList();
        return groups.Count > 0 ? groups : [(null, facts)];
    }

    private static (decimal? Figure, IReadOnlyList<Fact> Records) Measure(AggregateTerms terms, IReadOnlyList<Fact> facts, Measurement measurement)
    {
        var counted = terms.Repeats is { } field ? Repeated(facts, field) : facts;
        return terms.Measure switch
        {
            AggregateMeasure.Count => (counted.Count, counted),
            AggregateMeasure.Sum => (counted.Sum(fact => NumberIn(fact, terms.Field) ?? 0m), counted),
            AggregateMeasure.Share => terms.Target is { } target ? ShareKept(facts, target, measurement) : ShareMatching(terms, facts, counted),
            AggregateMeasure.Mean => OfFigures(FiguresOf(terms, facts, measurement).ToList(), figures => figures.Average(pair => pair.Figure)),
            AggregateMeasure.Maximum => OfFigures(FiguresOf(terms, facts, measurement).ToList(), figures => figures.Max(pair => pair.Figure)),
        };
    }

    private static (decimal? Figure, IReadOnlyList<Fact> Records) ShareKept(IReadOnlyList<Fact> facts, string target, Measurement measurement)
    {
        var results = ResultsOf(facts, target, measurement).Where(pair => pair.Result.State is TargetState.Met or TargetState.Missed).ToList();
        var missed = results.Where(pair => pair.Result.State == TargetState.Missed).Select(pair => pair.Fact).ToList();
        return (ShareOf(results.Count - missed.Count, results.Count), missed);
    }

    private static (decimal? Figure, IReadOnlyList<Fact> Records) ShareMatching(AggregateTerms terms, IReadOnlyList<Fact> facts, IReadOnlyList<Fact> counted)
    {
        var matching = terms.Matching is { } match ? counted.Where(fact => fact.Matches(match)).ToList() : counted;
        var matched = new HashSet<Fact>(matching, ReferenceEqualityComparer.Instance);
        return (ShareOf(matching.Count, facts.Count), terms.Least is null ? matching : facts.Where(fact => !matched.Contains(fact)).ToList());
    }

    private static (decimal? Figure, IReadOnlyList<Fact> Records) OfFigures(List<(Fact Fact, decimal Figure)> figures, Func<List<(Fact Fact, decimal Figure)>, decimal> figure) =>
        figures.Count == 0 ? (null, []) : (figure(figures), figures.ConvertAll(pair => pair.Fact));

    /// <summary>Kept or not once the span is over; before that only what can no longer be kept is missed.</summary>
    private static TargetState StateOf(AggregateTerms terms, decimal? figure, bool isOver)
    {
        if (figure is not { } known)
        {
            return isOver ? TargetState.NotMeasurable : TargetState.Pending;
        }

        var onlyGrows = terms.Measure is AggregateMeasure.Count or AggregateMeasure.Sum or AggregateMeasure.Maximum;
        return known > terms.Most && (isOver || onlyGrows) ? TargetState.Missed
            : !isOver ? TargetState.Pending
            : known < terms.Least ? TargetState.Missed
            : TargetState.Met;
    }

    /// <summary>The records whose value in a field an earlier one of the span has too.</summary>
    private static List<Fact> Repeated(IEnumerable<Fact> facts, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return facts.Where(fact => fact.Values(field).Where(value => !seen.Add(value)).ToList() is { Count: > 0 }).ToList();
    }

    private static IEnumerable<(Fact Fact, decimal Figure)> FiguresOf(AggregateTerms terms, IReadOnlyList<Fact> facts, Measurement measurement) => terms.Target is { } target
        ? from pair in ResultsOf(facts, target, measurement)
          where pair.Result is { End: not null, Elapsed.Counted.Unit: AmountUnit.Time }
          select (pair.Fact, pair.Result.Elapsed!.Counted.Time.ToInt64Nanoseconds() / 1_000_000_000m)
        : from fact in facts
          let number = NumberIn(fact, terms.Field)
          where number is not null
          select (fact, number.Value);

    private static IEnumerable<(Fact Fact, TargetResult Result)> ResultsOf(IEnumerable<Fact> facts, string target, Measurement measurement) =>
        facts.SelectMany(fact => measurement.TargetsOf(fact.Resource).Where(result => result.Target.Id == target).Select(result => (fact, result)));

    private static decimal? ShareOf(int part, int whole) => whole == 0 ? null : (decimal)part / whole;

    internal static decimal? NumberIn(Fact fact, string? field) =>
        field is not null && fact.Values(field) is [var text] && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
