using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>What two terms of a contract have otherwise that can make a record come out otherwise.</summary>
internal sealed class TermsDifference
{
    private readonly HashSet<string> kept;

    /// <summary>Compares them.</summary>
    /// <param name="folder">The contract with the terms of now.</param>
    /// <param name="scope">Its limits and duties.</param>
    /// <param name="before">What was measured by the others.</param>
    public TermsDifference(ContractFolder folder, ServiceScope scope, Measurement before)
    {
        var (levels, old) = (folder.ServiceLevels, before.Folder.ServiceLevels);
        IsAnotherTerm = !Same(folder.Terms.Term, before.Folder.Terms.Term) || !Same(folder.Terms.Assessment, before.Folder.Terms.Assessment);
        IsOtherwiseGraded = !Same(levels?.Severities, old?.Severities);
        IsOtherwiseSatisfied = !Same(levels?.Satisfaction, old?.Satisfaction);
        var windows = Different(levels?.Windows ?? [], old?.Windows ?? [], window => window.Id, window => window).Select(window => window.Id).ToHashSet(StringComparer.Ordinal);
        Targets = Different(scope.Targets, before.Scope.Targets, target => (target.Service, target.Target.Id), target => target.Target)
            .Concat(scope.Targets.Where(target => new[] { target.Target.Window, target.Target.ReportedWithin, target.Target.ReportedOutside }.Any(window => window is not null && windows.Contains(window))))
            .ToList();
        Kinds = Targets.Where(target => target.Service is null).Select(target => target.Target.AppliesTo.Kind)
            .Concat(IsOtherwiseGraded ? [nameof(Incident)] : [])
            .Concat(IsOtherwiseSatisfied ? [nameof(Satisfaction)] : [])
            .ToHashSet(StringComparer.Ordinal);
        TouchesServices = Targets.Any(target => target.Service is not null);
        var different = Targets.Select(target => target.Target.Id).ToHashSet(StringComparer.Ordinal);
        kept = scope.Targets.GroupBy(target => target.Target.Id, StringComparer.Ordinal)
            .Where(same => same.Count() == 1 && same.First().Target.StartsWhenMissed is null && !different.Contains(same.Key))
            .Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>True where other days belong to the contract.</summary>
    public bool IsAnotherTerm { get; }

    /// <summary>True where incidents can have another level.</summary>
    public bool IsOtherwiseGraded { get; }

    /// <summary>True where surveys have another goal.</summary>
    public bool IsOtherwiseSatisfied { get; }

    /// <summary>The limits that are on one side only, or differ, or are counted by other hours.</summary>
    public IReadOnlyList<ScopedTarget> Targets { get; }

    /// <summary>The kinds of record that the contract's own terms can touch.</summary>
    public IReadOnlySet<string> Kinds { get; }

    /// <summary>True where limits of services are among them, which replace the contract's on records of any kind.</summary>
    public bool TouchesServices { get; }

    /// <summary>True for a limit that comes to the same on the same record: it is as it was, by the same hours, waits for no other, and no other is called so.</summary>
    public bool Keeps(string target) => kept.Contains(target);

    /// <summary>What is on one side only or differs, as it is on either side.</summary>
    private static IEnumerable<T> Different<T>(IReadOnlyList<T> now, IReadOnlyList<T> then, Func<T, object> id, Func<T, Bound> written) => Beside(now, then, id, written).Concat(Beside(then, now, id, written));

    private static IEnumerable<T> Beside<T>(IReadOnlyList<T> these, IReadOnlyList<T> those, Func<T, object> id, Func<T, Bound> written)
    {
        var others = those.ToLookup(id);
        return these.Where(one => !others[id(one)].Any(other => Same(written(one), written(other))));
    }

    private static bool Same(Bound? one, Bound? other) => ReferenceEquals(one, other) || NodeEquality.Same(one?.Node, other?.Node);
}
