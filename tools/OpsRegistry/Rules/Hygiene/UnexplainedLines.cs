using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// An entry of the coverage says neither what models its lines nor why nothing does.
/// </summary>
public sealed class UnexplainedLines : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS908";

    /// <inheritdoc/>
    public override Text Title => new("来源文件的行没有去处", "lines neither modelled nor left out");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Of(folder)
        where map is not null
        from entry in map.Unexplained
        select At(
            entry.PlaceOf(nameof(entry.Clause)),
            new($"第 {entry.From} 至 {entry.To} 行没有写 modelledBy，也没有写 outOfScope", $"lines {entry.From} to {entry.To} have neither modelledBy nor outOfScope"),
            new("写明由什么实现，或为何不在范围内", "say what models them, or why nothing does"));
}
