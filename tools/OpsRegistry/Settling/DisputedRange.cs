using OpsRegistry.Assessing;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>What a period would be if every open dispute were upheld: with the result as it stands, the range that is in dispute.</summary>
/// <param name="Open">The open disputes, with the deductions they are about.</param>
/// <param name="Total">The total then; null while undetermined.</param>
/// <param name="Amount">Yuan deducted then; null while undetermined.</param>
/// <param name="Band">The band then; null where there is none.</param>
internal sealed record DisputedRange(IReadOnlyList<DisputeState> Open, decimal? Total, decimal? Amount, Band? Band)
{
    /// <summary>The range of an assessment; null where nothing is in dispute.</summary>
    public static DisputedRange? Of(Assessment assessment)
    {
        var open = assessment.Deductions.Select(deduction => deduction.Dispute).OfType<DisputeState>().Where(dispute => dispute.IsOpen).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var upheld = Assessor.Assess(assessment.Measurement, assessment.Period, openUpheld: true);
        return new(open, upheld.Total, PeriodSettlement.Of(upheld).Total, upheld.Band);
    }
}
