using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>
/// What another measurement of the same contract at the same cut-off has already found out. A record is measured again where it, its reports, its level or one
/// of the limits that can hold for it is another; everything else comes out the same and is taken over.
/// </summary>
internal sealed class MeasuredBefore
{
    private readonly bool isAnotherTerm;
    private readonly bool isOtherwiseGraded;
    private readonly bool isOtherwiseSatisfied;
    private readonly IReadOnlyList<ScopedTarget> changed;
    private readonly HashSet<string> reportedOn;
    private readonly HashSet<string> kinds;
    private readonly bool touchesServices;

    /// <summary>Compares two readings of a contract.</summary>
    /// <param name="before">What was measured.</param>
    /// <param name="folder">The contract as it is to be measured.</param>
    /// <param name="scope">Its limits.</param>
    public MeasuredBefore(Measurement before, ContractFolder folder, ServiceScope scope)
    {
        (Measurement, Records, changed, reportedOn, kinds) = (before, folder.Records, [], [], []);
        if (folder.DifferentIn(before.Folder)?.All(pair => pair.Here.Spec is not (Contract or ServiceLevels or Service or RecordSpec)) == true)
        {
            HoldsOfRecords = true; // other points for the same outcomes
            return;
        }

        var (levels, old) = (folder.ServiceLevels, before.Folder.ServiceLevels);
        isAnotherTerm = !Same(folder.Terms.Term, before.Folder.Terms.Term) || !Same(folder.Terms.Assessment, before.Folder.Terms.Assessment);
        isOtherwiseGraded = !Same(levels?.Severities, old?.Severities);
        isOtherwiseSatisfied = !Same(levels?.Satisfaction, old?.Satisfaction);
        var windows = Different(levels?.Windows ?? [], old?.Windows ?? [], window => window.Id, window => window).Select(window => window.Id).ToHashSet(StringComparer.Ordinal);
        changed = Different(scope.Targets, before.Scope.Targets, target => (target.Service, target.Target.Id), target => target.Target)
            .Concat(scope.Targets.Where(target => new[] { target.Target.Window, target.Target.ReportedWithin, target.Target.ReportedOutside }.Any(window => window is not null && windows.Contains(window))))
            .ToList();
        var isOfSameRecords = ReferenceEquals(folder.Records, before.Folder.Records) || folder.Records.SequenceEqual(before.Folder.Records, ByIdentity.Instance);
        reportedOn = isOfSameRecords ? [] : ReportedOn(folder, before.Folder).Concat(ReportedOn(before.Folder, folder)).ToHashSet(StringComparer.Ordinal);
        kinds = changed.Where(target => target.Service is null).Select(target => target.Target.AppliesTo.Kind)
            .Concat(isOtherwiseGraded ? [nameof(Incident)] : [])
            .Concat(isOtherwiseSatisfied ? [nameof(Satisfaction)] : [])
            .ToHashSet(StringComparer.Ordinal);
        touchesServices = changed.Any(target => target.Service is not null); // whose limits replace the contract's on records of any kind
        HoldsOfRecords = isOfSameRecords && !isAnotherTerm;
    }

    /// <summary>What was measured.</summary>
    public Measurement Measurement { get; }

    /// <summary>The records that are to be measured.</summary>
    public IReadOnlyList<Resource> Records { get; }

    /// <summary>True where both are of the same records in the same term, so that only other terms can make one come out otherwise.</summary>
    public bool HoldsOfRecords { get; }

    /// <summary>True where, of the same records, none can come out otherwise.</summary>
    public bool TouchesNone => kinds.Count == 0 && !touchesServices;

    /// <summary>True where, of the same records, one of a kind can come out otherwise.</summary>
    public bool MayTouch(string kind) => touchesServices || kinds.Contains(kind);

    /// <summary>What a record came out as; null where it must be measured again.</summary>
    public (Fact Fact, IReadOnlyList<TargetResult> Targets)? Find(Resource record) =>
        !isAnotherTerm && Measurement.FactOf(record) is { } fact && IsSame(fact) ? (fact, Measurement.TargetsOf(record).ToList()) : null;

    /// <summary>True where neither the record's reports nor its level nor a limit that can hold for it are others.</summary>
    public bool IsSame(Fact fact) =>
        !(isOtherwiseGraded && fact.Record is Incident) && !(isOtherwiseSatisfied && fact.Record is Satisfaction) && !reportedOn.Contains(fact.Resource.Name) &&
        !changed.Any(target => target.Service is { } service ? fact.Record.Services.Any(named => named.Value == service) : fact.Matches(target.Target.AppliesTo));

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
