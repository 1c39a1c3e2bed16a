using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A ruling upholds a dispute in part and does not say how many points, or how much money, are given back; or says so where all or none are, or in the
/// other unit than the dispute is about.
/// </summary>
internal sealed class RulingWithoutPoints() : Rule("OPS554", new("裁定结果与退回的分值或金额不符", "ruling whose points or yuan do not fit its outcome"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(Dispute), nameof(Scorecard)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let scored = Governance.Deductions(folder).Select(term => term.Id).ToHashSet(StringComparer.Ordinal)
        from ruling in folder.Of<Ruling>()
        let isOfPoints = folder.Find<Dispute>(ruling.Spec.Dispute) is not { } dispute || scored.Contains(dispute.Spec.Term)
        from given in new[]
        {
            (Value: ruling.Spec.PointsRestored, Field: nameof(Ruling.PointsRestored), Unit: new Text("分", "points"), IsOfUnit: isOfPoints),
            (Value: ruling.Spec.AmountRestored, Field: nameof(Ruling.AmountRestored), Unit: new Text("元", "yuan"), IsOfUnit: !isOfPoints),
        }
        let isAsked = given.IsOfUnit && ruling.Spec.Outcome == RulingOutcome.Partly
        where isAsked ? given.Value is null or 0m : given.Value is not null
        select At(
            ruling.Spec.PlaceOf(isAsked ? nameof(Ruling.Outcome) : given.Field),
            isAsked
                ? new Message($"部分成立，但没有写退回多少{given.Unit.Zh}", $"dispute is upheld in part, and no {given.Unit.En} are given back").About(given.Field)
                : new(
                    $"{(given.IsOfUnit ? $"结果为 {YamlWord.Write(ruling.Spec.Outcome)}" : $"异议所争的不是{given.Unit.Zh}")}，却写了退回 {Shown.Show(given.Value!.Value)} {given.Unit.Zh}",
                    $"{(given.IsOfUnit ? $"outcome is '{YamlWord.Write(ruling.Spec.Outcome)}'" : $"dispute is not of {given.Unit.En}")}, and {Shown.Show(given.Value!.Value)} {given.Unit.En} are given back"),
            isOfPoints
                ? new("pointsRestored 只在 partly 时写，且大于 0", "write pointsRestored with partly only, above 0")
                : new("amountRestored 只在 partly 时写，且大于 0", "write amountRestored with partly only, above 0"));
}
