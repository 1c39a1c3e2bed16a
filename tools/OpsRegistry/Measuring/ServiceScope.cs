using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>A limit and the service it belongs to; no service for the contract's own limits.</summary>
internal sealed record ScopedTarget(TargetTerms Target, string? Service);

/// <summary>An obligation, the service it belongs to, and the days in which it can fall due.</summary>
internal sealed record ScopedObligation(Obligation Obligation, string? Service, DateSpan Days);

/// <summary>A limit on a figure over many records, the service it belongs to, and the days in which it is taken.</summary>
internal sealed record ScopedAggregate(AggregateTerms Terms, string? Service, DateSpan Days);

/// <summary>Work that is paid for, the service it belongs to, and the days in which it can be used.</summary>
internal sealed record ScopedQuota(QuotaTerms Terms, string? Service, DateSpan Days);

/// <summary>The limits and duties of a contract, its own and those of its services.</summary>
internal sealed class ServiceScope
{
    private readonly ILookup<string, TargetTerms> byService;
    private readonly IReadOnlyList<TargetTerms> common;

    /// <summary>Collects them.</summary>
    public ServiceScope(ContractFolder folder)
    {
        var term = new DateSpan(folder.Terms.Term.Start, folder.Terms.Term.End);
        var services = folder.Of<Service>().ToList();
        common = folder.ServiceLevels?.Targets ?? [];
        byService = services
            .SelectMany(service => service.Spec.Targets.Select(target => (service.Name, Target: target)))
            .ToLookup(pair => pair.Name, pair => pair.Target, StringComparer.Ordinal);
        Targets = common.Select(target => new ScopedTarget(target, null))
            .Concat(byService.SelectMany(group => group.Select(target => new ScopedTarget(target, group.Key))))
            .ToList();
        Aggregates = (folder.ServiceLevels?.Aggregates ?? []).Select(terms => new ScopedAggregate(terms, terms.Service, terms.Service is { } name && folder.Find<Service>(name) is { } service ? service.Spec.ActiveDays(folder.Terms.Term) : term))
            .Concat(services.SelectMany(service => service.Spec.Aggregates.Select(terms => new ScopedAggregate(terms, service.Name, service.Spec.ActiveDays(folder.Terms.Term)))))
            .ToList();
        Quotas = (folder.ServiceLevels?.Quotas ?? []).Select(terms => new ScopedQuota(terms, null, term))
            .Concat(services.SelectMany(service => service.Spec.Quotas.Select(terms => new ScopedQuota(terms, service.Name, service.Spec.ActiveDays(folder.Terms.Term)))))
            .ToList();
        var own = services.SelectMany(service => service.Spec.Obligations.Select(item => new ScopedObligation(item, service.Name, service.Spec.ActiveDays(folder.Terms.Term)))).ToLookup(scoped => IsRecorded(folder.Terms, scoped.Service));
        Obligations = (folder.Obligations?.Items ?? []).Select(item => new ScopedObligation(item, null, term)).Concat(own[true]).ToList();
        Unrecorded = own[false].ToList();
    }

    /// <summary>Whether the registry keeps records of a service's duties; of the contract's own it always does.</summary>
    public static bool IsRecorded(Contract terms, string? service) => service is null || terms.RecordsKept is not { } kept || kept.Services.Any(one => one.Value == service);

    /// <summary>Every limit on a figure over many records.</summary>
    public IReadOnlyList<ScopedAggregate> Aggregates { get; }

    /// <summary>All work that is paid for.</summary>
    public IReadOnlyList<ScopedQuota> Quotas { get; }

    /// <summary>Every limit.</summary>
    public IReadOnlyList<ScopedTarget> Targets { get; }

    /// <summary>Every duty that the registry keeps records of.</summary>
    public IReadOnlyList<ScopedObligation> Obligations { get; }

    /// <summary>The duties of services of which the contract says that no records are kept here: neither due nor missing.</summary>
    public IReadOnlyList<ScopedObligation> Unrecorded { get; }

    /// <summary>The limits that hold for a record: its service's own, and the contract's that they do not replace.</summary>
    public IReadOnlyList<TargetTerms> TargetsFor(Fact fact)
    {
        var own = byService.Count == 0 ? [] : fact.Record.Services.SelectMany(service => byService[service.Value]).ToList();
        if (own.Count == 0)
        {
            return Matched(common, fact);
        }

        var replaced = own.Select(target => target.Replaces).ToHashSet(StringComparer.Ordinal);
        return Matched([.. common.Where(target => !replaced.Contains(target.Id)), .. own], fact);
    }

    [ThreadStatic]
    private static List<TargetTerms>? spare; // of the record that this thread asked about before

    // Asked of every record.
    private static TargetTerms[] Matched(IReadOnlyList<TargetTerms> targets, Fact fact)
    {
        var matched = spare ??= [];
        matched.Clear();
        for (var index = 0; index < targets.Count; index++)
        {
            if (fact.Matches(targets[index].AppliesTo))
            {
                matched.Add(targets[index]);
            }
        }

        return [.. matched];
    }
}
