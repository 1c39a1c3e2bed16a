using System.Collections.Concurrent;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>What came out of a contract's records, and the ways to look it up.</summary>
internal abstract class MeasuredRecords
{
    /// <summary>The records, by day and path.</summary>
    public abstract IReadOnlyList<Fact> Facts { get; }

    /// <summary>The outcomes of all limits on all records.</summary>
    public abstract IReadOnlyList<TargetResult> Targets { get; }

    /// <summary>What a record came out as; null where it is not among them.</summary>
    public abstract Fact? FactOf(Resource record);

    /// <summary>The fact in a file; null where there is none.</summary>
    public abstract Fact? FactAt(string path);

    /// <summary>The outcomes of limits on one record.</summary>
    public abstract IReadOnlyList<TargetResult> TargetsOf(Resource record);

    /// <summary>The records of a kind, by day and path.</summary>
    public abstract IEnumerable<Fact> OfKind(string kind);

    /// <summary>The records of a service, by day and path; all records for no service.</summary>
    public abstract IEnumerable<Fact> OfService(string? service);

    /// <summary>The records of a service that count on one of some days, in the same order.</summary>
    public abstract IReadOnlyList<Fact> OfService(string? service, DateSpan days);

    /// <summary>The records of a service that say which days they are about; of all services for none.</summary>
    public abstract IReadOnlyList<Fact> CoveringOf(string? service);

    /// <summary>The records in which a determination stands, by path.</summary>
    public abstract IReadOnlyDictionary<string, Resource> Determined { get; }
}

/// <summary>Records that were measured for themselves.</summary>
/// <param name="records">The records, by day and path, each with the outcomes of its limits.</param>
internal sealed class WholeRecords(IReadOnlyList<(Fact Fact, IReadOnlyList<TargetResult> Targets)> records) : MeasuredRecords
{
    private readonly Fact[] facts = FactsOf(records);

    // Made when first asked for; the empty name stands for no service.
    private readonly Lazy<ILookup<string, Fact>> byService = new(() => records
        .SelectMany(one => one.Fact.Record.Services.Select(service => (service.Value, one.Fact)))
        .ToLookup(pair => pair.Value, pair => pair.Fact, StringComparer.Ordinal));

    private readonly Lazy<ILookup<string, Fact>> byKind = new(() => records.Select(one => one.Fact).ToLookup(fact => fact.Resource.Kind.Name, StringComparer.Ordinal));
    private readonly Lazy<Dictionary<Resource, (Fact Fact, IReadOnlyList<TargetResult> Targets)>> byResource = new(() => records.ToDictionary(one => one.Fact.Resource, ByIdentity.Instance));
    private readonly Lazy<Dictionary<string, Fact>> byPath = new(() => records.Select(one => one.Fact).ToDictionary(fact => fact.Resource.Path, StringComparer.Ordinal));
    private readonly Lazy<IReadOnlyList<TargetResult>> targets = new(() => records.OrderBy(one => one.Fact.Resource.Path, StringComparer.Ordinal).SelectMany(one => one.Targets).ToList());
    private readonly ConcurrentDictionary<string, FactsByDay> byDay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<Fact>> covering = new(StringComparer.Ordinal);

    private readonly Lazy<Dictionary<string, Resource>> determined = new(() => records.Select(one => one.Fact.Resource)
        .Where(record => record.Determined.Count > 0).ToDictionary(record => record.Path, StringComparer.Ordinal));

    public override IReadOnlyList<Fact> Facts => facts;

    public override IReadOnlyList<TargetResult> Targets => targets.Value;

    public override IReadOnlyDictionary<string, Resource> Determined => determined.Value;

    public override Fact? FactOf(Resource record) => byResource.Value.GetValueOrDefault(record).Fact;

    public override Fact? FactAt(string path) => byPath.Value.GetValueOrDefault(path);

    public override IReadOnlyList<TargetResult> TargetsOf(Resource record) => byResource.Value.GetValueOrDefault(record).Targets ?? [];

    public override IEnumerable<Fact> OfKind(string kind) => byKind.Value[kind];

    public override IEnumerable<Fact> OfService(string? service) => service is null ? facts : byService.Value[service];

    public override IReadOnlyList<Fact> OfService(string? service, DateSpan days) => byDay.GetOrAdd(service ?? "", _ => new(OfService(service).ToList(), fact => fact.CountsOn)).In(days);

    public override IReadOnlyList<Fact> CoveringOf(string? service) =>
        covering.GetOrAdd(service ?? "", _ => OfService(service).Where(fact => fact.Covers is not null).ToList());

    private static Fact[] FactsOf(IReadOnlyList<(Fact Fact, IReadOnlyList<TargetResult> Targets)> records)
    {
        var all = new Fact[records.Count];
        for (var place = 0; place < all.Length; place++)
        {
            all[place] = records[place].Fact;
        }

        return all;
    }
}
