using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// Some lines of a source document are in no entry of the coverage. Whether they bind anybody would be left to chance.
/// </summary>
public sealed class UncoveredLines : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS906";

    /// <inheritdoc/>
    public override Text Title => new("来源文件有未说明的行", "lines of the source left out");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Of(folder)
        where map is not null
        from gap in map.Gaps
        let next = map.File.Spec.Entries.FirstOrDefault(entry => entry.From > gap.To)
        select At(
            next?.PlaceOf(nameof(next.From)) ?? map.File.Spec.PlaceOf(nameof(Coverage.Lines)),
            new($"第 {gap.From} 至 {gap.To} 行没有说明", $"lines {gap.From} to {gap.To} are in no entry"),
            new("补上条目，写 modelledBy 或 outOfScope", "add an entry with modelledBy or outOfScope"));
}
