using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Coverage;

/// <summary>
/// Lines of a source document belong to no entry of its coverage. A clause that nobody looked at is a promise that nobody measures.
/// </summary>
internal sealed class UncoveredLines() : Rule("OPS560", new("来源文件有未覆盖的行", "lines of a source that nothing covers"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Build(folder)
        where map is not null
        from gap in map.Gaps
        select At(
            map.File.Spec.PlaceOf(nameof(Model.Coverage.Entries)),
            new($"来源 {map.File.Spec.Source} 的 L{gap.From}-L{gap.To} 没有条目", $"L{gap.From}-L{gap.To} of source {map.File.Spec.Source} have no entry"),
            new("补一条：由何建模，或为何不在范围内", "add an entry: what models them, or why nothing does"));
}
