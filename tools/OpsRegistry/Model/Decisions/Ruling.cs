namespace OpsRegistry.Model;

internal sealed partial record Ruling
{
    /// <summary>What of a deduction is given back.</summary>
    /// <param name="taken">The points or yuan that were taken.</param>
    /// <param name="inPart">What is given back where it is upheld in part.</param>
    public decimal RestoredOf(decimal taken, decimal? inPart) => Outcome switch
    {
        RulingOutcome.Upheld => taken,
        RulingOutcome.Partly => Math.Min(taken, inPart ?? 0m),
        RulingOutcome.Rejected => 0m,
    };
}
