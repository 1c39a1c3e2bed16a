using NodaTime;

namespace OpsRegistry.Model;

/// <summary>
/// A closed period: what was found, and a digest of every byte that it rests on. The seal is proved at the commit that it names; what changes
/// afterwards needs an amendment.
/// </summary>
public sealed record Seal : Spec
{
    /// <summary>The assessment period's id.</summary>
    public required string Period { get; init; }

    /// <summary>The period's first day, included.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the period's last, not included.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The cut-off of measuring: what came later played no part.</summary>
    public required OffsetDateTime AsOf { get; init; }

    /// <summary>The commit whose files were measured, 40 lower-case hexadecimal digits.</summary>
    public required string Commit { get; init; }

    /// <summary>The version of this tool.</summary>
    public required string Tool { get; init; }

    /// <summary>The digest of the seal of the period before; absent for a contract's first seal.</summary>
    public string? Previous { get; init; }

    /// <summary>How many files the seal covers.</summary>
    public required int Files { get; init; }

    /// <summary>The Merkle root over mode, path and content of the files, 64 lower-case hexadecimal digits.</summary>
    public required string Root { get; init; }

    /// <summary>The roots of the parts of the registry, which tell in what part a file differs.</summary>
    public IReadOnlyList<SealedPart> Parts { get; init; } = [];

    /// <summary>SHA-256 of the scorecard in force; absent for a contract that is not scored.</summary>
    public string? Scorecard { get; init; }

    /// <summary>SHA-256 of the interpretations; absent for a contract that has none.</summary>
    public string? Interpretations { get; init; }

    /// <summary>The reading of each unclear clause that was in force.</summary>
    public IReadOnlyList<SealedReading> Readings { get; init; } = [];

    /// <summary>The score; absent for a contract that is not scored.</summary>
    public decimal? Score { get; init; }

    /// <summary>The band's id; absent where there are no bands.</summary>
    public string? Grade { get; init; }

    /// <summary>What the period takes, in yuan; absent where the contract names no amount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What the amount is made of.</summary>
    public IReadOnlyList<SealedAmount> Amounts { get; init; } = [];

    /// <summary>The deductions, in the order of the form.</summary>
    public IReadOnlyList<SealedDeduction> Deductions { get; init; } = [];

    /// <summary>SHA-256 over all of the above, 64 lower-case hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Who answers for the digest; absent for a seal that nobody signed.</summary>
    public SealSignature? Signature { get; init; }

    /// <summary>True on a day that the seal closes: the period's own days.</summary>
    public bool Holds(LocalDate day) => From <= day && day < To;
}

/// <summary>A part of the registry and the Merkle root of its files.</summary>
public sealed record SealedPart : Bound
{
    /// <summary>The part: <c>governance</c>, <c>masterData</c>, <c>records</c>, <c>decisions</c>, <c>evidence</c>, <c>shared</c> or <c>schemas</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How many files it has.</summary>
    public required int Files { get; init; }

    /// <summary>The Merkle root.</summary>
    public required string Root { get; init; }
}

/// <summary>The reading of an unclear clause.</summary>
public sealed record SealedReading : Bound
{
    /// <summary>The interpretation's key.</summary>
    public required string Key { get; init; }

    /// <summary>The option in force.</summary>
    public required string Option { get; init; }
}

/// <summary>One line of what a period takes.</summary>
public sealed record SealedAmount : Bound
{
    /// <summary>The line's id.</summary>
    public required string Id { get; init; }

    /// <summary>Yuan.</summary>
    public required decimal Amount { get; init; }
}

/// <summary>One deduction.</summary>
public sealed record SealedDeduction : Bound
{
    /// <summary>The deduction's id, e.g. <c>A1-1.2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Points taken.</summary>
    public required decimal Points { get; init; }

    /// <summary>SHA-256 over the records behind it: a line for each with its blob id, two spaces and its path.</summary>
    public required string Records { get; init; }
}

/// <summary>An SSH signature of the seal's digest.</summary>
public sealed record SealSignature : Bound
{
    /// <summary>The role code of the person who signed: a key of the purchaser's file belongs to it.</summary>
    public required string Signer { get; init; }

    /// <summary>The signature as <c>ssh-keygen -Y sign</c> writes it, without its first and last line, in one line.</summary>
    public required string Value { get; init; }
}
