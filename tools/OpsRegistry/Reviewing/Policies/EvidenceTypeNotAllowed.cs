using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A request brings evidence of a type that the registry does not allow. A page or a program runs where somebody opens it to look at a proof, and
/// what nobody can open proves nothing.
/// </summary>
internal sealed class EvidenceTypeNotAllowed() : PolicyRule("OPS656", new("证明材料的类型不允许", "evidence of a type that is not allowed"))
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var allowed = EvidenceLimit.InForce(change).Types;
        return
            from brought in EvidenceLimit.Brought(change)
            let ending = Path.GetExtension(brought.File.Path).TrimStart('.')
            where !allowed.Contains(ending, StringComparer.OrdinalIgnoreCase)
            select At(
                brought.File,
                new($"证明材料不能是“{(ending.Length == 0 ? "无扩展名" : ending)}”类型", $"evidence cannot be of the type '{(ending.Length == 0 ? "none" : ending)}'"),
                new(
                    $"另存为允许的类型：{string.Join('、', allowed)}；确需其他类型，由采购人写进 ops-registry/registry.yaml 的 evidenceLimits.types",
                    $"save it as one that is allowed: {string.Join(", ", allowed)}; another is for the purchaser to add to evidenceLimits.types in ops-registry/registry.yaml"));
    }
}
