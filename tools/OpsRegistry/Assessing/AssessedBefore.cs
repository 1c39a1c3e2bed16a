using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>
/// What the assessment of the same period under other terms has already found out. A line of the form is assessed again where it, or a record, a limit or a duty
/// that it rests on, came out otherwise; every other line comes to the same points and is taken over. Where terms changed that this does not know the effect of,
/// nothing is.
/// </summary>
internal sealed class AssessedBefore
{
    // What a line rests on by way of the records, limits and duties that are compared here one by one, and what no line rests on: bands and money come after.
    private static readonly HashSet<string> Compared = new(StringComparer.Ordinal)
    {
        "scorecard/groups", "obligations/items",
        "service-levels/windows", "service-levels/targets", "service-levels/severities", "service-levels/satisfaction",
        "service-levels/aggregates", "service-levels/availability", "service-levels/quotas",
        "scorecard/bands", "scorecard/vetoes", "scorecard/totalFloor", "scorecard/settlement", "contract/amount", "contract/payments",
    };

    private static readonly ConditionalWeakTable<Indicator, IReadOnlyList<ShapeBasis>> Bases = [];
    private static readonly ConditionalWeakTable<Spec, ConcurrentDictionary<Spec, IReadOnlyList<string>>> Differences = [];

    private readonly IReadOnlyList<IndicatorScore> lines;
    private readonly HashSet<string> duties;
    private readonly bool hasOtherAggregates;
    private readonly Lazy<Difference> inPeriod;
    private readonly Lazy<Difference> anywhere;
    private readonly MeasuredAgain? again;
    private readonly ServiceScope scope;
    private int next; // among the lines

    /// <summary>Compares two readings of a period.</summary>
    /// <param name="before">The period as it was assessed.</param>
    /// <param name="measurement">The contract under the other terms.</param>
    /// <param name="book">What counts in the period under them.</param>
    public AssessedBefore(Assessment before, Measurement measurement, PeriodBook book)
    {
        again = measurement.Again is { } measured && ReferenceEquals(measured.Before, before.Measurement) ? measured : null;
        scope = measurement.Scope;
        var changed = again is null ? null : ChangedTerms(measurement.Folder, before.Measurement.Folder);
        lines = changed?.All(Compared.Contains) == true ? before.Indicators : [];
        hasOtherAggregates = changed?.Contains("service-levels/aggregates") == true;
        duties = changed?.Contains("obligations/items") == true ? ChangedDuties(measurement.Folder.Obligations, before.Measurement.Folder.Obligations) : [];
        inPeriod = new(() => new Difference()
            .Compare(before.Book.Facts, book.Facts)
            .Compare(before.Book.Results, book.Results)
            .Compare(before.Measurement.TargetsIn(before.Period), measurement.TargetsIn(before.Period)));
        anywhere = new(() =>
        {
            var pairs = again?.Changed ?? [];
            return new Difference()
                .Compare([.. pairs.Select(pair => pair.Then)], [.. pairs.Select(pair => pair.Now)])
                .Compare([.. pairs.SelectMany(pair => before.Measurement.TargetsOf(pair.Then.Resource))], [.. pairs.SelectMany(pair => measurement.TargetsOf(pair.Now.Resource))]);
        });
    }

    /// <summary>What a line came to; null where it must be assessed again.</summary>
    public IndicatorScore? Find(IndicatorGroup group, Indicator indicator) =>
        LineOf(group, indicator) is { } line && NodeEquality.Same(line.Indicator.Node, indicator.Node) &&
        ((duties.Count == 0 && !hasOtherAggregates && again is { TouchesNone: true }) || !BasesOf(indicator).Any(CameOutOtherwise))
            ? line
            : null;

    // Lines are asked for in the order of the form: the next one is nearly always the one.
    private IndicatorScore? LineOf(IndicatorGroup group, Indicator indicator)
    {
        for (var tried = 0; tried < lines.Count; tried++)
        {
            var line = lines[next];
            next = (next + 1) % lines.Count;
            if (line.Indicator.Id == indicator.Id && line.Group.Id == group.Id)
            {
                return line;
            }
        }

        return null;
    }

    private static IReadOnlyList<ShapeBasis> BasesOf(Indicator indicator) =>
        Bases.GetValue(indicator, static line => line.Deductions.SelectMany(term => term.Shapes).Select(shape => Shape.Of(shape).RestsOn).ToList());

    private bool CameOutOtherwise(ShapeBasis basis) =>
        (duties.Count > 0 && basis.Obligations.Any(duty => duties.Contains(duty.Value))) ||
        (basis.Aggregates.Count > 0 && hasOtherAggregates) ||
        (again is { TouchesNone: false } && (
            (basis.Aggregates.Count > 0 && basis.Aggregates.Any(figure => MayTouch(figure.Value)) && !anywhere.Value.IsNone) ||
            // A duty is fulfilled by records, and called for by them.
            (basis.Obligations.Count > 0 && basis.Obligations.Any(duty => MatchesOf(duty.Value).Any(MayTouch)) && anywhere.Value.HasOtherFields) ||
            (basis.ReachesBack && basis.Records.Any(MayTouch) && !anywhere.Value.IsNone) ||
            basis.Targets.Any(target => inPeriod.Value.Holds(target.Value)) ||
            basis.Records.Any(match => MayTouch(match) && inPeriod.Value.Holds(match, basis.Fields))));

    private bool MayTouch(RecordMatch match) => again!.MayTouch(match.Kind);

    private bool MayTouch(string aggregate) => scope.Aggregates.Any(scoped => scoped.Terms.Id == aggregate && MayTouch(scoped.Terms.Records));

    private IEnumerable<RecordMatch> MatchesOf(string duty) => scope.Obligations.Concat(scope.Unrecorded).Where(scoped => scoped.Obligation.Id == duty).SelectMany(scoped => scoped.Obligation.Matches);

    /// <summary>The terms that differ, as file and key; null where other files than those of the terms do.</summary>
    private static HashSet<string>? ChangedTerms(ContractFolder now, ContractFolder then)
    {
        if (now.DifferentIn(then) is not { } pairs)
        {
            return null;
        }

        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (one, other) in pairs)
        {
            changed.UnionWith(Differences.GetValue(one.Spec, static _ => new(ReferenceEqualityComparer.Instance)).GetOrAdd(other.Spec, static (_, pair) => DifferentKeys(pair.one, pair.other), (one, other)));
        }

        return changed;
    }

    private static IReadOnlyList<string> DifferentKeys(Resource one, Resource other) => one.Spec.Node.Entries.Concat(other.Spec.Node.Entries).Select(entry => entry.Key).Distinct(StringComparer.Ordinal)
        .Where(key => !NodeEquality.Same(one.Spec.Node[key], other.Spec.Node[key])).Select(key => $"{one.Kind.KebabName}/{key}").ToList();

    private static HashSet<string> ChangedDuties(Obligations? now, Obligations? then)
    {
        var (these, those) = ((now?.Items ?? []).ToLookup(duty => duty.Id, StringComparer.Ordinal), (then?.Items ?? []).ToLookup(duty => duty.Id, StringComparer.Ordinal));
        return these.Concat(those).Select(duties => duties.Key)
            .Where(id => !these[id].Select(duty => duty.Node).SequenceEqual(those[id].Select(duty => duty.Node), SameNodes.Instance))
            .ToHashSet(StringComparer.Ordinal);
    }

    private sealed class SameNodes : IEqualityComparer<Node>
    {
        public static SameNodes Instance { get; } = new();

        public bool Equals(Node? x, Node? y) => NodeEquality.Same(x, y);

        public int GetHashCode(Node node) => 0; // asked for nowhere: sequences are compared pair by pair
    }

    /// <summary>Which measured fields of which kinds, and which limits, came out otherwise.</summary>
    private sealed class Difference
    {
        private readonly HashSet<string> targets = new(StringComparer.Ordinal);
        private readonly HashSet<(string Kind, string Field, string Value)> values = [];
        private readonly HashSet<(string Kind, string Field)> fields = [];
        private readonly HashSet<string> kinds = new(StringComparer.Ordinal);

        public bool IsNone => targets.Count == 0 && !HasOtherFields;

        public bool HasOtherFields => fields.Count > 0 || kinds.Count > 0;

        public bool Holds(string target) => targets.Contains(target);

        public bool Holds(RecordMatch match, IReadOnlyList<FieldUse> used) =>
            kinds.Contains(match.Kind) ||
            used.Any(use => fields.Contains((match.Kind, use.Name))) ||
            match.Where.Any(condition => condition.Value.Values.Any(value => values.Contains((match.Kind, condition.Key, value))));

        public Difference Compare(IReadOnlyList<Fact> then, IReadOnlyList<Fact> now)
        {
            if (ReferenceEquals(then, now))
            {
                return this;
            }

            if (!AreOfSameRecords(then, now))
            {
                kinds.UnionWith(then.Concat(now).Select(fact => fact.Resource.Kind.Name));
                return this;
            }

            for (var place = 0; place < then.Count; place++)
            {
                var (was, fact) = (then[place], now[place]);
                if (ReferenceEquals(was, fact))
                {
                    continue;
                }

                var kind = fact.Resource.Kind.Name;
                if (was.CarriedFrom != fact.CarriedFrom || was.CountsOn != fact.CountsOn || was.BeganOn != fact.BeganOn || was.Before is null != fact.Before is null)
                {
                    kinds.Add(kind);
                }

                CompareFields(kind, was, fact);
                if (was.Before is { } earlier && fact.Before is { } before)
                {
                    CompareFields(kind, earlier, before);
                }
            }

            return this;
        }

        public Difference Compare(IReadOnlyList<TargetResult> then, IReadOnlyList<TargetResult> now)
        {
            if (ReferenceEquals(then, now))
            {
                return this;
            }

            if (!AreOfSameLimits(then, now))
            {
                targets.UnionWith(then.Concat(now).Select(result => result.Target.Id));
                return this;
            }

            for (var place = 0; place < then.Count; place++)
            {
                if (!IsSame(then[place], now[place]))
                {
                    targets.Add(then[place].Target.Id);
                }
            }

            return this;
        }

        private static bool AreOfSameRecords(IReadOnlyList<Fact> then, IReadOnlyList<Fact> now)
        {
            var place = then.Count == now.Count ? 0 : -1;
            while (place >= 0 && place < then.Count && ReferenceEquals(then[place].Resource, now[place].Resource))
            {
                place++;
            }

            return place == then.Count;
        }

        private static bool AreOfSameLimits(IReadOnlyList<TargetResult> then, IReadOnlyList<TargetResult> now)
        {
            var place = then.Count == now.Count ? 0 : -1;
            while (place >= 0 && place < then.Count && then[place].Resource.Path == now[place].Resource.Path && then[place].Target.Id == now[place].Target.Id)
            {
                place++;
            }

            return place == then.Count;
        }

        private static bool IsSame(TargetResult one, TargetResult other) => ReferenceEquals(one, other) ||
            (one.State == other.State && one.Start == other.Start && one.End == other.End && one.Due == other.Due && one.DaysLate == other.DaysLate &&
             one.Elapsed?.Counted == other.Elapsed?.Counted && one.CarriedFrom == other.CarriedFrom && ReferenceEquals(one.StoppedBy, other.StoppedBy));

        private void CompareFields(string kind, Fact then, Fact now)
        {
            if (then.Measured.Agrees(now.Measured))
            {
                return;
            }

            foreach (var field in then.Measured.Names.Union(now.Measured.Names, StringComparer.Ordinal))
            {
                var (was, values) = (then.Values(field), now.Values(field));
                if (!was.SequenceEqual(values, StringComparer.Ordinal))
                {
                    fields.Add((kind, field));
                    this.values.UnionWith(was.Except(values, StringComparer.Ordinal).Concat(values.Except(was, StringComparer.Ordinal)).Select(value => (kind, field, value)));
                }
            }
        }
    }
}
