using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reviewing;

/// <summary>A contract's period whose result a change moves.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Before">Its result before; null where the period or the contract was not there.</param>
/// <param name="After">Its result after; null where it is gone.</param>
/// <param name="Points">The deductions that come, go or differ, each with what causes it.</param>
/// <param name="Money">The lines of money that come, go or differ.</param>
internal sealed record PeriodChange(
    string Contract,
    AssessmentPeriod Period,
    PeriodResult? Before,
    PeriodResult? After,
    IReadOnlyList<PointChange> Points,
    IReadOnlyList<MoneyChange> Money)
{
    /// <summary>Points gained (positive) or lost (negative); null where either total is undetermined.</summary>
    public decimal? PointsMoved => After?.Assessment.Total - Before?.Assessment.Total;

    /// <summary>Yuan deducted more (positive) or less (negative); null where either amount is undetermined.</summary>
    public decimal? YuanMoved => After?.Settlement.Total - Before?.Settlement.Total;

    /// <summary>True where the result falls into another band.</summary>
    public bool ChangesBand => Before?.Assessment.Band?.Id != After?.Assessment.Band?.Id;

    /// <summary>True where nothing that the parties sign differs, nor what they still dispute of it.</summary>
    public bool IsNothing =>
        Points.Count == 0 && Money.Count == 0 && !ChangesBand &&
        Before?.Score == After?.Score && Before?.Deducted == After?.Deducted;
}

/// <summary>A deduction that comes, goes or differs.</summary>
/// <param name="Before">The deduction before; null where it is new.</param>
/// <param name="After">The deduction after; null where it is gone.</param>
/// <param name="Causes">The changed resources that cause it; empty where only the floor or several changes together explain it.</param>
internal sealed record PointChange(Deduction? Before, Deduction? After, IReadOnlyList<ResourceChange> Causes)
{
    /// <summary>The line of the form.</summary>
    public Indicator Indicator => Either.Indicator;

    /// <summary>Points gained (positive) or lost (negative), as they count after the indicator's floor.</summary>
    public decimal Moved => (Before?.Points ?? 0m) - (After?.Points ?? 0m);

    /// <summary>Either side, the later one first.</summary>
    public Deduction Either => After ?? Before!;
}

/// <summary>A line of money that comes, goes or differs.</summary>
/// <param name="Before">The line before; null where it is new.</param>
/// <param name="After">The line after; null where it is gone.</param>
/// <param name="Causes">The changed resources behind it; empty for a band, which the points explain.</param>
internal sealed record MoneyChange(SettlementLine? Before, SettlementLine? After, IReadOnlyList<ResourceChange> Causes)
{
    /// <summary>Yuan deducted more (positive) or less (negative); null where either amount is undetermined.</summary>
    public decimal? Moved => (After is null ? 0m : After.Amount) - (Before is null ? 0m : Before.Amount);
}
