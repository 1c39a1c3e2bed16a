using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A fault report names an incident that is not there. The incident it was written for would count as one without a report,
/// and cost points for each day.
/// </summary>
public sealed class UnknownIncident : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS214";

    /// <inheritdoc/>
    public override Text Title => new("引用了不存在的事件", "report on an unknown incident");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var unknown = new UnknownName(registry);
        return
            from folder in registry.Contracts
            from report in folder.Of<FaultReport>()
            where folder.Find<Incident>(report.Spec.Incident) is null
            let fault = unknown.Of(Kinds.Of<Incident>(), report.Spec.Incident, folder.Name)
            select At(report.Spec.PlaceOf(nameof(FaultReport.Incident)), fault.Message, fault.Help);
    }
}
