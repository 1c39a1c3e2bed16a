using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A change or maintenance window is filed after it began. A window announced afterwards excuses nothing: whoever is surprised by an outage
/// could otherwise declare it planned.
/// </summary>
internal sealed class MaintenanceFiledLate() : PolicyRule("OPS644", new("变更或维护在开始之后才报备", "maintenance filed after it began"), Severity.Warning, holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from added in MergedRecords.Added(change)
        let maintenance = added.Record as Change
        where maintenance?.StartedAt is not null
        let began = maintenance.StartedAt!.Value
        where began.ToInstant() < change.MergedAt
        select At(
            maintenance.PlaceOf(nameof(maintenance.StartedAt)),
            new($"“{added.Resource.Name}”于 {Shown.Show(began)} 开始，{Shown.Show(change.MergedAt.WithOffset(BeijingTime.Offset))} 才合并", $"'{added.Resource.Name}' began at {Shown.Show(began)} and is merged at {Shown.Show(change.MergedAt.WithOffset(BeijingTime.Offset))}"),
            new("事先报备的变更才算计划内；请审查者按未报备处理，或说明紧急原因", "only a change filed before it begins is planned; treat it as unannounced, or say why it could not wait"));
}
