using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A target or an availability counts in a window that the service levels do not define.
/// </summary>
internal sealed class UnknownWindow() : Rule("OPS522", new("引用了不存在的服务时间", "unknown service window"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Levels(folder).SelectMany(levels => levels.Windows).Select(window => window.Id).Distinct().ToList()
        from reference in Governance.Targets(folder).SelectMany(target => new[]
            {
                (target.Window, Place: target.PlaceOf(nameof(target.Window))),
                (Window: target.ReportedWithin, Place: target.PlaceOf(nameof(target.ReportedWithin))),
                (Window: target.ReportedOutside, Place: target.PlaceOf(nameof(target.ReportedOutside))),
            })
            .Concat(Governance.Levels(folder).SelectMany(levels => levels.Availability).Select(figure => (Window: (string?)figure.Window, Place: figure.PlaceOf(nameof(figure.Window)))))
            .Concat(folder.Of<Service>().Select(service => (service.Spec.Window, Place: service.Spec.PlaceOf(nameof(Service.Window)))))
        where reference.Window is not null && !known.Contains(reference.Window)
        let fault = UnknownName.Describe(new("服务时间", "window"), reference.Window!, known)
        select At(reference.Place, fault.Message, fault.Help);
}
