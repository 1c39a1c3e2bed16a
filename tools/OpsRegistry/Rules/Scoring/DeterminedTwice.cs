using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Two determinations of one day are about the same field of a record. A later one takes the place of an earlier one; of two on one day nobody can say which is later.
/// </summary>
internal sealed class DeterminedTwice() : Rule("OPS564", new("同一字段同日两次认定", "field determined twice on one day"))
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from determinations in folder.Of<Determination>().GroupBy(determination => (determination.Spec.Record, determination.Spec.Field, determination.Spec.DeterminedOn))
        let first = determinations.First()
        from second in determinations.Skip(1)
        select At(
            second.Spec.PlaceOf(nameof(Determination.Field)),
            new(
                $"“{second.Spec.Record}”的 {second.Spec.Field} 在 {Shown.Show(second.Spec.DeterminedOn)} 已由“{first.Name}”认定",
                $"'{second.Spec.Field}' of '{second.Spec.Record}' is determined already by '{first.Name}' on {Shown.Show(second.Spec.DeterminedOn)}"),
            new("只保留有效的一份，或改正日期", "keep the one that holds, or correct its day"),
            new RelatedPlace(first.Spec.PlaceOf(nameof(Determination.Field)), new("另一份", "the other")));
}
