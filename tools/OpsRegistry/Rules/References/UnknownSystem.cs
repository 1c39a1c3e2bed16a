using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A record names a system that the contract does not list. Work on it is not service under this contract, or the name has a slip in it.
/// </summary>
public sealed class UnknownSystem : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS213";

    /// <inheritdoc/>
    public override Text Title => new("引用了不存在的系统", "unknown system");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var unknown = new UnknownName(registry);
        return
            from folder in registry.Contracts
            from resource in folder.Records
            from system in Systems(resource.Spec)
            where folder.Find<InformationSystem>(system.Value) is null
            let fault = unknown.Of(Kinds.Of<InformationSystem>(), system.Value, folder.Name)
            select At(system.Place, fault.Message, fault.Help);
    }

    private static IReadOnlyList<Located<string>> Systems(Spec spec) => spec switch
    {
        Incident incident => incident.Systems,
        Inspection inspection => inspection.Systems,
        Vulnerability vulnerability => vulnerability.Systems,
        Backup backup => backup.Systems,
        _ => [],
    };
}
