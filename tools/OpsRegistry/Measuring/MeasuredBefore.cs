using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>
/// What another measurement of the same contract at the same cut-off has already found out. A record is measured again where it, its reports, its level or one
/// of the limits that can hold for it is another; everything else comes out the same and is taken over.
/// </summary>
internal sealed class MeasuredBefore
{
    private readonly Measurement before;
    private readonly bool isAnotherTerm;
    private readonly bool isOtherwiseGraded;
    private readonly bool isOtherwiseSatisfied;
    private readonly IReadOnlyList<ScopedTarget> changed;
    private readonly HashSet<string> reportedOn;

    /// <summary>Compares two readings of a contract.</summary>
    /// <param name="before">What was measured.</param>
    /// <param name="folder">The contract as it is to be measured.</param>
    /// <param name="scope">Its limits.</param>
    public MeasuredBefore(Measurement before, ContractFolder folder, ServiceScope scope)
    {
        this.before = before;
        var (levels, old) = (folder.ServiceLevels, before.Folder.ServiceLevels);
        isAnotherTerm = !Same(folder.Terms.Term, before.Folder.Terms.Term) || !Same(folder.Terms.Assessment, before.Folder.Terms.Assessment);
        isOtherwiseGraded = !Same(levels?.Severities, old?.Severities);
        isOtherwiseSatisfied = !Same(levels?.Satisfaction, old?.Satisfaction);
        var windows = Different(levels?.Windows ?? [], old?.Windows ?? [], window => window.Id, window => window).Select(window => window.Id).ToHashSet(StringComparer.Ordinal);
        changed = Different(scope.Targets, before.Scope.Targets, target => (target.Service, target.Target.Id), target => target.Target)
            .Concat(scope.Targets.Where(target => new[] { target.Target.Window, target.Target.ReportedWithin, target.Target.ReportedOutside }.Any(window => window is not null && windows.Contains(window))))
            .ToList();
        var isOfSameRecords = folder.Records.SequenceEqual(before.Folder.Records, ByIdentity.Instance);
        reportedOn = isOfSameRecords ? [] : ReportedOn(folder, before.Folder).Concat(ReportedOn(before.Folder, folder)).ToHashSet(StringComparer.Ordinal);
        Changed = isOfSameRecords && !isAnotherTerm ? InQuestion().Where(fact => !IsSame(fact)).Select(fact => fact.Resource) : null;
    }

    /// <summary>The records that must be measured again, some of them perhaps twice, where both measurements are of the same ones; null where records themselves are others.</summary>
    public IEnumerable<Resource>? Changed { get; }

    /// <summary>What a record came out as; null where it must be measured again.</summary>
    public (Fact Fact, IReadOnlyList<TargetResult> Targets)? Find(Resource record) =>
        !isAnotherTerm && before.FactOf(record) is { } fact && IsSame(fact) ? (fact, before.TargetsOf(record).ToList()) : null;

    private bool IsSame(Fact fact) =>
        !(isOtherwiseGraded && fact.Record is Incident) && !(isOtherwiseSatisfied && fact.Record is Satisfaction) && !reportedOn.Contains(fact.Resource.Name) &&
        !changed.Any(target => target.Service is { } service ? fact.Record.Services.Any(named => named.Value == service) : fact.Matches(target.Target.AppliesTo));

    /// <summary>The records of the kinds and services to which anything that changed can apply.</summary>
    private IEnumerable<Fact> InQuestion() => changed
        .SelectMany(target => target.Service is { } service ? before.FactsOf(service) : before.FactsOfKind(target.Target.AppliesTo.Kind))
        .Concat(isOtherwiseGraded ? before.FactsOfKind(nameof(Incident)) : [])
        .Concat(isOtherwiseSatisfied ? before.FactsOfKind(nameof(Satisfaction)) : []);

    /// <summary>What is on one side only or differs, as it is on either side.</summary>
    private static IEnumerable<T> Different<T>(IReadOnlyList<T> now, IReadOnlyList<T> then, Func<T, object> id, Func<T, Bound> written) => Beside(now, then, id, written).Concat(Beside(then, now, id, written));

    private static IEnumerable<T> Beside<T>(IReadOnlyList<T> these, IReadOnlyList<T> those, Func<T, object> id, Func<T, Bound> written)
    {
        var others = those.ToLookup(id);
        return these.Where(one => !others[id(one)].Any(other => Same(written(one), written(other))));
    }

    /// <summary>The incidents of which a report is on one side only.</summary>
    private static IEnumerable<string> ReportedOn(ContractFolder folder, ContractFolder other)
    {
        var there = other.Of<FaultReport>().Select(report => report.Untyped).ToHashSet(ReferenceEqualityComparer.Instance);
        return folder.Of<FaultReport>().Where(report => !there.Contains(report.Untyped)).Select(report => report.Spec.Incident);
    }

    private static bool Same(Bound? one, Bound? other) => ReferenceEquals(one, other) || NodeEquality.Same(one?.Node, other?.Node);
}
