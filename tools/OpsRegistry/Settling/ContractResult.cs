using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>Everything that the straight line computes of a contract: what reports show and nothing more.</summary>
/// <param name="Measurement">What was measured under the readings in force.</param>
/// <param name="Periods">The periods begun before the cut-off.</param>
/// <param name="Settlement">The contract's account.</param>
internal sealed record ContractResult(Measurement Measurement, IReadOnlyList<PeriodResult> Periods, ContractSettlement Settlement)
{
    /// <summary>The contract as the readings in force have it.</summary>
    public ContractFolder Folder => Measurement.Folder;

    /// <summary>The dates that the working calendar would have to cover and does not; such figures cannot be verified.</summary>
    public IEnumerable<ClockProblem.NotCovered> UncoveredDates =>
        Measurement.Targets.Select(result => result.Problem)
            .Concat(Settlement.Tranches.Select(tranche => tranche.Problem))
            .OfType<ClockProblem.NotCovered>()
            .Distinct();

    /// <summary>The cut-off.</summary>
    public Instant AsOf => Measurement.AsOf;

    /// <summary>
    /// The first day of the term before the cut-off that no notice covers, where the contract has a window of working days: nothing
    /// needed the day so far, and the next record may.
    /// </summary>
    public IEnumerable<ClockProblem.NotCovered> UncoveredDays
    {
        get
        {
            var calendar = Measurement.Calendar;
            var last = LocalDate.Min(BeijingTime.DateEndingAt(Measurement.AsOf), Folder.Terms.Term.End.PlusDays(-1));
            var asks = Folder.ServiceLevels?.Windows.Any(window => window.Days == WindowDays.WorkingDays) ?? false;
            return asks && calendar.CoveredTo is { } covered && covered < last
                ? [new(covered.PlusDays(1), calendar.CoveredFrom, covered)]
                : [];
        }
    }
}

/// <summary>A period's result.</summary>
/// <param name="Assessment">Its points.</param>
/// <param name="Settlement">Its money.</param>
/// <param name="OtherReadings">What other readings would make of it; computed when it is asked for, since it runs the line once for each.</param>
/// <param name="ReadingsInForce">Key → option.</param>
internal sealed record PeriodResult(
    Assessment Assessment, PeriodSettlement Settlement, Lazy<IReadOnlyList<SensitivityRow>> OtherReadings, IReadOnlyDictionary<string, string> ReadingsInForce)
{
    /// <summary>How far it has come.</summary>
    public PeriodState State => Assessment.State;

    /// <summary>When it was closed: the first end of a day at which nothing was open; null while something is.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Its seal, and what the files make of it today; null where it is not sealed.</summary>
    public SealedResult? Sealed { get; init; }

    /// <summary>Its evaluation, as far as it is known.</summary>
    public Evaluation Evaluation { get; init; } = new(Assessment.Period, null, null);

    /// <summary>What could still move it; none once it is closed.</summary>
    public IReadOnlyList<OpenPoint> OpenPoints => Open.Value;

    /// <summary>What could still move it; found when it is asked for, since other readings are among it.</summary>
    public Lazy<IReadOnlyList<OpenPoint>> Open { get; init; } = new([]);

    /// <summary>What the purchaser determined on its records, and what the claims would come to.</summary>
    public IReadOnlyList<DeterminationEffect> Determinations => DeterminedEffects.Value;

    /// <summary>The same, computed when it is asked for.</summary>
    public Lazy<IReadOnlyList<DeterminationEffect>> DeterminedEffects { get; init; } = new([]);

    /// <summary>What upholding every open dispute would make of it; null where nothing is in dispute.</summary>
    public DisputedRange? Disputed { get; init; } = DisputedRange.Compute(Assessment, Settlement);

    /// <summary>The total of points, with its range.</summary>
    public Contested Score => new(Assessment.Total, (Disputed?.Assessment ?? Assessment).Total);

    /// <summary>Yuan deducted, with their range.</summary>
    public Contested Deducted => new(Settlement.Total, (Disputed?.Settlement ?? Settlement).Total);

    /// <summary>The disputes that are about nothing that the period takes: a slip, or the deduction has gone since.</summary>
    public IEnumerable<DisputeState> DisputesAboutNothing => Assessment.Disputes.Where(dispute =>
        !dispute.SetsAside &&
        !Assessment.Deductions.Any(deduction => dispute.IsAbout(deduction.Id, deduction.Term.Id, deduction.Records)) &&
        !Settlement.Lines.Any(line => dispute.IsAbout(line.Id, line.Term, line.Records)));

    private readonly Lazy<ServiceLevelStatement> levels = new(() => ServiceLevelStatement.Compute(Assessment.Measurement, Assessment.Period));

    /// <summary>How its limits were kept.</summary>
    public ServiceLevelStatement Levels => levels.Value;

    /// <summary>What other readings would make of it.</summary>
    public IReadOnlyList<SensitivityRow> Sensitivity => OtherReadings.Value;

    /// <summary>The period.</summary>
    public AssessmentPeriod Period => Assessment.Period;

    /// <summary>Room to the next band below.</summary>
    public Headroom? Headroom => Headroom.Compute(Assessment);

    /// <summary>The readings that must be decided before the period can be settled; none is looked for where no bands are, since none can lead into another.</summary>
    public IEnumerable<SensitivityRow> NeedsDecision => Assessment.Scorecard is { Bands.Count: > 0 } ? Sensitivity.Where(row => row.NeedsDecision) : [];
}
