using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>Money withheld in proportion to the points lost (001 二(四)6): total ÷ divisor × (marks − score) %.</summary>
internal static class ShortfallLines
{
    /// <summary>The lines of a period: none while the score is high enough and nothing serious occurred.</summary>
    public static IEnumerable<SettlementLine> Compute(Assessment assessment, Shortfall shortfall, decimal? amount)
    {
        if (assessment.Total is not { } total)
        {
            return [new(PeriodSettlement.Shortfall, new("得分尚未确定", "the score is not determined yet"), null, shortfall.Clauses)];
        }

        var serious = assessment.Book.Facts.Where(fact => shortfall.OrWhen.Any(fact.Matches)).ToList();
        var triggers = (total < shortfall.Below ? 1 : 0) + serious.Count;
        if (triggers == 0)
        {
            return [];
        }

        var part = amount / shortfall.Divisor;
        var once = shortfall.WholePart ? part : part * (assessment.Scorecard!.Marks - total) / 100m;
        var withheld = shortfall.PerTrigger ? once * triggers : once;
        return
        [
            new(PeriodSettlement.Shortfall, ReasonFor(total, shortfall, serious), withheld is { } known && part is { } most ? Yuan.Round(Math.Min(known, most)) : null, shortfall.Clauses)
            {
                Records = serious.Select(fact => RecordReference.To(fact)).ToList(),
            },
        ];
    }

    private static Text ReasonFor(decimal total, Shortfall shortfall, IReadOnlyList<Fact> serious)
    {
        var score = Points.Show(total);
        var below = Points.Plain(shortfall.Below);
        return serious.Count == 0
            ? new($"得分 {score}，低于 {below}", $"score {score} is below {below}")
            : new($"得分 {score}，发生 {serious.Count} 起严重事件", $"score {score}, with {English.Count(serious.Count, "serious event")}");
    }
}
