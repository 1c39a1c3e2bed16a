namespace OpsRegistry.Assessing;

/// <summary>What a rule shape makes of a period: the points that it takes, or that nobody can know them yet.</summary>
/// <param name="Drafts">The points to take, one draft for each reason.</param>
/// <param name="Undetermined">Why they cannot be known; null where they can.</param>
internal sealed record ShapeResult(IReadOnlyList<TakenPoints> Drafts, UndeterminedReason? Undetermined = null)
{
    /// <summary>Nothing is lost.</summary>
    public static ShapeResult Nothing { get; } = new([]);

    /// <summary>The points cannot be known: the indicator has no score, and neither has the total.</summary>
    public static ShapeResult Unknown(UndeterminedReason reason) => new([], reason);

    /// <summary>Points are lost for each of some reasons.</summary>
    public static ShapeResult Lose(params IEnumerable<TakenPoints> drafts) => new(drafts.ToList());
}
