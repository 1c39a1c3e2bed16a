using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Proofs;

/// <summary>
/// Two records name the same bytes as their proof. A report that proves this week's inspection hardly proves last week's.
/// </summary>
internal sealed class EvidenceUsedTwice() : Rule("OPS704", new("同一证明文件用于多条记录", "one proof used by two records"), Severity.Warning, reach: Reach.Registry)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from uses in registry.EvidenceUses.GroupBy(use => use.Sha256, StringComparer.Ordinal)
        let first = uses.First()
        from second in uses.Skip(1).Where(use => use.Path != first.Path).DistinctBy(use => use.Path)
        select At(
            second.Place,
            new($"“{second.File}”已用于证明“{first.Record}”", $"'{second.File}' proves '{first.Record}' already"),
            new("换成本记录自己的证明材料", "give the record a proof of its own"),
            new RelatedPlace(first.Place, new("首次使用", "first used")));
}
