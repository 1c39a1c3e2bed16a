using System.Collections.Concurrent;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>
/// The same records under other terms. Those that the terms can touch are measured again, each when somebody first asks for it; of all others the measurement before holds.
/// Terms move no record to another day, so it stands in the same place of every list.
/// </summary>
/// <param name="before">What was measured, and what the other terms can touch of it.</param>
/// <param name="measure">Measures one record.</param>
internal sealed class MeasuredAgain(MeasuredBefore before, Func<Resource, (Fact Fact, IReadOnlyList<TargetResult> Targets)> measure) : MeasuredRecords
{
    private readonly ConcurrentDictionary<Resource, (Fact Fact, IReadOnlyList<TargetResult> Targets)> records = new(ByIdentity.Instance);
    private IReadOnlyList<Fact>? facts;
    private IReadOnlyList<TargetResult>? targets;

    /// <summary>The measurement that holds of all other records.</summary>
    public Measurement Before => before.Measurement;

    /// <summary>True where no record can come out otherwise.</summary>
    public bool TouchesNone => before.TouchesNone;

    /// <summary>The records that were measured again, each as it was and as it is.</summary>
    public IReadOnlyList<(Fact Then, Fact Now)> Changed =>
        TouchesNone ? [] : Before.Facts.Zip(Facts).Where(pair => !ReferenceEquals(pair.First, pair.Second)).ToList();

    public override IReadOnlyList<Fact> Facts => facts ??= Of(Before.Facts);

    public override IReadOnlyList<TargetResult> Targets => targets ??= TouchesNone ? Before.Targets : before.Records.SelectMany(TargetsOf).ToList();

    public override IReadOnlyDictionary<string, Resource> Determined => Before.Determined;

    /// <summary>True where a record of a kind can come out otherwise.</summary>
    public bool MayTouch(string kind) => before.MayTouch(kind);

    /// <summary>Records as they come out now; the very list where nothing touches them.</summary>
    public IReadOnlyList<Fact> Of(IReadOnlyList<Fact> then)
    {
        if (TouchesNone)
        {
            return then;
        }

        List<Fact>? now = null;
        for (var place = 0; place < then.Count; place++)
        {
            var fact = Of(then[place]);
            if (now is null && !ReferenceEquals(fact, then[place]))
            {
                now = [.. then.Take(place)];
            }

            now?.Add(fact);
        }

        return now ?? then;
    }

    public override Fact? FactOf(Resource record) => Before.FactOf(record) is { } fact ? Of(fact) : null;

    public override Fact? FactAt(string path) => Before.FactAt(path) is { } fact ? Of(fact) : null;

    public override IReadOnlyList<TargetResult> TargetsOf(Resource record) => Before.FactOf(record) is { } fact && Find(fact) is { } again ? again.Targets : Before.TargetsOf(record);

    public override IEnumerable<Fact> OfKind(string kind) => MayTouch(kind) ? Before.FactsOfKind(kind).Select(Of) : Before.FactsOfKind(kind);

    public override IEnumerable<Fact> OfService(string? service) => service is null ? Facts : TouchesNone ? Before.FactsOf(service) : Before.FactsOf(service).Select(Of);

    public override IReadOnlyList<Fact> OfService(string? service, DateSpan days) => Of(Before.FactsOf(service, days));

    public override IReadOnlyList<Fact> CoveringOf(string? service) => Of(Before.CoveringOf(service));

    private Fact Of(Fact fact) => Find(fact) is { } again ? again.Fact : fact;

    private (Fact Fact, IReadOnlyList<TargetResult> Targets)? Find(Fact fact) =>
        !MayTouch(fact.Resource.Kind.Name) ? null
        : records.TryGetValue(fact.Resource, out var known) ? known
        : before.IsSame(fact) ? null : records.GetOrAdd(fact.Resource, measure);
}
