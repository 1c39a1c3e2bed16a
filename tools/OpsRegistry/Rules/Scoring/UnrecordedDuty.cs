using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Points rest on a duty of a service of which the contract says that no records are kept here. The duty would never be missing, and the points
/// would be given for what nobody looked at.
/// </summary>
internal sealed class UnrecordedDuty() : Rule("OPS576", new("计分的义务不在本库登记", "scored duty of which no records are kept"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let kept = folder.Terms.RecordsKept
        where kept is not null
        let recorded = kept.Services.Select(service => service.Value).ToHashSet(StringComparer.Ordinal)
        let left = folder.Of<Service>().Where(service => !recorded.Contains(service.Name)).SelectMany(service => service.Spec.Obligations).Select(duty => duty.Id).ToHashSet(StringComparer.Ordinal)
        from term in Governance.Deductions(folder)
        from obligation in Governance.BasesOf(term).SelectMany(basis => basis.Obligations)
        where left.Contains(obligation.Value)
        select At(
            obligation.Place,
            new($"义务“{obligation.Value}”属于不登记的服务项，却据以扣分", $"obligation '{obligation.Value}' is of a service without records, and points rest on it"),
            new("把该服务项列入 recordsKept.services，或不据以扣分", "list the service under recordsKept.services, or let no points rest on it"),
            new RelatedPlace(folder.Terms.PlaceOf(nameof(Contract.RecordsKept)), new("只登记这些服务", "only these are recorded")));
}
