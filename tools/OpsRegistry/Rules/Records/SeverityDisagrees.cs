using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An incident claims another level than the one that the contract's own terms give for its intervals and impact. Points go by the terms,
/// whatever is claimed; a decision or a determination may part the two in a record that is merged. Incidents that are still open are not asked.
/// </summary>
internal sealed class SeverityDisagrees() : Rule("OPS305", new("故障级别与合同不符", "severity differs from the contract's levels"), Severity.Note)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from version in InForce.Contracts(registry)
        let folder = version.Folder
        where folder.ServiceLevels?.Severities is not null
        let terms = folder.ServiceLevels!.Severities!
        from incident in folder.Of<Incident>().Where(incident => version.Holds(incident.Spec))
        where incident.Spec.Severity is { } claimed && terms.Levels.Any(level => level.Id == claimed) && IsOver(incident.Spec)
        let measured = InForce.Graded(folder, incident, BeijingTime.EndOf(BeijingTime.LastDate)).Measured.Find(MeasuredFields.Severity)?[0]
        where measured is not null && measured != incident.Spec.Severity
        let level = terms.Levels.First(level => level.Id == measured)
        select At(
            incident.Spec.PlaceOf(nameof(Incident.Severity)),
            new($"申报级别“{incident.Spec.Severity}”，按合同应为“{measured}”", $"severity '{incident.Spec.Severity}' is claimed and the contract's levels give '{measured}'"),
            new("计分按合同的级别，不按申报；新记录请改正级别", "points go by the contract's level, not by the claim; in a new record correct it"),
            new RelatedPlace(level.Place, new($"“{measured}”的条件", $"'{measured}' defined")));

    private static bool IsOver(Incident incident) => RecordedIntervals.Harm(incident).All(stretch => stretch.Item.To is not null);
}
