using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Coverage;

/// <summary>
/// An entry of a coverage says that something models its clause, and there is no such thing: the clause only looks as if it were modelled.
/// </summary>
internal sealed class CoverageLeadsNowhere() : Rule("OPS562", new("条款覆盖指向不存在的内容", "coverage that leads nowhere"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Contract), nameof(ServiceLevels), nameof(Obligations), nameof(Scorecard), nameof(Interpretations), nameof(Service)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Build(folder)
        where map is not null
        from pair in map.Clauses
        from path in pair.LeadingNowhere
        let index = pair.Entry.ModelledBy.ToList().IndexOf(path)
        select At(
            pair.Entry.PlaceOf(nameof(CoverageEntry.ModelledBy), index),
            new($"“{path}”不存在", $"'{path}' names nothing"),
            new("写文件种类（有多个时加名称），再写键和编号，如 service-levels/targets/response", "name the kind of file (and its name where there are many), then keys and ids, as service-levels/targets/response"));
}
