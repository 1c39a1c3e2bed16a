using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Coverage;

/// <summary>
/// An entry of a coverage begins before the one before it ends, or ends before it begins: the same line would be told in two ways.
/// </summary>
internal sealed class OverlappingCoverage() : Rule("OPS561", new("条款覆盖的条目重叠", "entries of a coverage that overlap"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Build(folder)
        where map is not null
        from entry in map.Overlaps
        select At(
            entry.PlaceOf(nameof(CoverageEntry.From)),
            new($"L{entry.From}-L{entry.To} 与前面的条目重叠或首尾颠倒", $"L{entry.From}-L{entry.To} overlap an earlier entry or run backwards"),
            new("按文件顺序排列，每行只属于一条", "keep the order of the document, each line in one entry"));
}
