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
    public static IReadOnlyList<TargetSummary> Summarise(Measurement measurement, AssessmentPeriod period)
    {
        var results = measurement.TargetsIn(period).ToLookup(result => result.Target.Id, StringComparer.Ordinal);
        return measurement.Scope.Targets.Select(scoped => Summarise(scoped.Target, results[scoped.Target.Id])).ToList();
    }

    /// <summary>One target over some outcomes, of which its own count.</summary>
    public static TargetSummary Summarise(TargetTerms target, IEnumerable<TargetResult> results)
    {
        var states = results.Where(result => result.Target.Id == target.Id).Select(result => result.State).ToList();
        int In(TargetState state) => states.Count(one => one == state);
        return new(target, In(TargetState.Met), In(TargetState.Missed), In(TargetState.Pending), In(TargetState.NotMeasurable));
    }
}
