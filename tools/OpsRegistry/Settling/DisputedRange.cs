using OpsRegistry.Assessing;
using OpsRegistry.Measuring;

namespace OpsRegistry.Settling;

/// <summary>What a period would be if every open dispute were upheld: with the result as it stands, the range that is in dispute.</summary>
/// <param name="Open">The open disputes, with the deductions they are about.</param>
/// <param name="Assessment">Its points then.</param>
/// <param name="Settlement">Its money then.</param>
internal sealed record DisputedRange(IReadOnlyList<DisputeState> Open, Assessment Assessment, PeriodSettlement Settlement)
{
    /// <summary>The range of a period; null where nothing is in dispute.</summary>
    /// <param name="claims">What is measured where disputes about determinations are upheld; null for the same.</param>
    public static DisputedRange? Compute(Assessment assessment, PeriodSettlement settlement, Measurement? claims = null)
    {
        var about = assessment.Deductions.Select(deduction => deduction.Dispute).Concat(settlement.Lines.Select(line => line.Dispute));
        var open = about.OfType<DisputeState>().Where(dispute => dispute.IsOpen).Distinct().ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var upheld = Assessor.Assess(claims ?? assessment.Measurement, assessment.Period, assessment.Book.Closed, openUpheld: true);
        return new(open, upheld, PeriodSettlement.Settle(upheld, openUpheld: true));
    }
}
