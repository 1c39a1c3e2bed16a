using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A target's clock is to start once another target is missed, and there is no such target, or it waits for another itself. It would never start.
/// </summary>
internal sealed class UnknownCondition() : Rule("OPS571", new("时限等待不存在的时限", "clock that waits for an unknown target"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Targets(folder).Where(target => target.StartsWhenMissed is null).Select(target => target.Id).Distinct().ToList()
        from target in Governance.Targets(folder)
        where target.StartsWhenMissed is not null && !known.Contains(target.StartsWhenMissed)
        let fault = UnknownName.Describe(new("自行起算的时限", "target with a clock of its own"), target.StartsWhenMissed!, known)
        select At(target.PlaceOf(nameof(target.StartsWhenMissed)), fault.Message, fault.Help);
}
