using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>How firm a result is while deductions are disputed: the range between what was found and what all open disputes would make of it.</summary>
internal static class DisputeWords
{
    /// <summary>The score's range in parentheses; nothing where it is not in dispute.</summary>
    public static Text Score(PeriodResult period) =>
        period.Disputed is { } range ? InParentheses(Points.Show(period.Assessment.Total), Points.Show(range.Total)) : new("", "");

    /// <summary>The deduction's range in parentheses; nothing where it is not in dispute, or where the dispute moves no yuan.</summary>
    public static Text Amount(PeriodResult period) =>
        period.Disputed is { } range && range.Amount != period.Settlement.Total
            ? InParentheses(Yuan.Show(range.Amount), Yuan.Show(period.Settlement.Total))
            : new("", "");

    /// <summary>One line for each open dispute, and for each dispute that is about no deduction of the period.</summary>
    public static IEnumerable<Text> Lines(PeriodResult period)
    {
        foreach (var dispute in period.Disputed?.Open ?? [])
        {
            var spec = dispute.Dispute.Spec;
            yield return new(
                $"{dispute.Dispute.Name} 未决（{spec.DisputedOn:uuuu-MM-dd} 提出，{spec.Deduction}）：{spec.Reason}",
                $"{dispute.Dispute.Name} is open (raised {spec.DisputedOn:uuuu-MM-dd} on {spec.Deduction}): {spec.Reason}");
        }

        foreach (var dispute in period.Assessment.DisputesWithoutDeduction)
        {
            yield return new(
                $"{dispute.Dispute.Name} 所指的扣分 {dispute.Dispute.Spec.Deduction} 不存在，未计入",
                $"{dispute.Dispute.Name} is about {dispute.Dispute.Spec.Deduction}, which is no deduction of this period, and moves nothing");
        }
    }

    private static Text InParentheses(string low, string high) => new($"（有异议：{low}–{high}）", $" (disputed: {low}–{high})");

    private static Text InParentheses(Text low, Text high) => new(InParentheses(low.Zh, high.Zh).Zh, InParentheses(low.En, high.En).En);
}
