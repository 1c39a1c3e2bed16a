using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.Scoring;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// An obligation names no records that fulfil it, so it would be missing for ever.
/// </summary>
internal sealed class UnfulfillableObligation() : Rule("OPS416", new("没有记录能履行的义务", "obligation that no record fulfils"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from obligation in Governance.Obligations(folder)
        where !obligation.Fulfilling.Any()
        select At(
            obligation.PlaceOf(nameof(obligation.Id)),
            new($"义务“{obligation.Id}”没有写由哪种记录履行", $"obligation '{obligation.Id}' does not say which records fulfil it"),
            new("写 fulfilledBy 或 fulfilledByGroup", "give it fulfilledBy or fulfilledByGroup"));
}
