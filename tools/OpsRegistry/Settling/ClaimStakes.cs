using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>
/// What the claims of records keep from being lost: the record is measured again with each other value of a deciding field, and the periods are assessed and
/// settled with it, as they stood when they were closed. A claim is lenient where another value costs points or yuan; where only several together do, one claim
/// would hide behind the other, so what would bring the record under each clause is tried too.
/// </summary>
/// <param name="written">The contract as written.</param>
/// <param name="claimed">Its result.</param>
/// <param name="most">How many other values are tried.</param>
internal sealed class ClaimStakes(ContractFolder written, ContractResult claimed, int most = ClaimStakes.MostTried)
{
    /// <summary>How many other values are tried in one contract: some minutes of work. The records after them are counted and not priced.</summary>
    public const int MostTried = 5_000;

    private const int MostWays = 16; // To bring a record under one clause.

    private readonly Lazy<IReadOnlySet<DecidingField>> deciding = new(() => DecidingFields.Of(written));
    private readonly Lazy<ILookup<(string Kind, string Key), string>> named = new(() => FieldUses.Of(written)
        .SelectMany(use => use.Values.Select(value => (use.Kind, use.Name, value.Text))).Distinct()
        .ToLookup(value => (value.Kind, value.Name), value => value.Text));
    private readonly Lazy<IReadOnlyList<Assessment>> asClaimed = new(() => claimed.Periods.Select(period => Assessor.Assess(period.Assessment.Measurement, period.Period, period.Assessment.Book.Closed)).ToList());
    private int tried;

    /// <summary>How many records have claims that were not priced, since too many were asked about before.</summary>
    public int NotPriced { get; private set; }

    /// <summary>What a record's claims keep from being lost, in the order of its fields.</summary>
    /// <param name="path">The record's path.</param>
    /// <param name="isAsked">Whether a field is looked at; what the purchaser determined never is.</param>
    public IReadOnlyList<ClaimStake> Of(string path, Func<SpecField, bool> isAsked)
    {
        if (claimed.Periods.Select(period => period.Assessment.Measurement.FactAt(path)).FirstOrDefault(fact => fact is not null) is not { } fact)
        {
            return [];
        }

        if (!fact.Resource.Kind.Fields.Any(isAsked))
        {
            return [];
        }

        // Also what was determined after the record's period was closed is claimed by nobody any more.
        var determined = (claimed.Measurement.FactAt(path) ?? fact).Resource.Determined;
        var open = fact.Resource.Kind.Fields
            .Where(field => deciding.Value.Contains(new(fact.Resource.Kind.Name, field.Key)) && fact.Measured.Find(field.Key) is null && determined.All(one => one.Key != field.Key))
            .ToList();
        var asked = open.Where(isAsked).ToList();
        if (asked.Count > 0 && tried >= most)
        {
            NotPriced++;
            return [];
        }

        var alone = asked
            .Select(field => Worst(OthersOf(fact, field).Select(other => Stake(fact, [other]))))
            .OfType<ClaimStake>().ToList();
        var rest = open.Where(field => alone.All(stake => stake.Others[0].Key != field.Key)).ToList();
        return Costs(path) ? alone : [.. alone, .. Together(fact, rest, rest.Where(isAsked).ToList())];
    }

    /// <summary>Claims that hide behind each other: of each field the fewest other values that would cost something, and of these the dearest.</summary>
    private List<ClaimStake> Together(Fact fact, IReadOnlyList<SpecField> open, IReadOnlyList<SpecField> asked)
    {
        var keys = open.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        var stakes = RecordMatches.Of(written)
            .SelectMany(match => Under(match, fact))
            .Where(others => others.Count > 1 && others.All(other => keys.Contains(other.Key)))
            .DistinctBy(others => string.Join('\n', others.Select(other => $"{other.Key}={other.Other}")))
            .Select(others => Stake(fact, others))
            .OfType<ClaimStake>().Where(stake => stake.IsWorse).ToList();
        return asked
            .Select(field => Worst(stakes.Where(stake => stake.Others.Any(other => other.Key == field.Key)).GroupBy(stake => stake.Others.Count).OrderBy(group => group.Key).FirstOrDefault() ?? Enumerable.Empty<ClaimStake>()))
            .OfType<ClaimStake>().Distinct().ToList();
    }

    /// <summary>The other values that would bring a record under a clause, each way by the order of the fields; none where it stands under it, or never could.</summary>
    private IEnumerable<IReadOnlyList<OtherValue>> Under(RecordMatch match, Fact fact)
    {
        if (match.Kind != fact.Resource.Kind.Name)
        {
            return [];
        }

        IEnumerable<IReadOnlyList<OtherValue>> ways = [[]];
        foreach (var (field, wanted) in match.Where.Where(condition => !fact.Values(condition.Key).Any(value => condition.Value.Values.Contains(value, StringComparer.Ordinal))))
        {
            var steps = StepsTo(field, wanted.Values, fact).Take(MostWays).ToList();
            ways = ways.SelectMany(way => steps.Select(step => Joined(way, step))).Take(MostWays);
        }

        return ways;
    }

    /// <summary>What would give a field one of the values: itself, or for what is measured all that it is measured from.</summary>
    private IEnumerable<IReadOnlyList<OtherValue>> StepsTo(string field, IReadOnlyList<string> wanted, Fact fact) => field switch
    {
        MeasuredFields.MissedTargets => Governance.Targets(written).Where(target => wanted.Contains(target.Id, StringComparer.Ordinal)).SelectMany(target => Under(target.AppliesTo, fact)),
        MeasuredFields.Severity when fact.Resource.Kind.Field(field) is not null && Governance.Levels(written).Any(levels => levels.Severities is not null) =>
            from terms in Governance.Levels(written).Select(levels => levels.Severities).OfType<SeverityTerms>()
            from way in Under(terms.AppliesTo, fact)
            from step in terms.Reads().SelectMany(key => OthersOf(fact, fact.Resource.Kind.Field(key)!)).Select(other => (IReadOnlyList<OtherValue>)[other]).Prepend([])
            select Joined(way, step),
        _ => fact.Resource.Kind.Field(field) is { } own ? OthersOf(fact, own).Where(other => wanted.Contains(other.Other, StringComparer.Ordinal)).Select(other => (IReadOnlyList<OtherValue>)[other]) : [],
    };

    /// <summary>What else may stand in a field: the schema's words or those that the contract names; none in place of stretches of time.</summary>
    private IEnumerable<OtherValue> OthersOf(Fact fact, SpecField field)
    {
        if (!field.IsPlain)
        {
            return fact.Record.Node[field.Key] is SequenceNode { Items.Count: > 0 } list && field.References is null ? [new(field.Key, Count(list), null)] : [];
        }

        var now = field.ValuesIn(fact.Record);
        return field.References is not null ? [] :
            (field.Words ?? named.Value[(fact.Resource.Kind.Name, field.Key)].ToList())
                .Where(word => !now.Contains(word, StringComparer.Ordinal))
                .Select(word => new OtherValue(field.Key, now.Count == 0 ? null : string.Join(", ", now), word));
    }

    private ClaimStake? Stake(Fact fact, IReadOnlyList<OtherValue> others)
    {
        var edited = others.Aggregate((Resource?)fact.Resource, (current, other) => current is null ? null : Determinations.With(current, other.Key, NodeOf(current, other)));
        tried++;
        return edited is null ? null : ClaimStake.Between(fact.Resource, others, With(edited));
    }

    /// <summary>Each period that knows a record, as claimed and with the record edited; periods that were measured together are measured again once.</summary>
    private IEnumerable<(string Id, Assessment Claimed, Assessment Other)> With(Resource edited)
    {
        var again = new Dictionary<Measurement, Measurement>(ReferenceEqualityComparer.Instance);
        foreach (var was in asClaimed.Value.Where(one => one.Measurement.FactAt(edited.Path) is not null))
        {
            if (!again.TryGetValue(was.Measurement, out var measured))
            {
                again.Add(was.Measurement, measured = was.Measurement.With(edited));
            }

            yield return (was.Period.Id, was, Assessor.Assess(measured, was.Period, was.Book.Closed));
        }
    }

    private bool Costs(string path) => claimed.Periods.Any(period =>
        period.Assessment.Deductions.SelectMany(deduction => deduction.Records).Concat(period.Settlement.Lines.SelectMany(line => line.Records)).Any(record => record.Path == path));

    private static ClaimStake? Worst(IEnumerable<ClaimStake?> stakes) =>
        stakes.OfType<ClaimStake>().Where(stake => stake.IsWorse).OrderByDescending(stake => stake.Points).ThenByDescending(stake => stake.Yuan ?? decimal.MaxValue).FirstOrDefault();

    private static ScalarNode NodeOf(Resource record, OtherValue other) =>
        new(record.Spec.Node.Place, other.Other ?? "null", other.Other is null ? ScalarKind.Null : ScalarKind.String);

    private static IReadOnlyList<OtherValue> Joined(IReadOnlyList<OtherValue> way, IReadOnlyList<OtherValue> step) =>
        way.Concat(step).DistinctBy(other => other.Key, StringComparer.Ordinal).OrderBy(other => other.Key, StringComparer.Ordinal).ToList();

    private static string Count(SequenceNode list) => list.Items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
