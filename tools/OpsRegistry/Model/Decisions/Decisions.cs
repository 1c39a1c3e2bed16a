using NodaTime;

namespace OpsRegistry.Model;

/// <summary>Points given by a person, inside the clause's range, with a reason.</summary>
public sealed record Judgement : Spec
{
    /// <summary>The assessment period's id.</summary>
    public required string Period { get; init; }

    /// <summary>The deduction term of shape <c>judged</c> that it answers.</summary>
    public required string Term { get; init; }

    /// <summary>The score given.</summary>
    public required decimal Score { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who judged.</summary>
    public required string JudgedBy { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate JudgedOn { get; init; }
}

/// <summary>The reading of an unclear clause that the parties settled on.</summary>
public sealed record Decision : Spec
{
    /// <summary>The interpretation's key.</summary>
    public required string Interpretation { get; init; }

    /// <summary>The option chosen.</summary>
    public required string Option { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate DecidedOn { get; init; }
}
