using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A special inspection names an order that is not there, so the order that it answers counts as unanswered.
/// </summary>
public sealed class UnknownSpecialPeriod : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS215";

    /// <inheritdoc/>
    public override Text Title => new("引用了不存在的保障通知", "inspection on an unknown order");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var unknown = new UnknownName(registry);
        return
            from folder in registry.Contracts
            from inspection in folder.Of<SpecialInspection>()
            where folder.Find<SpecialPeriod>(inspection.Spec.SpecialPeriod) is null
            let fault = unknown.Of(Kinds.Of<SpecialPeriod>(), inspection.Spec.SpecialPeriod, folder.Name)
            select At(inspection.Spec.PlaceOf(nameof(SpecialInspection.SpecialPeriod)), fault.Message, fault.Help);
    }
}
