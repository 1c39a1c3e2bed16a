using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A ruling upholds a dispute in part and does not say how many points are given back, or says so where all or none are.
/// </summary>
internal sealed class RulingWithoutPoints() : Rule("OPS554", new("裁定结果与退回分值不符", "ruling whose points do not fit its outcome"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from ruling in registry.Of<Ruling>()
        let inPart = ruling.Spec.Outcome == RulingOutcome.Partly
        where inPart ? ruling.Spec.PointsRestored is null or 0m : ruling.Spec.PointsRestored is not null
        select At(
            ruling.Spec.PlaceOf(inPart ? nameof(Ruling.Outcome) : nameof(Ruling.PointsRestored)),
            inPart ? new("部分成立，但没有写退回多少分", "dispute is upheld in part, and no points are given back")
                : new($"结果为 {YamlWord.Of(ruling.Spec.Outcome)}，却写了退回 {Shown.Of(ruling.Spec.PointsRestored!.Value)} 分", $"outcome is '{YamlWord.Of(ruling.Spec.Outcome)}', and {Shown.Of(ruling.Spec.PointsRestored!.Value)} point(s) are given back"),
            new("pointsRestored 只在 partly 时写，且大于 0", "write pointsRestored with partly only, above 0"));
}
