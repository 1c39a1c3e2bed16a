using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// The registry has no readable <c>registry.yaml</c>. Without the day up to which records are complete, what is missing cannot be told from what is still to come.
/// </summary>
internal sealed class MissingSettings() : Rule("OPS232", new("缺少登记库设置", "registry settings missing"))
{
    public override IEnumerable<Finding> Check(Registry registry)
    {
        if (registry.Settings is null && !registry.Unread.Contains(Kinds.Of<RegistrySettings>().PathPattern, StringComparer.Ordinal))
        {
            yield return At(
                Place.StartOf(Kinds.Of<RegistrySettings>().PathPattern),
                new("登记库设置缺失或无法读取", "registry settings are missing or cannot be read"),
                new("写出 ops-registry/registry.yaml", "write ops-registry/registry.yaml"));
        }
    }
}
