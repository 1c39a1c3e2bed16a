using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Two rulings decide one dispute on the same day. A later ruling takes the place of an earlier one; of two on one day nobody can say which is later.
/// </summary>
internal sealed class RuledTwice() : Rule("OPS553", new("同一异议同日两次裁定", "dispute ruled on twice on one day"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from rulings in folder.Of<Ruling>().GroupBy(ruling => (ruling.Spec.Dispute, ruling.Spec.DecidedOn))
        let first = rulings.First()
        from second in rulings.Skip(1)
        select At(
            second.Spec.PlaceOf(nameof(Ruling.Dispute)),
            new($"“{second.Spec.Dispute}”在 {Shown.Show(second.Spec.DecidedOn)} 已有裁定“{first.Name}”", $"'{second.Spec.Dispute}' is ruled on already by '{first.Name}' on {Shown.Show(second.Spec.DecidedOn)}"),
            new("只保留有效的一份，或改正日期", "keep the one that holds, or correct its day"),
            new RelatedPlace(first.Spec.PlaceOf(nameof(Ruling.Dispute)), new("另一份", "the other")));
}
