using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An incident has a root cause that a problem says was removed before: it came back, or the word is not the right one.
/// </summary>
internal sealed class CauseCameBack() : Rule("OPS344", new("已消除的根因再现", "root cause that came back"), Severity.Note)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let incidents = folder.Of<Incident>().Where(incident => incident.Spec.RootCause is not null).ToLookup(incident => incident.Spec.RootCause, StringComparer.Ordinal)
        from problem in folder.Of<Problem>()
        where problem.Spec.ResolvedOn is not null
        from incident in incidents[problem.Spec.RootCause]
        where incident.Spec.OccurredOn > problem.Spec.ResolvedOn
        select At(
            incident.Spec.PlaceOf(nameof(Incident.RootCause)),
            new(
                $"根因“{incident.Spec.RootCause}”已于 {Shown.Show(problem.Spec.ResolvedOn!.Value)} 消除（{problem.Name}），{Shown.Show(incident.Spec.OccurredOn)} 再现",
                $"root cause '{incident.Spec.RootCause}' was removed on {Shown.Show(problem.Spec.ResolvedOn!.Value)} ({problem.Name}) and came back on {Shown.Show(incident.Spec.OccurredOn)}"),
            new("重新立项，或改正根因标识", "open the problem again, or correct the word"),
            new RelatedPlace(problem.Spec.PlaceOf(nameof(Problem.ResolvedOn)), new("消除日", "removed on")));
}
