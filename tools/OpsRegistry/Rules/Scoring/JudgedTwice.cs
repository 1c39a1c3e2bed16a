using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Two judgements answer the same term in the same period. Which of the two holds is not for a program to choose.
/// </summary>
public sealed class JudgedTwice : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS551";

    /// <inheritdoc/>
    public override Text Title => new("同一条目重复评分", "term judged twice");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from judgements in folder.Of<Judgement>().GroupBy(judgement => (judgement.Spec.Period, judgement.Spec.Term))
        let first = judgements.First()
        from second in judgements.Skip(1)
        select At(
            second.Spec.PlaceOf(nameof(Judgement.Term)),
            new($"“{second.Spec.Term}”在 {second.Spec.Period} 已有评分", $"'{second.Spec.Term}' is judged already for '{second.Spec.Period}'"),
            new("只保留有效的一份", "keep the one that holds"),
            new RelatedPlace(first.Spec.PlaceOf(nameof(Judgement.Term)), new("另一份", "the other")));
}
