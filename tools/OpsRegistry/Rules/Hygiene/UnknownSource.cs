using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// A clause is cited from a document that the contract does not list among its sources, so nobody can look it up.
/// </summary>
internal sealed class UnknownSource() : Rule("OPS904", new("条款出处的文件未登记", "clause of an unknown source"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = folder.Terms.Sources.Select(source => source.Id).ToList()
        from citation in folder.Resources.SelectMany(resource => NodeWalk.ItemsUnder(resource.Nodes, "clauses")).Select(clause => (clause.Text, clause.Place))
            .Concat(folder.Of<Model.Coverage>().Select(coverage => (Text: coverage.Spec.Source, Place: coverage.Spec.PlaceOf(nameof(Model.Coverage.Source)))))
        let source = citation.Text.Split(' ')[0]
        where !known.Contains(source)
        select At(
            citation.Place,
            new($"“{citation.Text}”出自未登记的文件“{source}”", $"'{citation.Text}' is from the unknown source '{source}'"),
            new($"已登记的文件：{Shown.Show(known).Zh}", $"the contract's sources are {Shown.Show(known).En}"),
            new RelatedPlace(folder.Terms.PlaceOf(nameof(Contract.Sources)), new("来源列", "sources listed")));
}
