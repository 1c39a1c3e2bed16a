using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Coverage;

/// <summary>
/// A service has no limit, no counted duty and no sentence said to be not measured. Coverage takes its whole section for modelled, and nobody
/// notices that nothing of it is watched.
/// </summary>
internal sealed class UnmeasuredService() : Rule("OPS569", new("服务项没有可计量的内容，也没有说明", "service that nothing is measured of, without a word"), Severity.Note)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Of<Model.Coverage>().Any()
        from service in folder.Of<Service>()
        where service.Spec.Targets.Count == 0 && service.Spec.Obligations.Count == 0 && service.Spec.NotMeasured.Count == 0
        select At(
            service.Spec.PlaceOf(nameof(Service.Title)),
            new($"“{service.Name}”没有时限、义务，也没有写 notMeasured", $"'{service.Name}' has no limit, no duty and no notMeasured"),
            new("在 notMeasured 写明哪些语句不计量、缺什么", "say under notMeasured which sentences are not measured, and what is missing"));
}
