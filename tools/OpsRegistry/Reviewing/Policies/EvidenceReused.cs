using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A record is proved by a file whose very bytes prove another record already. This week's report proves little about last week.
/// </summary>
internal sealed class EvidenceReused() : PolicyRule("OPS650", new("重复使用证明材料", "evidence used again"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var uses = change.After.Registry.Resources
            .Where(resource => resource.Spec is IProven)
            .SelectMany(resource => ((IProven)resource.Spec).Evidence.Select(evidence => (Resource: resource, Evidence: evidence)))
            .ToLookup(use => use.Evidence.Sha256, StringComparer.Ordinal);
        return
            from changed in change.Resources
            where changed.After?.Spec is IProven
            from evidence in ((IProven)changed.After!.Spec).Evidence
            where changed.Before?.Spec is not IProven before || before.Evidence.All(old => old.Sha256 != evidence.Sha256)
            let other = uses[evidence.Sha256].FirstOrDefault(use => use.Resource.Path != changed.Path)
            where other.Resource is not null
            select At(
                evidence.PlaceOf(nameof(evidence.File)),
                new($"“{evidence.File}”与证明“{other.Resource.Name}”的文件内容相同", $"'{evidence.File}' has the bytes that prove '{other.Resource.Name}'"),
                new("换成本记录自己的证明材料", "give the record a proof of its own"),
                new RelatedPlace(other.Evidence.PlaceOf(nameof(Evidence.File)), new("另一处", "the other use")));
    }
}
