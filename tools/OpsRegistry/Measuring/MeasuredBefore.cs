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
    private readonly IReadOnlyList<ScopedTarget> changed;
    private readonly HashSet<string> reportedOn;
    private readonly Dictionary<Resource, Fact> facts;

    /// <summary>Compares two readings of a contract.</summary>
    /// <param name="before">What was measured.</param>
    /// <param name="folder">The contract as it is to be measured.</param>
    /// <param name="scope">Its limits.</param>
    public MeasuredBefore(Measurement before, ContractFolder folder, ServiceScope scope)
    {
        this.before = before;
        facts = before.Facts.ToDictionary(fact => fact.Resource, ByIdentity.Instance);
        var (levels, old) = (folder.ServiceLevels, before.Folder.ServiceLevels);
        isAnotherTerm = !Same(folder.Terms.Term, before.Folder.Terms.Term) || !Same(folder.Terms.Assessment, before.Folder.Terms.Assessment);
        isOtherwiseGraded = !Same(levels?.Severities, old?.Severities);
        var windows = Changed(levels?.Windows ?? [], old?.Windows ?? [], window => window.Id, window => window).Select(window => window.Id).ToHashSet(StringComparer.Ordinal);
        changed = Changed(scope.Targets, before.Scope.Targets, target => (target.Service, target.Target.Id), target => target.Target)
            .Concat(scope.Targets.Where(target => new[] { target.Target.Window, target.Target.ReportedWithin, target.Target.ReportedOutside }.Any(window => window is not null && windows.Contains(window))))
            .ToList();
        reportedOn = ReportedOn(folder, before.Folder).Concat(ReportedOn(before.Folder, folder)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What a record came out as; null where it must be measured again.</summary>
    public (Fact Fact, IReadOnlyList<TargetResult> Targets)? Find(Resource record) =>
        !isAnotherTerm && facts.TryGetValue(record, out var fact) && !(isOtherwiseGraded && fact.Record is Incident) && !reportedOn.Contains(record.Name) &&
        !changed.Any(target => target.Service is { } service ? fact.Record.Services.Any(named => named.Value == service) : fact.Matches(target.Target.AppliesTo))
            ? (fact, before.TargetsOf(record).ToList())
            : null;

    /// <summary>What is on one side only or differs, as it is on either side.</summary>
    private static IEnumerable<T> Changed<T>(IReadOnlyList<T> now, IReadOnlyList<T> then, Func<T, object> id, Func<T, Bound> written) => Beside(now, then, id, written).Concat(Beside(then, now, id, written));

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

    private static bool Same(Bound? one, Bound? other) => NodeEquality.Same(one?.Node, other?.Node);
}
