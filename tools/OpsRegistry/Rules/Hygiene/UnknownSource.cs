using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A clause is cited from a document that the contract does not list among its sources, so nobody can look it up.
/// </summary>
public sealed class UnknownSource : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS904";

    /// <inheritdoc/>
    public override Text Title => new("条款出处的文件未登记", "clause of an unknown source");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = folder.Terms.Sources.Select(source => source.Id).ToList()
        from resource in folder.Resources
        from clause in NodeWalk.ItemsUnder(resource.Root, "clauses")
        let source = clause.Text.Split(' ')[0]
        where !known.Contains(source)
        select At(
            clause.Place,
            new($"条款“{clause.Text}”出自未登记的文件“{source}”", $"clause '{clause.Text}' is from the unknown source '{source}'"),
            new($"已登记的文件：{Shown.Of(known).Zh}", $"the contract's sources are {Shown.Of(known).En}"),
            new RelatedPlace(folder.Terms.PlaceOf(nameof(Contract.Sources)), new("来源列", "sources listed")));
}
