namespace OpsRegistry.Model;

/// <summary>Who must be there on each day of the term.</summary>
public sealed record StaffingRequirement : Bound
{
    /// <summary>The requirement's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call the post.</summary>
    public required Text Title { get; init; }

    /// <summary>The post: the same word as in the assignments that fill it.</summary>
    public required string Post { get; init; }

    /// <summary>How many at the least, at least 1.</summary>
    public required int Headcount { get; init; }

    /// <summary>True where they must be stationed on site.</summary>
    public bool OnSite { get; init; }

    /// <summary>True where the person may hold no other post at the same time.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Education at the least.</summary>
    public Education Education { get; init; }

    /// <summary>A certificate that must be valid on each day.</summary>
    public string? Certificate { get; init; }

    /// <summary>Years of experience at the least.</summary>
    public int ExperienceYears { get; init; }

    /// <summary>True where each must have signed a confidentiality agreement before the first day.</summary>
    public bool ConfidentialityAgreement { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>Education, from least to most.</summary>
public enum Education
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>大专.</summary>
    College,

    /// <summary>本科.</summary>
    Bachelor,

    /// <summary>硕士 and above.</summary>
    Master,
}

/// <summary>What a change of personnel needs.</summary>
public sealed record PersonnelChangeTerms : Bound
{
    /// <summary>Notice before the change takes effect, e.g. <c>3wd</c>; absent where no number is given.</summary>
    public string? Notice { get; init; }

    /// <summary>True where the purchaser must consent.</summary>
    public bool ConsentRequired { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>A promise made in the bid.</summary>
public sealed record Commitment : Bound
{
    /// <summary>The promise's id.</summary>
    public required string Id { get; init; }

    /// <summary>The promise in our words.</summary>
    public required Text Title { get; init; }

    /// <summary>True where the bid is not in the source and the promise is illustrative.</summary>
    public bool Assumed { get; init; }

    /// <summary>Why it was assumed; required where <see cref="Assumed"/> is true.</summary>
    public Text? Reason { get; init; }

    /// <summary>The clauses that make it binding.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}
