using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>One run of the line on a contract: each period at the cut-off, or as it stood when its result was closed.</summary>
/// <param name="written">The contract as written.</param>
/// <param name="calendar">The working days.</param>
/// <param name="asOf">The cut-off.</param>
/// <param name="decidedBy">Until when decisions are known, where that is later than the cut-off.</param>
internal sealed class ContractRun(ContractFolder written, WorkCalendar calendar, Instant asOf, Instant? decidedBy = null)
{
    private readonly Dictionary<string, Instant> closed = new(StringComparer.Ordinal);
    private readonly Dictionary<Instant, ContractFolder> known = [];
    private readonly Dictionary<(Instant, string), (ContractFolder Claimed, ContractFolder Folder, Measurement Measurement)> measured = [];

    /// <summary>The ends of the days on which something was judged, decided, disputed or ruled on.</summary>
    private readonly List<Instant> decided = written.Resources
        .Where(resource => resource.Spec is not RecordSpec)
        .Select(resource => resource.Spec.KnownOn).OfType<LocalDate>().Select(BeijingTime.EndOf).Distinct().Order().ToList();

    /// <summary>The result.</summary>
    public ContractResult Result()
    {
        var periods = AssessmentPeriod.Of(written.Terms).Where(period => period.HasBegunBy(asOf)).Select(ResultOf).ToList();
        var latest = Measured(periods.Count > 0 ? LastDay(periods[^1].Period) : BeijingTime.DateEndingAt(asOf), asOf).Measurement;
        return new(latest, periods, Settler.Settle(latest, periods));
    }

    private PeriodResult ResultOf(AssessmentPeriod period)
    {
        var closing = ClosingOf(period);
        if (closing is { } moment)
        {
            closed[period.Id] = moment;
        }

        var result = At(period, closing ?? asOf);
        return closing is null ? result : result with { ClosedAt = closing, Assessment = result.Assessment with { State = PeriodState.Final }, Open = new([]) };
    }

    /// <summary>
    /// The first end of a day at which nothing is open; null while there is none. It depends on nothing that comes later, so it is the same at every
    /// later cut-off.
    /// </summary>
    private Instant? ClosingOf(AssessmentPeriod period)
    {
        var moment = EvaluationOf(period, asOf).Over;
        while (moment is { } now && now <= asOf)
        {
            if (OpenPoints.Of(At(period, now)).FirstOrDefault() is not { } point)
            {
                return now;
            }

            // A limit may be kept on any day; what people must decide is decided on the day that a file says.
            moment = point.Kind is OpenPointKind.LimitPending or OpenPointKind.ReportAwaited
                ? BeijingTime.EndOf(BeijingTime.DateOf(now))
                : decided.Where(day => day > now).Cast<Instant?>().FirstOrDefault();
        }

        return null;
    }

    private PeriodResult At(AssessmentPeriod period, Instant moment)
    {
        var (claimed, folder, measurement) = Measured(LastDay(period), moment);
        var choices = Readings.InForce(folder);
        var assessment = Assessor.Assess(measurement, period, closed);
        var result = new PeriodResult(assessment, PeriodSettlement.Of(assessment), new(() => Sensitivity.Of(folder, assessment)), choices)
        {
            Evaluation = EvaluationOf(period, moment),
            DeterminedEffects = new(() => DeterminationEffect.Of(claimed, choices, calendar, moment, [assessment])[period.Id].ToList()),
        };
        if (Determinations.AreDisputed(claimed))
        {
            var upheld = Measurer.Measure(Readings.Apply(Determinations.Apply(claimed, openUpheld: true), choices), calendar, moment);
            result = result with { Disputed = DisputedRange.Of(assessment, result.Settlement, upheld) };
        }

        return result with { Open = new(() => OpenPoints.Of(result).ToList()) };
    }

    private Evaluation EvaluationOf(AssessmentPeriod period, Instant moment) => Evaluation.Of(Known(moment), period, calendar);

    private ContractFolder Known(Instant moment) => Remembered(known, moment, () => written.KnownAt(moment, moment == asOf ? decidedBy : null));

    /// <summary>What is known at a moment, read by the governance files of a day, and measured; a version is measured once for all its periods.</summary>
    private (ContractFolder Claimed, ContractFolder Folder, Measurement Measurement) Measured(LocalDate day, Instant moment)
    {
        var claimed = Known(moment).InForceOn(day);
        var version = string.Join('\n', claimed.Resources.Where(ContractFolder.HasVersions).Select(resource => resource.Path));
        return Remembered(measured, (moment, version), () =>
        {
            var folder = Determinations.Apply(claimed);
            return (claimed, folder, Measurer.Measure(Readings.Apply(folder, Readings.InForce(folder)), calendar, moment));
        });
    }

    private static LocalDate LastDay(AssessmentPeriod period) => period.Days.End.PlusDays(-1);

    private static TValue Remembered<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key, Func<TValue> make)
        where TKey : notnull =>
        all.TryGetValue(key, out var value) ? value : all[key] = make();
}
