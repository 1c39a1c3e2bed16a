using OpsRegistry.Assessing;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>What-if: how far a total is from the next band below, and what falling into it costs.</summary>
/// <param name="Next">The next band below.</param>
/// <param name="Points">Points that may still be lost without leaving the present band; losing more than this costs <paramref name="Cost"/>.</param>
/// <param name="Cost">Yuan more than now; null where either band's amount is undetermined.</param>
internal sealed record Headroom(Band Next, decimal Points, decimal? Cost)
{
    /// <summary>The room of an assessment; null where there is no band below or no total.</summary>
    public static Headroom? Compute(Assessment assessment)
    {
        if (assessment is not { Total: { } total, Band: { From: { } edge } band, Veto: null } || assessment.Scorecard is not { } scorecard)
        {
            return null;
        }

        var next = scorecard.Bands.FirstOrDefault(other => other.Below == edge);
        var amount = assessment.Measurement.Folder.Terms.Amount?.Value;
        return next is null ? null : new(next, total - edge, Yuan.ShareOf(amount, next.Share) - Yuan.ShareOf(amount, band.Share));
    }
}
