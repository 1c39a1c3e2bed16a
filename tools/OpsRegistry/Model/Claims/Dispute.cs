using NodaTime;

namespace OpsRegistry.Model;

/// <summary>The vendor disputes a deduction. Until a ruling decides it, the score is a range.</summary>
public sealed record Dispute : ClaimSpec
{
    /// <summary>The assessment period's id.</summary>
    public required string Period { get; init; }

    /// <summary>The deduction as reports name it, e.g. <c>B1-faults.2</c>: a term of the scorecard and a number.</summary>
    public required string Deduction { get; init; }

    /// <summary>The record that the deduction rests on: it is found by this name even after earlier records have moved the numbers. Absent where it rests on no record.</summary>
    public string? Record { get; init; }

    /// <summary>Why the deduction is wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>Who disputes it, as a role code of the vendor's staff.</summary>
    public required Located<string> DisputedBy { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate DisputedOn { get; init; }

    /// <summary>The scorecard's term: the deduction's id without its number.</summary>
    public string Term => Deduction.LastIndexOf('.') is > 0 and var dot ? Deduction[..dot] : Deduction;
}
