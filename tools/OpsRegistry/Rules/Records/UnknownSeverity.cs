using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An incident claims a level that the contract's service levels do not have.
/// </summary>
internal sealed class UnknownSeverity() : Rule("OPS304", new("合同没有这一故障级别", "severity that the contract does not know"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Levels(folder).SelectMany(levels => levels.Severities?.Levels ?? []).Select(level => level.Id).ToList()
        where known.Count > 0
        from incident in folder.Of<Incident>()
        where incident.Spec.Severity is { } claimed && !known.Contains(claimed)
        let fault = UnknownName.Describe(new("故障级别", "severity level"), incident.Spec.Severity!, known)
        select At(incident.Spec.PlaceOf(nameof(Incident.Severity)), fault.Message, fault.Help);
}
