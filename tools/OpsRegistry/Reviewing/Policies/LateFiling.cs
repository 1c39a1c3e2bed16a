using OpsRegistry.Loading;
using OpsRegistry.Rules;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A record comes long after what it records. Lateness is counted to the merge, never from a date that the record or a commit claims: a record
/// written after the outcome is known is weaker proof.
/// </summary>
internal sealed class LateFiling() : PolicyRule("OPS641", new("迟报", "late filing"), Severity.Warning, holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from added in MergedRecords.Added(change)
        let allowed = FilingLimit.DaysOf(change, added.Resource.Metadata.Contract)
        let late = FilingLimit.DaysLaterThan(change, added.Record.EndedOn)
        where late > allowed
        select At(
            added.Resource.Place,
            new($"“{added.Resource.Name}”所记之事止于 {Shown.Show(added.Record.EndedOn)}，{late} 天后才报，规定 {allowed} 天", $"'{added.Resource.Name}' was over on {Shown.Show(added.Record.EndedOn)} and is filed {late} days later; {allowed} are allowed"),
            new("请审查者核对当时的凭据，并决定是否采信", "look at proof from that time and decide whether to accept it"));
}
