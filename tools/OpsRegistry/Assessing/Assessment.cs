using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>A period's points, indicator by indicator.</summary>
/// <param name="Indicators">The lines of the form; empty for a contract that is not scored.</param>
internal sealed record Assessment(Measurement Measurement, AssessmentPeriod Period, IReadOnlyList<IndicatorScore> Indicators)
{
    /// <summary>What counts in the period.</summary>
    public PeriodBook Book { get => field ??= PeriodBook.Of(Measurement, Period); init; }

    /// <summary>The disputes raised about the period by the cut-off.</summary>
    public IReadOnlyList<DisputeState> Disputes { get; init; } = [];

    /// <summary>The sum of the indicators' scores; null while any of them is undetermined, or where nothing is scored.</summary>
    public decimal? SumOfIndicators =>
        Indicators.Count == 0 || Indicators.Any(indicator => indicator.Score is null) ? null : Indicators.Sum(indicator => indicator.Score!.Value);

    /// <summary>The total that is banded: the sum, or the total's floor where the sum lies below it.</summary>
    public decimal? Total => SealedScore ?? (SumOfIndicators is { } sum && Scorecard?.TotalFloor is { } floor ? Math.Max(sum, floor) : SumOfIndicators);

    /// <summary>The veto that decides the result whatever the total; null for none.</summary>
    public Veto? Veto => Measurement.Folder.IsIncomplete ? null : (Scorecard?.Vetoes ?? []).FirstOrDefault(veto =>
        Book.Facts.Count(fact => fact.Matches(veto.Records)) >= veto.AtLeast);

    /// <summary>The band that the exact total, never a rounded one, falls into.</summary>
    public Band? Band => SealedBand is { } stated ? Scorecard?.Bands.FirstOrDefault(band => band.Id == stated) : Veto is { } veto
        ? Scorecard!.Bands.FirstOrDefault(band => band.Id == veto.Band)
        : Total is { } total ? Scorecard!.Bands.FirstOrDefault(band => band.Contains(total)) : null;

    /// <summary>The score of the period's seal, where the files make something else of it; null otherwise.</summary>
    public decimal? SealedScore { get; init; }

    /// <summary>The id of the seal's band, where the files make something else of the period; null otherwise.</summary>
    public string? SealedBand { get; init; }

    /// <summary>How far the result has come; what is open is found where results are settled.</summary>
    public PeriodState State { get; init; } = Period.IsOverBy(Measurement.AsOf) ? PeriodState.Evaluating : PeriodState.Open;

    /// <summary>All deductions in the order of the form.</summary>
    public IEnumerable<Deduction> Deductions => Indicators.SelectMany(indicator => indicator.Deductions);

    /// <summary>The scorecard; null for a contract that is not scored, or whose scorecard could not be read.</summary>
    public Scorecard? Scorecard => Measurement.Folder.Scorecard;
}

/// <summary>One line of the form with its score.</summary>
/// <param name="Group">The group it stands in.</param>
/// <param name="Indicator">The line.</param>
/// <param name="Score">Its score; null while undetermined, below zero where no floor is agreed.</param>
/// <param name="Deductions">Why points are lost.</param>
internal sealed record IndicatorScore(IndicatorGroup Group, Indicator Indicator, decimal? Score, IReadOnlyList<Deduction> Deductions)
{
    /// <summary>Why the score cannot be known yet; null when it is known.</summary>
    public UndeterminedReason? Undetermined { get; init; }

    /// <summary>The terms whose points somebody must give before there is a score.</summary>
    public IReadOnlyList<Awaited> Awaited { get; init; } = [];
}

/// <summary>A term whose points are not known yet.</summary>
/// <param name="Range">The scores that a person may give; null where the figure must be measured.</param>
internal sealed record Awaited(DeductionTerms Term, UndeterminedReason Reason, (decimal Least, decimal Most)? Range);
