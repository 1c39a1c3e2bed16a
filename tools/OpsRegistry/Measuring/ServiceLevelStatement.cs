using OpsRegistry.Model;

namespace OpsRegistry.Measuring;

/// <summary>How a period's limits were kept: what <c>opsreg sla</c> shows.</summary>
/// <param name="Targets">Every target with its service, also those that nothing was measured on.</param>
/// <param name="Availability">Every availability figure.</param>
/// <param name="Aggregates">Every figure over many records whose span has a day in the period.</param>
/// <param name="Quotas">All paid-for work whose span has a day in the period.</param>
internal sealed record ServiceLevelStatement(
    Measurement Measurement,
    AssessmentPeriod Period,
    IReadOnlyList<(TargetSummary Summary, string? Service)> Targets,
    IReadOnlyList<AvailabilityLine> Availability,
    IReadOnlyList<AggregateLine> Aggregates,
    IReadOnlyList<QuotaLine> Quotas)
{
    private IReadOnlyList<TargetResult> Results { get; } = Measurement.TargetsIn(Period)
        .OrderBy(result => result.Start).ThenBy(result => result.Resource.Path, StringComparer.Ordinal)
        .ToList();

    private HashSet<string> ProvisionalTargets { get; } = Measurement.TargetsIn(Period)
        .Where(result => result.Provisional)
        .Select(result => result.Target.Id)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True while the period runs at the cut-off: every figure may still change.</summary>
    public bool Runs => !Period.IsOverBy(Measurement.AsOf);

    /// <summary>States a period.</summary>
    public static ServiceLevelStatement Compute(Measurement measurement, AssessmentPeriod period) => new(
        measurement,
        period,
        TargetSummary.Summarise(measurement, period).Zip(measurement.Scope.Targets, (summary, target) => (summary, target.Service)).ToList(),
        AvailabilityLine.Compute(measurement, period),
        AggregateLine.Compute(measurement, period),
        QuotaLine.Compute(measurement, period));

    /// <summary>The outcomes in one state, by start and path.</summary>
    public IEnumerable<TargetResult> In(TargetState state) => Results.Where(result => result.State == state);

    /// <summary>True where a calendar without published notice was used for any of a target's outcomes.</summary>
    public bool IsProvisional(TargetTerms target) => ProvisionalTargets.Contains(target.Id);
}
