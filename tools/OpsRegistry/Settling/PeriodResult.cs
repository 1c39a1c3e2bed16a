using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Settling;

/// <summary>A period's result. The line is run on it when somebody asks what came out: of many a period nobody does, once it is known that nothing in it is open.</summary>
/// <param name="Period">The period.</param>
/// <param name="Run">What the line makes of it.</param>
internal sealed record PeriodResult(AssessmentPeriod Period, Lazy<PeriodRun> Run)
{
    private readonly Lazy<ServiceLevelStatement> levels = new(() => ServiceLevelStatement.Compute(Run.Value.Assessment.Measurement, Period));

    /// <summary>Its points.</summary>
    public Assessment Assessment => Run.Value.Assessment;

    /// <summary>Its money.</summary>
    public PeriodSettlement Settlement => Run.Value.Settlement;

    /// <summary>Key → option.</summary>
    public IReadOnlyDictionary<string, string> ReadingsInForce => Run.Value.ReadingsInForce;

    /// <summary>How far it has come.</summary>
    public PeriodState State => Sealed is not null ? PeriodState.Sealed : ClosedAt is not null ? PeriodState.Final : Assessment.State;

    /// <summary>When it was closed: the first end of a day at which nothing was open; null while something is.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>True where nothing was open at its cut-off; false where that is found out when it is asked for.</summary>
    public bool HasNothingOpen { get; init; }

    /// <summary>Its seal, and what the files make of it today; null where it is not sealed.</summary>
    public SealedResult? Sealed { get; init; }

    /// <summary>Its evaluation, as far as it is known.</summary>
    public Evaluation Evaluation { get; init; } = new(Period, null, null);

    /// <summary>The same where the line makes the same of the period; null where that is not known without running it.</summary>
    public CacheKey? Basis { get; init; }

    /// <summary>What could still move it; none once it is closed.</summary>
    public IReadOnlyList<OpenPoint> OpenPoints => HasNothingOpen || ClosedAt is not null ? [] : Run.Value.Open.Value;

    /// <summary>What the purchaser determined on its records, and what the claims would come to.</summary>
    public IReadOnlyList<DeterminationEffect> Determinations => Run.Value.DeterminedEffects.Value;

    /// <summary>What upholding every open dispute would make of it; null where nothing is in dispute.</summary>
    public DisputedRange? Disputed => Run.Value.Disputed;

    /// <summary>The total of points, with its range.</summary>
    public Contested Score => new(Assessment.Total, (Disputed?.Assessment ?? Assessment).Total);

    /// <summary>Yuan deducted, with their range.</summary>
    public Contested Deducted => new(Settlement.Total, (Disputed?.Settlement ?? Settlement).Total);

    /// <summary>The disputes that are about nothing that the period takes: a slip, or the deduction has gone since.</summary>
    public IEnumerable<DisputeState> DisputesAboutNothing => Assessment.Disputes.Where(dispute =>
        !dispute.SetsAside &&
        !Assessment.Deductions.Any(deduction => dispute.IsAbout(deduction.Id, deduction.Term.Id, deduction.Records)) &&
        !Settlement.Lines.Any(line => dispute.IsAbout(line.Id, line.Term, line.Records)));

    /// <summary>How its limits were kept.</summary>
    public ServiceLevelStatement Levels => levels.Value;

    /// <summary>What other readings would make of it.</summary>
    public IReadOnlyList<SensitivityRow> Sensitivity => Run.Value.OtherReadings.Value;

    /// <summary>Room to the next band below.</summary>
    public Headroom? Headroom => Headroom.Compute(Assessment);

    /// <summary>The readings that must be decided before the period can be settled; none is looked for where no bands are, since none can lead into another.</summary>
    public IEnumerable<SensitivityRow> NeedsDecision => !HasNothingOpen && Assessment.Scorecard is { Bands.Count: > 0 } ? Sensitivity.Where(row => row.NeedsDecision) : [];

    /// <summary>The result with something else made of what the line gives.</summary>
    public PeriodResult With(Func<PeriodRun, PeriodRun> change) => this with { Run = new(() => change(Run.Value)), Basis = null };

    /// <summary>The result as final from a moment on.</summary>
    public PeriodResult ClosedFrom(Instant moment) => this with { Run = new(() => Run.Value with { Assessment = Run.Value.Assessment with { State = PeriodState.Final } }), ClosedAt = moment };

    /// <summary>True where it is known that both are the same result, of files that may differ elsewhere.</summary>
    public bool IsSameAs(PeriodResult other) => Basis is { } basis && other.Basis == basis && ClosedAt == other.ClosedAt && HasNothingOpen == other.HasNothingOpen;
}

/// <summary>What the line makes of a period at a moment.</summary>
/// <param name="Assessment">Its points.</param>
/// <param name="Settlement">Its money.</param>
/// <param name="OtherReadings">What other readings would make of it; computed when it is asked for, since it runs the line once for each.</param>
/// <param name="ReadingsInForce">Key → option.</param>
internal sealed record PeriodRun(
    Assessment Assessment, PeriodSettlement Settlement, Lazy<IReadOnlyList<SensitivityRow>> OtherReadings, IReadOnlyDictionary<string, string> ReadingsInForce)
{
    /// <summary>What could still move it; found when it is asked for, since other readings are among it.</summary>
    public Lazy<IReadOnlyList<OpenPoint>> Open { get; init; } = new([]);

    /// <summary>What the purchaser determined on its records, and what the claims would come to; computed when it is asked for.</summary>
    public Lazy<IReadOnlyList<DeterminationEffect>> DeterminedEffects { get; init; } = new([]);

    /// <summary>What upholding every open dispute would make of it; null where nothing is in dispute.</summary>
    public DisputedRange? Disputed { get; init; } = DisputedRange.Compute(Assessment, Settlement);
}
