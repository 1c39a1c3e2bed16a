using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>The disputes about a period in words.</summary>
internal static class DisputeWords
{
    /// <summary>What one of several would make of the result by itself; the headline has the range of all.</summary>
    private static Text AloneOf(DisputeAlone one)
    {
        var (score, yuan) = (Assessing.Points.Show(one.Total), Yuan.Show(one.Yuan));
        return new($"；仅此项成立则得分 {score}、扣款 {yuan.Zh} 元", $"; with it alone upheld the score is {score}, the deduction {yuan.En} yuan");
    }

    /// <summary>One line for each open dispute, and for each dispute that is about no deduction of the period.</summary>
    public static IEnumerable<Text> Lines(PeriodResult period)
    {
        foreach (var one in period.Disputed?.Each.Value ?? [])
        {
            var (dispute, alone) = (one.Dispute, period.Disputed!.Open.Count > 1 ? AloneOf(one) : Text.Same(""));
            var (spec, name) = (dispute.Dispute.Spec, RecordNames.Show(dispute.Dispute.Name));
            yield return new(
                $"{name.Zh} 未决（{spec.DisputedOn:uuuu-MM-dd} 提出，{spec.Deduction}{alone.Zh}）：{spec.Reason}",
                $"{name.En} is open (raised {spec.DisputedOn:uuuu-MM-dd} on {spec.Deduction}{alone.En}): {spec.Reason}");
        }

        foreach (var dispute in period.DisputesAboutNothing)
        {
            var name = RecordNames.Show(dispute.Dispute.Name);
            yield return new(
                $"{name.Zh} 所指的 {dispute.Dispute.Spec.Deduction} 本期没有，未计入",
                $"{name.En} is about {dispute.Dispute.Spec.Deduction}, which this period does not take, and moves nothing");
        }
    }
}
