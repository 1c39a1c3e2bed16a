using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;

namespace OpsRegistry.Settling;

/// <summary>What a period would be if open disputes were upheld, all of them and each alone: with the result as it stands, the range that is in dispute.</summary>
/// <param name="Open">The open disputes, with the deductions they are about.</param>
/// <param name="Assessment">Its points with all of them upheld.</param>
/// <param name="Settlement">Its money then.</param>
internal sealed record DisputedRange(IReadOnlyList<DisputeState> Open, Assessment Assessment, PeriodSettlement Settlement)
{
    /// <summary>The score and the yuan with one of them upheld and the others rejected; computed when it is asked for.</summary>
    public required Lazy<IReadOnlyList<DisputeAlone>> Each { get; init; }

    /// <summary>The range of a period; null where nothing is in dispute.</summary>
    /// <param name="claims">What is measured where disputes about determinations are upheld; null for the same whatever is upheld.</param>
    public static DisputedRange? Compute(Assessment assessment, PeriodSettlement settlement, Func<Upheld, Measurement>? claims = null)
    {
        var about = assessment.Deductions.Select(deduction => deduction.Dispute).Concat(settlement.Lines.Select(line => line.Dispute));
        var open = about.OfType<DisputeState>().Where(dispute => dispute.IsOpen).Distinct().ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var (all, money) = Under(Upheld.All);
        return new(open, all, money) { Each = new(() => open.Select(Alone).ToList()) };

        DisputeAlone Alone(DisputeState dispute) => Under(Upheld.Only(dispute.Dispute.Name)) is var (points, yuan) ? new(dispute, points.Total, yuan.Total) : throw new System.Diagnostics.UnreachableException();

        (Assessment, PeriodSettlement) Under(Upheld upheld)
        {
            var then = Assessor.Assess(claims?.Invoke(upheld) ?? assessment.Measurement, assessment.Period, assessment.Book.Closed, upheld);
            return (then, PeriodSettlement.Settle(then, upheld));
        }
    }
}

/// <summary>What a period would be if one open dispute were upheld and the others rejected.</summary>
/// <param name="Dispute">The dispute.</param>
/// <param name="Total">The score; null while undetermined.</param>
/// <param name="Yuan">The yuan deducted; null while undetermined.</param>
internal sealed record DisputeAlone(DisputeState Dispute, decimal? Total, decimal? Yuan);
