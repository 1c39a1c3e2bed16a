using NodaTime;

namespace OpsRegistry.Model;

/// <summary>What the purchaser decides on a dispute.</summary>
public sealed record Ruling : Spec
{
    /// <summary>The dispute's name.</summary>
    public required string Dispute { get; init; }

    /// <summary>What was decided.</summary>
    public required RulingOutcome Outcome { get; init; }

    /// <summary>The points given back where the dispute is upheld in part, above zero; absent otherwise.</summary>
    public decimal? PointsRestored { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who decided.</summary>
    public required Located<string> DecidedBy { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate DecidedOn { get; init; }

    /// <summary>What of a deduction's points is given back.</summary>
    /// <param name="points">The points that were taken.</param>
    public decimal RestoredOf(decimal points) => Outcome switch
    {
        RulingOutcome.Upheld => points,
        RulingOutcome.Partly => Math.Min(points, PointsRestored ?? 0m),
        _ => 0m,
    };
}

/// <summary>What can be decided on a dispute.</summary>
public enum RulingOutcome
{
    /// <summary>The vendor is right: all points are given back.</summary>
    Upheld,

    /// <summary>Some points are given back.</summary>
    Partly,

    /// <summary>The deduction stands.</summary>
    Rejected,
}
