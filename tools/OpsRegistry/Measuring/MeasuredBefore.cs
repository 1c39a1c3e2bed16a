using System.Collections.Immutable;
using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>
/// What another measurement of the same contract at the same cut-off has already found out. A record is measured again where it, its reports, its level or one
/// of the limits that can hold for it is another; everything else comes out the same and is taken over.
/// </summary>
internal sealed class MeasuredBefore
{
    private readonly TermsDifference? terms;
    private readonly IReadOnlySet<string> reportedOn;

    /// <summary>Compares two readings of a contract.</summary>
    /// <param name="before">What was measured.</param>
    /// <param name="folder">The contract as it is to be measured.</param>
    /// <param name="now">Its terms.</param>
    public MeasuredBefore(Measurement before, ContractFolder folder, MeasuredTerms now)
    {
        (Measurement, Records, reportedOn) = (before, folder.Records, ImmutableHashSet<string>.Empty);
        if (folder.DifferentIn(before.Folder)?.All(pair => pair.Here.Spec is not (Contract or ServiceLevels or Service or RecordSpec)) == true)
        {
            HoldsOfRecords = true; // other points for the same outcomes
            return;
        }

        terms = now.Against(folder, before);
        var isOfSameRecords = ReferenceEquals(folder.Records, before.Folder.Records) || folder.Records.SequenceEqual(before.Folder.Records, ByIdentity.Instance);
        reportedOn = isOfSameRecords ? reportedOn : ReportedOn(folder, before.Folder).Concat(ReportedOn(before.Folder, folder)).ToHashSet(StringComparer.Ordinal);
        HoldsOfRecords = isOfSameRecords && !terms.IsAnotherTerm;
    }

    /// <summary>What was measured.</summary>
    public Measurement Measurement { get; }

    /// <summary>The records that are to be measured.</summary>
    public IReadOnlyList<Resource> Records { get; }

    /// <summary>True where both are of the same records in the same term, so that only other terms can make one come out otherwise.</summary>
    public bool HoldsOfRecords { get; }

    /// <summary>True where, of the same records, none can come out otherwise.</summary>
    public bool TouchesNone => terms is null or { Kinds.Count: 0, TouchesServices: false };

    /// <summary>True where, of the same records, one of a kind can come out otherwise.</summary>
    public bool MayTouch(string kind) => terms is not null && (terms.TouchesServices || terms.Kinds.Contains(kind));

    /// <summary>What a record came out as; null where it must be measured again.</summary>
    public (Fact Fact, IReadOnlyList<TargetResult> Targets)? Find(Resource record) =>
        terms is not { IsAnotherTerm: true } && Measurement.FactOf(record) is { } fact && IsSame(fact) ? (fact, Measurement.TargetsOf(record)) : null;

    /// <summary>What a limit came to on a record, where it comes to the same; null where it must be measured again.</summary>
    public TargetResult? Find(Resource record, string target)
    {
        if (!HoldsOfRecords || terms?.Keeps(target) != true || reportedOn.Contains(record.Name))
        {
            return null;
        }

        var results = Measurement.TargetsOf(record);
        for (var index = 0; index < results.Count; index++)
        {
            if (results[index].Target.Id == target)
            {
                return results[index];
            }
        }

        return null;
    }

    /// <summary>A record with the level that it has; null where it must be graded.</summary>
    /// <param name="record">The record without it.</param>
    public Fact? Graded(Fact record) => !HoldsOfRecords || terms?.IsOtherwiseGraded == true || Measurement.FactOf(record.Resource) is not { } fact ? null
        : fact.Measured.Find(MeasuredFields.Severity) is { } level ? record with { Measured = record.Measured.With(MeasuredFields.Severity, level) }
        : record;

    /// <summary>What a record that was measured again came out as before, where it came out the same.</summary>
    public (Fact Fact, IReadOnlyList<TargetResult> Targets)? Same(Fact again, IReadOnlyList<TargetResult> results) =>
        HoldsOfRecords && Measurement.FactOf(again.Resource) is { } fact && fact.CountsOn == again.CountsOn && fact.BeganOn == again.BeganOn && fact.Measured.Agrees(again.Measured) &&
        Measurement.TargetsOf(again.Resource) is var targets && AreSame(targets, results)
            ? (fact, targets)
            : null;

    private static bool AreSame(IReadOnlyList<TargetResult> one, IReadOnlyList<TargetResult> other)
    {
        var place = one.Count == other.Count ? 0 : -1;
        while (place >= 0 && place < one.Count)
        {
            place = ReferenceEquals(one[place], other[place]) ? place + 1 : -1;
        }

        return place >= 0;
    }

    /// <summary>True where neither the record's reports nor its level nor a limit that can hold for it are others.</summary>
    public bool IsSame(Fact fact) => !reportedOn.Contains(fact.Resource.Name) && (terms is null ||
        (!(terms.IsOtherwiseGraded && fact.Record is Incident) && !(terms.IsOtherwiseSatisfied && fact.Record is Satisfaction) &&
         !terms.Targets.Any(target => target.Service is { } service ? fact.Record.Services.Any(named => named.Value == service) : fact.Matches(target.Target.AppliesTo))));

    /// <summary>The incidents of which a report is on one side only.</summary>
    private static IEnumerable<string> ReportedOn(ContractFolder folder, ContractFolder other)
    {
        var there = other.Of<FaultReport>().Select(report => report.Untyped).ToHashSet(ReferenceEqualityComparer.Instance);
        return folder.Of<FaultReport>().Where(report => !there.Contains(report.Untyped)).Select(report => report.Spec.Incident);
    }
}
