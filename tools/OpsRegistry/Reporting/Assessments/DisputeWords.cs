using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>The disputes about a period in words.</summary>
internal static class DisputeWords
{
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

        foreach (var dispute in period.DisputesAboutNothing)
        {
            yield return new(
                $"{dispute.Dispute.Name} 所指的 {dispute.Dispute.Spec.Deduction} 本期没有，未计入",
                $"{dispute.Dispute.Name} is about {dispute.Dispute.Spec.Deduction}, which this period does not take, and moves nothing");
        }
    }
}
