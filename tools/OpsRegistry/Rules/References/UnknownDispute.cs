using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A ruling names a dispute that is not there. It decides nothing, and the dispute that it means stays open.
/// </summary>
public sealed class UnknownDispute : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS229";

    /// <inheritdoc/>
    public override Text Title => new("裁定所指的异议不存在", "ruling on an unknown dispute");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var unknown = new UnknownName(registry);
        return
            from folder in registry.Contracts
            from ruling in folder.Of<Ruling>()
            where folder.Find<Dispute>(ruling.Spec.Dispute) is null
            let fault = unknown.Of(Kinds.Of<Dispute>(), ruling.Spec.Dispute, folder.Name)
            select At(ruling.Spec.PlaceOf(nameof(Ruling.Dispute)), fault.Message, fault.Help);
    }
}
