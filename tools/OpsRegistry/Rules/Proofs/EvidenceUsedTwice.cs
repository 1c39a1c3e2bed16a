using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Proofs;

/// <summary>
/// Two records name the same bytes as their proof. A report that proves this week's inspection hardly proves last week's.
/// </summary>
public sealed class EvidenceUsedTwice : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS704";

    /// <inheritdoc/>
    public override Text Title => new("同一证明文件用于多条记录", "one proof used by two records");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from uses in registry.Resources
            .Where(resource => resource.Spec is IProven)
            .SelectMany(resource => ((IProven)resource.Spec).Evidence.Select(evidence => (Resource: resource, Evidence: evidence)))
            .GroupBy(use => use.Evidence.Sha256, StringComparer.Ordinal)
        let first = uses.First()
        from second in uses.Skip(1).Where(use => use.Resource != first.Resource).DistinctBy(use => use.Resource.Path)
        select At(
            second.Evidence.PlaceOf(nameof(Evidence.File)),
            new($"“{second.Evidence.File}”已用于证明“{first.Resource.Name}”", $"'{second.Evidence.File}' proves '{first.Resource.Name}' already"),
            new("换成本记录自己的证明材料", "give the record a proof of its own"),
            new RelatedPlace(first.Evidence.PlaceOf(nameof(Evidence.File)), new("首次使用", "first used")));
}
