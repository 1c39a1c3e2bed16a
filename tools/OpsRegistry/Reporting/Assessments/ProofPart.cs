using OpsRegistry.Assessing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>What of a period's proof is asked for.</summary>
/// <param name="Name">An indicator, a term, a deduction of points or money, or a record; null for all of it.</param>
internal sealed record ProofPart(string? Name)
{
    /// <summary>Whether anything of a line of the form is asked for.</summary>
    public bool Has(IndicatorScore line) => line.Indicator.Id == (Name ?? line.Indicator.Id) || line.Awaited.Any(IsAbout) || line.Deductions.Any(IsAbout);

    /// <summary>Whether a deduction of a line is asked for.</summary>
    public bool Has(IndicatorScore line, Deduction deduction) => line.Indicator.Id == (Name ?? line.Indicator.Id) || IsAbout(deduction);

    /// <summary>Whether what a line waits for is asked for.</summary>
    public bool Has(IndicatorScore line, Awaited awaited) => line.Indicator.Id == (Name ?? line.Indicator.Id) || IsAbout(awaited);

    /// <summary>Whether a line of money is asked for.</summary>
    public bool Has(SettlementLine line) => line.Id == (Name ?? line.Id) || line.Term == Name || line.Records.Any(record => record.Name == Name);

    private bool IsAbout(Awaited awaited) => awaited.Term.Id == Name;

    private bool IsAbout(Deduction deduction) => deduction.Id == Name || deduction.Term.Id == Name || deduction.Records.Any(record => record.Name == Name);
}
