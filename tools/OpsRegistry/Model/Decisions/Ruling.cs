namespace OpsRegistry.Model;

internal sealed partial record Ruling
{
    /// <summary>What of a deduction's points is given back.</summary>
    /// <param name="points">The points that were taken.</param>
    public decimal RestoredOf(decimal points) => Outcome switch
    {
        RulingOutcome.Upheld => points,
        RulingOutcome.Partly => Math.Min(points, PointsRestored ?? 0m),
        RulingOutcome.Rejected => 0m,
    };
}
