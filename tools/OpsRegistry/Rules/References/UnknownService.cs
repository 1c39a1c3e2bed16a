using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A record names a service that the contract does not list. No limit and no duty of any service would see the record, and the duty
/// that it was meant to fulfil would count as missing.
/// </summary>
public sealed class UnknownService : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS224";

    /// <inheritdoc/>
    public override Text Title => new("引用了不存在的服务项", "unknown service");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var unknown = new UnknownName(registry);
        return
            from folder in registry.Contracts
            from resource in folder.Records
            from service in ((RecordSpec)resource.Spec).Services
            where folder.Find<Service>(service.Value) is null
            let fault = unknown.Of(Kinds.Of<Service>(), service.Value, folder.Name)
            select At(service.Place, fault.Message, fault.Help);
    }
}
