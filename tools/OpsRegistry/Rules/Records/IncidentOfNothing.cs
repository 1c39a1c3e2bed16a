using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// An incident names neither a system nor a service. Nobody can tell what was hit, nor which limits hold. A contract that bundles many services
/// may name the service alone.
/// </summary>
internal sealed class IncidentOfNothing() : Rule("OPS340", new("事件没有写系统或服务项", "incident of no system or service"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let bundles = folder.Of<Service>().Any()
        from incident in folder.Of<Incident>()
        where incident.Spec is { Systems.Count: 0, Services.Count: 0 }
        select At(
            incident.Spec.Node.Place,
            new("没有写受影响系统，也没有写所属服务项", "neither a system nor a service is named"),
            !bundles && !folder.Of<InformationSystem>().Any()
                ? new($"合同还没有系统：先 ./opsreg new system {folder.Name}，再写 systems", $"the contract has no system yet: ./opsreg new system {folder.Name}, then name it in systems")
                : bundles
                ? new("写 services（services/ 下的服务项），或 systems（systems/ 下的系统）", "name services (files under services/) or systems (files under systems/)")
                : new("写 systems（systems/ 下的系统）", "name systems (files under systems/)"));
}
