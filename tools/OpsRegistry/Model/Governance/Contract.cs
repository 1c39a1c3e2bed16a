using NodaTime;

namespace OpsRegistry.Model;

/// <summary>What was agreed: parties, term, amount, payment, staffing and promises.</summary>
public sealed record Contract : Spec
{
    /// <summary>The project's title.</summary>
    public required Text Title { get; init; }

    /// <summary>The tender or contract number.</summary>
    public string? Number { get; init; }

    /// <summary>The purchaser's organization.</summary>
    public required string Purchaser { get; init; }

    /// <summary>The vendor's organization.</summary>
    public required string Vendor { get; init; }

    /// <summary>The documents that the terms are taken from; clauses begin with their ids.</summary>
    public required IReadOnlyList<SourceDocument> Sources { get; init; }

    /// <summary>The day of signing.</summary>
    public required Stated<LocalDate> SignedOn { get; init; }

    /// <summary>The service term, half-open.</summary>
    public required Term Term { get; init; }

    /// <summary>The contract total in yuan; absent where the source names none.</summary>
    public Stated<decimal>? Amount { get; init; }

    /// <summary>How the term is cut into assessment periods.</summary>
    public required AssessmentTerms Assessment { get; init; }

    /// <summary>Calendar days after an event within which its record is expected; absent where the registry's settings hold.</summary>
    public int? FiledWithinDays { get; init; }

    /// <summary>The payment tranches in order; their shares add up to 1.</summary>
    public IReadOnlyList<Tranche> Payments { get; init; } = [];

    /// <summary>Who must be there.</summary>
    public IReadOnlyList<StaffingRequirement> Staffing { get; init; } = [];

    /// <summary>What a change of personnel needs.</summary>
    public PersonnelChangeTerms? PersonnelChange { get; init; }

    /// <summary>What lets the purchaser end the contract: watched, not scored.</summary>
    public IReadOnlyList<ExitTrigger> ExitTriggers { get; init; } = [];

    /// <summary>Promises of the bid, each scored or priced when unfulfilled.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];
}

/// <summary>Something that lets the purchaser end the contract.</summary>
public sealed record ExitTrigger : Bound
{
    /// <summary>The trigger's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it says, in our words.</summary>
    public required Text Title { get; init; }

    /// <summary>Records that point to it; absent where only a person can say.</summary>
    public RecordMatch? Records { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>A document that terms are taken from.</summary>
public sealed record SourceDocument : Bound
{
    /// <summary>The id that clause citations begin with.</summary>
    public required string Id { get; init; }

    /// <summary>The document's title.</summary>
    public required string Title { get; init; }
}

/// <summary>A span of days.</summary>
public sealed record Term : Bound
{
    /// <summary>The first day, included.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>The day after the last: not included.</summary>
    public required LocalDate End { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>True for a day of the term.</summary>
    public bool Contains(LocalDate day) => Start <= day && day < End;
}

/// <summary>How the term is cut into assessment periods.</summary>
public sealed record AssessmentTerms : Bound
{
    /// <summary>Months in a period, counted from the term's start and clamped to month ends; absent: one period, the term.</summary>
    public int? EveryMonths { get; init; }

    /// <summary>The time allowed for the evaluation after a period's end, e.g. <c>10wd</c>.</summary>
    public string? EvaluateWithin { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>One payment of the contract total.</summary>
public sealed record Tranche : Bound
{
    /// <summary>The tranche's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required Text Title { get; init; }

    /// <summary>Share of the contract total, 0 to 1.</summary>
    public required decimal Share { get; init; }

    /// <summary>What must have happened before it is due.</summary>
    public required IReadOnlyList<PaymentTrigger> Triggers { get; init; }

    /// <summary>The time allowed once the last trigger has happened, e.g. <c>15wd</c>; absent where the source names none.</summary>
    public string? DueWithin { get; init; }

    /// <summary>True for the tranche that deductions are taken from.</summary>
    public bool TakesDeductions { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>What a tranche waits for.</summary>
public enum PaymentTrigger
{
    /// <summary>The contract is signed.</summary>
    Signed,

    /// <summary>The staff are on site.</summary>
    StaffOnSite,

    /// <summary>A valid invoice has arrived.</summary>
    Invoiced,

    /// <summary>Six months of service have passed.</summary>
    SixMonthsServed,

    /// <summary>The term has ended.</summary>
    TermEnded,

    /// <summary>The purchaser has accepted the work.</summary>
    Accepted,

    /// <summary>The assessment is done.</summary>
    Assessed,
}
