using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A person gave a score that the clause does not allow.
/// </summary>
internal sealed class JudgementOutOfRange() : Rule("OPS550", new("评分超出范围", "judgement outside its range"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let terms = Governance.Deductions(folder).Where(term => term.Judged is not null).ToLookup(term => term.Id, StringComparer.Ordinal)
        from judgement in folder.Of<Judgement>()
        from term in terms[judgement.Spec.Term].TakeLast(1)
        let range = term.Judged!
        let score = judgement.Spec.Score
        where score < range.Least || score > range.Most || (range.Allowed.Count > 0 && !range.Allowed.Contains(score))
        select At(
            judgement.Spec.PlaceOf(nameof(Judgement.Score)),
            new($"评分 {Shown.Show(score)} 不在“{term.Id}”允许的范围内", $"score {Shown.Show(score)} is not allowed for '{term.Id}'"),
            range.Allowed.Count > 0
                ? new($"可以给：{Shown.Show(range.Allowed.Select(Shown.Show)).Zh}", $"allowed are {Shown.Show(range.Allowed.Select(Shown.Show)).En}")
                : new($"可以给 {Shown.Show(range.Least)} 至 {Shown.Show(range.Most)}", $"allowed is {Shown.Show(range.Least)} to {Shown.Show(range.Most)}"),
            new RelatedPlace(range.Place, new("范围写", "range given")));
}
