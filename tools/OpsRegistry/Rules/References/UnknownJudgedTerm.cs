using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A judgement answers a term that is not on the scorecard, or one that no person judges. The points it gives would go nowhere.
/// </summary>
internal sealed class UnknownJudgedTerm() : Rule("OPS220", new("评分对应的条目不存在", "judgement on an unknown term"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Scorecard)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let known = Governance.Deductions(folder)
            .Where(term => term.Judged is not null).Select(term => term.Id).ToList()
        from judgement in folder.Of<Judgement>()
        where !known.Contains(judgement.Spec.Term)
        let fault = UnknownName.Describe(new("由人评分的条目", "judged term"), judgement.Spec.Term, known)
        select At(judgement.Spec.PlaceOf(nameof(Judgement.Term)), fault.Message, fault.Help);
}
