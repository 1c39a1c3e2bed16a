using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>How often a target was kept in a period.</summary>
/// <param name="Met">Kept.</param>
/// <param name="Missed">Not kept.</param>
/// <param name="Pending">Open, and the limit not reached.</param>
/// <param name="NotMeasurable">Without the time stamps or calendar it would take.</param>
internal sealed record TargetSummary(TargetTerms Target, int Met, int Missed, int Pending, int NotMeasurable)
{
    /// <summary>Met out of met and missed, 0 to 1; null where nothing was measured: that is not 100 %.</summary>
    public decimal? Attainment => Met + Missed == 0 ? null : (decimal)Met / (Met + Missed);

    /// <summary>Every target of a contract, also those that nothing was measured on.</summary>
    public static IReadOnlyList<TargetSummary> Of(Measurement measurement, AssessmentPeriod period)
    {
        var results = measurement.TargetsIn(period).ToLookup(result => (result.Target.Id, result.State));
        return measurement.Scope.Targets.Select(scoped => scoped.Target)
            .Select(target => new TargetSummary(
                target,
                results[(target.Id, TargetState.Met)].Count(),
                results[(target.Id, TargetState.Missed)].Count(),
                results[(target.Id, TargetState.Pending)].Count(),
                results[(target.Id, TargetState.NotMeasurable)].Count()))
            .ToList();
    }
}
