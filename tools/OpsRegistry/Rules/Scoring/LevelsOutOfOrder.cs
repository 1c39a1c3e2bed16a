using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A level's threshold is longer than that of a worse level before it. The first level whose conditions hold wins, so the level after it would never be given as meant.
/// </summary>
internal sealed class LevelsOutOfOrder() : Rule("OPS520", new("故障级别没有从重到轻排列", "severity levels not from worst to least"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from terms in Governance.Levels(folder)
        let levels = terms.Severities?.Levels ?? []
        from pair in levels.Zip(levels.Skip(1))
        from threshold in new[]
        {
            (Worse: pair.First.Interruption, Lesser: pair.Second.Interruption, Name: nameof(SeverityLevel.Interruption)),
            (Worse: pair.First.Degradation, Lesser: pair.Second.Degradation, Name: nameof(SeverityLevel.Degradation)),
        }
        where threshold.Lesser >= threshold.Worse && pair.First.NeedsSeriousImpact == pair.Second.NeedsSeriousImpact
        select At(
            pair.Second.PlaceOf(threshold.Name),
            new(
                $"“{pair.Second.Id}”的 {Bound.KeyOf(threshold.Name)} 不短于更重的“{pair.First.Id}”",
                $"{Bound.KeyOf(threshold.Name)} of '{pair.Second.Id}' is not shorter than that of the worse '{pair.First.Id}'"),
            new("从最重的级别开始排列，或改正时长", "list the worst level first, or correct the durations"),
            new RelatedPlace(pair.First.PlaceOf(threshold.Name), new("更重的级别", "the worse level")));
}
