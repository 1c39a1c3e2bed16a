using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A closing or an exit trigger names a duty that the contract does not have. What was to be closed stays open, and the trigger never shows.
/// </summary>
internal sealed class UnknownDuty() : Rule("OPS432", new("指向不存在的义务", "closing or trigger of an unknown duty"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from named in Named(folder)
        let known = (named.Service is { } service ? folder.Find<Service>(service)?.Spec.Obligations.Select(duty => duty.Id) : Governance.Obligations(folder).Select(duty => duty.Id))?.Distinct().ToList() ?? []
        where !known.Contains(named.Id)
        let fault = UnknownName.Describe(new("义务", "obligation"), named.Id, known)
        select At(named.Place, fault.Message, fault.Help);

    private static IEnumerable<(string Id, string? Service, Place Place)> Named(ContractFolder folder) =>
        folder.Of<DutyClosing>().Select(closing => (closing.Spec.Obligation, closing.Spec.Service, closing.Spec.PlaceOf(nameof(DutyClosing.Obligation))))
            .Concat(folder.Terms.ExitTriggers.Where(trigger => trigger.Duty is not null).Select(trigger => (trigger.Duty!, (string?)null, trigger.PlaceOf(nameof(ExitTrigger.Duty)))));
}
