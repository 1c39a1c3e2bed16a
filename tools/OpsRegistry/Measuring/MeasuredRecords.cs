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
/// <param name="facts">The records, by day and path.</param>
/// <param name="targets">The outcomes of their limits.</param>
internal sealed class WholeRecords(IReadOnlyList<Fact> facts, IReadOnlyList<TargetResult> targets) : MeasuredRecords
{
    // Made when first asked for; the empty name stands for no service.
    private readonly Lazy<ILookup<string, Fact>> byService = new(() => facts
        .SelectMany(fact => fact.Record.Services.Select(service => (service.Value, Fact: fact)))
        .ToLookup(pair => pair.Value, pair => pair.Fact, StringComparer.Ordinal));

    private readonly Lazy<Dictionary<Resource, IReadOnlyList<TargetResult>>> targetsByRecord = new(() => ByRecord(targets, facts.Count));
    private readonly Lazy<ILookup<string, Fact>> byKind = new(() => facts.ToLookup(fact => fact.Resource.Kind.Name, StringComparer.Ordinal));
    private readonly Lazy<Dictionary<Resource, Fact>> byResource = new(() => facts.ToDictionary(fact => fact.Resource, ByIdentity.Instance));
    private readonly Lazy<Dictionary<string, Fact>> byPath = new(() => facts.ToDictionary(fact => fact.Resource.Path, StringComparer.Ordinal));
    private readonly ConcurrentDictionary<string, FactsByDay> byDay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<Fact>> covering = new(StringComparer.Ordinal);

    private readonly Lazy<Dictionary<string, Resource>> determined = new(() => facts.Select(fact => fact.Resource)
        .Where(record => record.Determined.Count > 0).ToDictionary(record => record.Path, StringComparer.Ordinal));

    public override IReadOnlyList<Fact> Facts => facts;

    public override IReadOnlyList<TargetResult> Targets => targets;

    public override IReadOnlyDictionary<string, Resource> Determined => determined.Value;

    public override Fact? FactOf(Resource record) => byResource.Value.GetValueOrDefault(record);

    public override Fact? FactAt(string path) => byPath.Value.GetValueOrDefault(path);

    public override IReadOnlyList<TargetResult> TargetsOf(Resource record) => targetsByRecord.Value.GetValueOrDefault(record, []);

    public override IEnumerable<Fact> OfKind(string kind) => byKind.Value[kind];

    public override IEnumerable<Fact> OfService(string? service) => service is null ? facts : byService.Value[service];

    public override IReadOnlyList<Fact> OfService(string? service, DateSpan days) => byDay.GetOrAdd(service ?? "", _ => new(OfService(service))).In(days);

    public override IReadOnlyList<Fact> CoveringOf(string? service) =>
        covering.GetOrAdd(service ?? "", _ => OfService(service).Where(fact => fact.Covers is not null).ToList());

    // The outcomes of a record stand one after another.
    private static Dictionary<Resource, IReadOnlyList<TargetResult>> ByRecord(IReadOnlyList<TargetResult> targets, int records)
    {
        var byRecord = new Dictionary<Resource, IReadOnlyList<TargetResult>>(records, ByIdentity.Instance);
        for (var start = 0; start < targets.Count;)
        {
            var end = start + 1;
            while (end < targets.Count && ReferenceEquals(targets[end].Resource, targets[start].Resource))
            {
                end++;
            }

            var own = new TargetResult[end - start];
            for (var place = start; place < end; place++)
            {
                own[place - start] = targets[place];
            }

            byRecord[targets[start].Resource] = byRecord.TryGetValue(targets[start].Resource, out var others) ? [.. others, .. own] : own;
            start = end;
        }

        return byRecord;
    }
}
