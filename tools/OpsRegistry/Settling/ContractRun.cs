using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>One run of the line on a contract: each period at the cut-off, or as it stood when its result was closed.</summary>
/// <param name="written">The contract as written.</param>
/// <param name="calendar">The working days.</param>
/// <param name="asOf">The cut-off.</param>
/// <param name="decidedBy">Until when decisions are known, where that is later than the cut-off.</param>
/// <param name="readings">What is known of periods under other readings; null to compute it.</param>
/// <param name="shared">What other runs on the same contract found out; null where there are none.</param>
internal sealed class ContractRun(ContractFolder written, WorkCalendar calendar, Instant asOf, Instant? decidedBy = null, KnownReadings? readings = null, SharedRuns? shared = null)
{
    private readonly Dictionary<string, Instant> closed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (PeriodResult Result, Lazy<decimal?> Amount)> booked = new(StringComparer.Ordinal);
    private readonly Dictionary<Instant, ContractFolder> known = [];
    private readonly SettledRecords settled = shared?.Settled ?? new();
    private readonly RewrittenFiles rewritten = shared?.Rewritten ?? new();
    private readonly KnownBeside beside = shared?.Beside ?? new();
    private readonly Dictionary<(string Period, Instant Moment), PeriodResult> results = [];
    private readonly Dictionary<(string Period, Instant Moment), CacheKey> bases = [];
    private readonly Dictionary<(Instant, Instant, string), (ContractFolder Claimed, ContractFolder Folder, Measurement Measurement)> measured = [];

    /// <summary>
    /// The ends of the days on which something was judged, decided, disputed or ruled on, or a record came that can lift a charge made before. A consent to an
    /// amendment moves nothing of itself: the record does, once it is corrected.
    /// </summary>
    private readonly List<Instant> decided = DecidedIn(written);

    /// <summary>The result. Where periods are known from earlier runs it is for one thread, since the line is run on them when somebody asks.</summary>
    public ContractResult Result()
    {
        var periods = AssessmentPeriod.Plan(written.Terms).Where(period => period.HasBegunBy(asOf)).Select(ResultOf).ToList();
        var latest = new Lazy<Measurement>(() => Measured(periods.Count > 0 ? LastDay(periods[^1].Period) : BeijingTime.DateEndingAt(asOf), asOf).Measurement);
        var result = new ContractResult(latest, periods, new(() => Settler.Settle(latest.Value, periods, AfterTerm(periods))));
        if (readings is null)
        {
            periods.ForEach(period => _ = period.Run.Value);
            _ = result.Settlement;
        }

        return result;
    }

    /// <summary>One period as it stands at the cut-off, closed or not; null where it has not begun. Earlier periods are closed first, since they decide what is carried.</summary>
    /// <param name="id">The period's id.</param>
    public PeriodResult? PeriodNamed(string id)
    {
        foreach (var period in AssessmentPeriod.Plan(written.Terms).Where(period => period.HasBegunBy(asOf)))
        {
            if (period.Id == id)
            {
                return WithAdjustments(At(period, asOf), asOf);
            }

            ResultOf(period);
        }

        return null;
    }

    /// <summary>What came after every period was closed and no later one can take: deadlines missed after the term, and adjustments.</summary>
    private List<SettlementLine> AfterTerm(IReadOnlyList<PeriodResult> periods)
    {
        if (periods is not [.., { Period.IsLast: true, ClosedAt: not null } last])
        {
            return [];
        }

        var measurement = Measured(LastDay(last.Period), asOf).Measurement;
        var late = Assessor.Assess(measurement, PeriodBook.AfterTerm(measurement), closed).Deductions.ToList();
        var stake = Stake.OfComing(last.Assessment, late.Select(one => new PointLoss(one.Indicator, one.Term, one.PointsBeforeFloor, $"{one.Id}/{one.Key}", null)).ToList());
        return
        [
            .. late.Select((one, index) => new SettlementLine(
                $"carried.{one.Id}",
                new($"{one.Reason.Zh}：{Points.Plain(one.PointsBeforeFloor)} 分", $"{one.Reason.En}: {English.Count(Points.Plain(one.PointsBeforeFloor), "point")}"),
                index == late.Count - 1 ? stake.Yuan : 0m,
                one.Clauses) { Records = one.Records, ClosedPeriod = one.CarriedFrom }),
            .. AdjustmentsAt(asOf),
        ];
    }

    private PeriodResult ResultOf(AssessmentPeriod period)
    {
        var seal = written.Of<Seal>().Where(seal => seal.Spec.Period == period.Id && seal.Spec.AsOf.ToInstant() <= asOf).Cast<Resource<Seal>?>().FirstOrDefault();
        var over = ClosingOf(period, seal?.Spec.AsOf.ToInstant() ?? asOf);
        var closing = over ?? seal?.Spec.AsOf.ToInstant();
        var result = WithAdjustments(
            At(period, closing ?? asOf) with { HasNothingOpen = over is not null, Basis = readings is null ? null : BasisOf(period, closing ?? asOf) },
            closing ?? asOf);
        if (closing is { } moment && (seal is not null || written.Unread.Count == 0)) // without a file the result may still move
        {
            closed[period.Id] = moment;
            result = result.ClosedFrom(moment);
            result = seal is { } kept ? SealedResult.Of(kept, result).Kept(result) : result;
            booked[period.Id] = (result, new(() => SealedResult.AmountOf(result)));
        }

        return result;
    }

    /// <summary>The result at a moment with what has come to light of closed periods since, and no later period has taken yet.</summary>
    private PeriodResult WithAdjustments(PeriodResult result, Instant moment)
    {
        var lines = AdjustmentsAt(moment).ToList();
        return lines.Count == 0 ? result : result.With(run => run with
        {
            Settlement = With(run.Settlement),
            Disputed = run.Disputed is not { } range ? null : range with
            {
                Settlement = With(range.Settlement),
                Each = new(() => range.Each.Value.Select(one => one with { Yuan = one.Yuan + lines.Aggregate((decimal?)0m, (sum, line) => sum + line.Amount) }).ToList()),
            },
        });

        PeriodSettlement With(PeriodSettlement settlement) => settlement with { Lines = [.. settlement.Lines, .. lines] };
    }

    /// <summary>What is known of closed periods at a moment and differs from what was booked; it is booked by being told.</summary>
    private IEnumerable<SettlementLine> AdjustmentsAt(Instant moment)
    {
        foreach (var (id, (was, amount)) in booked.ToList().Where(one => LearnedOf(one.Value.Result) is { } day && day <= moment))
        {
            var measurement = Measured(LastDay(was.Period), was.ClosedAt!.Value, moment).Measurement;
            var now = Assessor.Assess(measurement, was.Period, was.Assessment.Book.Closed);
            if (SealedResult.AmountOf(now, PeriodSettlement.Settle(now)) is { } then && then != amount.Value && amount.Value is not null)
            {
                booked[id] = (was, new(then));
                yield return new(
                    $"adjustment.{id}",
                    new(
                        $"{id} 定稿后的调整：得分 {Points.Show(was.Assessment.Total)} → {Points.Show(now.Total)}，扣减 {Yuan.Show(amount.Value).Zh} → {Yuan.Show(then).Zh}",
                        $"adjustment of {id} since it was closed: score {Points.Show(was.Assessment.Total)} → {Points.Show(now.Total)}, deduction {Yuan.Show(amount.Value).En} → {Yuan.Show(then).En}"),
                    then - amount.Value,
                    [])
                { ClosedPeriod = id };
            }
        }
    }

    /// <summary>The first moment at which more is known of a closed period than when it was closed; null where nothing has come to light.</summary>
    private Instant? LearnedOf(PeriodResult was)
    {
        var later = decided.Where(day => day > was.ClosedAt).Cast<Instant?>().FirstOrDefault();
        var changed = was.Sealed is { Differs: true } kept
            ? written.Of<Amendment>()
                .Where(amendment => written.Records.Any(record => record.Name == amendment.Spec.Record && kept.Seal.Spec.Holds(((RecordSpec)record.Spec).OccurredOn)))
                .Select(amendment => amendment.Spec.KnownOn).OfType<LocalDate>()
                .Select(BeijingTime.EndOf).Cast<Instant?>().DefaultIfEmpty(was.ClosedAt).Max()
            : null;
        return later is { } one && changed is { } other ? Instant.Min(one, other) : later ?? changed;
    }

    /// <summary>
    /// The first end of a day at which nothing is open; null while there is none. It depends on nothing that comes later, so it is the same at every
    /// later cut-off.
    /// </summary>
    private Instant? ClosingOf(AssessmentPeriod period, Instant until)
    {
        var moment = EvaluationOf(period, until).Over;
        while (moment is { } now && now <= until)
        {
            if (FirstOpen(period, now) is not { } kind)
            {
                return now;
            }

            // A limit may be kept on any day; what people must decide is decided on the day that a file says.
            moment = kind is OpenPointKind.LimitPending or OpenPointKind.ReportAwaited
                ? BeijingTime.EndOf(BeijingTime.DateOf(now))
                : decided.Where(day => day > now).Cast<Instant?>().FirstOrDefault();
        }

        return null;
    }

    private OpenPointKind? FirstOpen(AssessmentPeriod period, Instant moment)
    {
        return readings is null ? Found() : readings.FirstOpen(BasisOf(period, moment), Found);

        OpenPointKind? Found() => OpenPoints.Of(At(period, moment)).FirstOrDefault()?.Kind;
    }

    private CacheKey BasisOf(AssessmentPeriod period, Instant moment) => Remembered(bases, (period.Id, moment), () =>
        (InputsOf(period, moment) with { Beside = BesideOf(Determinations.Apply(Known(moment).InForceOn(LastDay(period)))) }).Key());

    private KnownReadings.Inputs InputsOf(AssessmentPeriod period, Instant moment) => new(Known(moment), calendar, moment, period, closed);

    private PeriodResult At(AssessmentPeriod period, Instant moment) => Remembered(results, (period.Id, moment), () => new PeriodResult(
        period,
        new Lazy<PeriodRun>(() => shared is null ? Run(period, moment) : shared.RunOf(InputsOf(period, moment), () => Run(period, moment))))
    { Evaluation = EvaluationOf(period, moment) });

    private PeriodRun Run(AssessmentPeriod period, Instant moment)
    {
        var (claimed, folder, measurement) = Measured(LastDay(period), moment);
        var choices = Readings.InForce(folder);
        var assessment = Assessor.Assess(measurement, period, closed);
        var run = new PeriodRun(assessment, PeriodSettlement.Settle(assessment), new(() => OtherReadings(folder, assessment)), choices)
        {
            DeterminedEffects = new(() => DeterminationEffect.Of(claimed, choices, calendar, moment, [assessment])[period.Id].ToList()),
            Open = new(() => OpenPoints.Of(At(period, moment)).ToList()),
        };
        return !Determinations.AreDisputed(claimed) ? run : run with
        {
            Disputed = DisputedRange.Compute(assessment, run.Settlement, upheld => Measurer.Measure(Readings.Apply(Determinations.Apply(claimed, upheld), choices), calendar, moment, measurement)),
        };
    }

    private IReadOnlyList<SensitivityRow> OtherReadings(ContractFolder folder, Assessment assessment) => readings is null
        ? Sensitivity.Compute(folder, assessment, rewritten)
        : readings.Of(BasisOf(assessment.Period, assessment.Measurement.AsOf), folder.Interpretations?.Items ?? [], () => Sensitivity.Compute(folder, assessment, rewritten));

    private RecordsBeside BesideOf(ContractFolder folder) => beside.Of(written, folder, () => Sensitivity.ReadingsOf(folder, rewritten));

    private Evaluation EvaluationOf(AssessmentPeriod period, Instant moment) => Evaluation.Of(Known(moment), period, calendar);

    private ContractFolder Known(Instant moment) => Remembered(known, moment, () => written.KnownAt(moment, moment == asOf ? decidedBy : null));

    /// <summary>What is known at a moment, read by the governance files of a day, and measured; a version is measured once for all its periods.</summary>
    /// <param name="clock">The moment at which clocks are read.</param>
    /// <param name="knownAt">The moment of which decisions are known; the same where it is not said.</param>
    private (ContractFolder Claimed, ContractFolder Folder, Measurement Measurement) Measured(LocalDate day, Instant clock, Instant? knownAt = null)
    {
        var claimed = Known(knownAt ?? clock).InForceOn(day);
        var version = string.Join('\n', claimed.Versions.Select(resource => resource.Path));
        return Remembered(measured, (clock, knownAt ?? clock, version), () =>
        {
            var folder = Determinations.Apply(claimed);
            return (claimed, folder, Measurer.Measure(Readings.Apply(folder, Readings.InForce(folder)), calendar, clock, settled: settled));
        });
    }

    private static List<Instant> DecidedIn(ContractFolder written)
    {
        var lifting = (Readings.Apply(written, Readings.InForce(written)).Scorecard?.Settlement?.PricedEvents ?? []).Select(priced => priced.LiftedBy?.Kind).ToHashSet(StringComparer.Ordinal);
        return written.Resources
            .Where(resource => resource.Spec is not (RecordSpec or Amendment) || lifting.Contains(resource.Kind.Name))
            .Select(resource => resource.Spec.KnownOn).OfType<LocalDate>().Distinct().Select(BeijingTime.EndOf).Order().ToList();
    }

    private static LocalDate LastDay(AssessmentPeriod period) => period.Days.End.PlusDays(-1);

    private static TValue Remembered<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key, Func<TValue> make)
        where TKey : notnull =>
        all.TryGetValue(key, out var value) ? value : all[key] = make();
}
