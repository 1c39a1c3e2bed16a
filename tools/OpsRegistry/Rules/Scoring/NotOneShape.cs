using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A deduction has no shape, so it never costs anything, or several, so nobody can say what it costs.
/// </summary>
internal sealed class NotOneShape() : Rule("OPS510", new("扣分条目不是恰好一种形式", "deduction without exactly one shape"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from term in Governance.Deductions(folder)
        let shapes = term.Shapes.Select(shape => Bound.KeyOf(shape.GetType().Name)).ToList()
        where shapes.Count != 1
        select At(
            term.PlaceOf(nameof(term.Id)),
            shapes.Count == 0
                ? new($"扣分条目“{term.Id}”没有写扣分形式", $"deduction '{term.Id}' has no shape")
                : new($"扣分条目“{term.Id}”有 {shapes.Count} 种形式：{Shown.Show(shapes).Zh}", $"deduction '{term.Id}' has {shapes.Count} shapes: {Shown.Show(shapes).En}"),
            new("每个条目写一种形式；需要几种就写几个条目", "give each deduction one shape; write several deductions for several"));
}
