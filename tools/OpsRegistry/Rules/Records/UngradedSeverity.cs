using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An incident claims a level although the contract grades no incidents of its kind. The claim counts for nothing.
/// </summary>
internal sealed class UngradedSeverity() : Rule("OPS306", new("不分级的事件填了级别", "severity on an incident that is not graded"), Severity.Warning)
{
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from version in InForce.Contracts(registry)
        let folder = version.Folder
        where folder.ServiceLevels is not null
        let levels = folder.ServiceLevels!.Severities
        from incident in folder.Of<Incident>().Where(incident => version.Holds(incident.Spec))
        where incident.Spec.Severity is not null
        where levels is null || InForce.Graded(folder, incident, BeijingTime.EndOf(BeijingTime.LastDate)).Measured.Find(MeasuredFields.Severity) is null
        select At(
            incident.Spec.PlaceOf(nameof(Incident.Severity)),
            new(
                $"填了级别“{incident.Spec.Severity}”，但合同不给此类事件分级",
                $"severity '{incident.Spec.Severity}' is claimed for an incident that the contract does not grade"),
            new("删去级别，或改正事件的类别", "remove the severity, or correct the category"));
}
