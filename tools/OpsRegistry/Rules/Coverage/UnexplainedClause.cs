using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Coverage;

/// <summary>
/// An entry of a coverage says neither what models its clause nor why nothing does: nobody can tell an omission from a decision.
/// </summary>
internal sealed class UnexplainedClause() : Rule("OPS563", new("条款既未建模也未说明", "clause neither modelled nor explained"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Build(folder)
        where map is not null
        from entry in map.Unexplained
        select At(
            entry.PlaceOf(nameof(CoverageEntry.Clause)),
            new($"条款“{entry.Clause}”没有写 modelledBy，也没有写 outOfScope", $"clause '{entry.Clause}' has neither modelledBy nor outOfScope"),
            new("写明由何建模，或为何不在范围内", "say what models it, or why nothing does"));
}
