using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Two judgements of one day answer the same term in the same period. A later judgement takes the place of an earlier one; of two on one day nobody can say which is later.
/// </summary>
internal sealed class JudgedTwice() : Rule("OPS551", new("同一条目同日重复评分", "term judged twice on one day"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from judgements in folder.Of<Judgement>().GroupBy(judgement => (judgement.Spec.Period, judgement.Spec.Term, judgement.Spec.JudgedOn))
        let first = judgements.First()
        from second in judgements.Skip(1)
        select At(
            second.Spec.PlaceOf(nameof(Judgement.Term)),
            new(
                $"“{second.Spec.Term}”在 {second.Spec.Period} 已有 {Shown.Show(second.Spec.JudgedOn)} 的评分",
                $"'{second.Spec.Term}' is judged already for '{second.Spec.Period}' on {Shown.Show(second.Spec.JudgedOn)}"),
            new("只保留有效的一份，或改正日期", "keep the one that holds, or correct its day"),
            new RelatedPlace(first.Spec.PlaceOf(nameof(Judgement.Term)), new("另一份", "the other")));
}
