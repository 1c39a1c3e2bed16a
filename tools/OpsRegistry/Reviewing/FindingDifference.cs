using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing;

/// <summary>The findings on one side only. A finding is the same finding while its identity stays, wherever its line moves and however it is worded.</summary>
/// <param name="New">What becomes wrong, in order of place.</param>
/// <param name="Fixed">What is mended, in order of place.</param>
/// <param name="Left">How many stay as they are.</param>
internal sealed record FindingDifference(IReadOnlyList<Finding> New, IReadOnlyList<Finding> Fixed, int Left)
{
    /// <summary>Compares the findings of two sides; equal findings are counted, not merged.</summary>
    public static FindingDifference Between(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        var fresh = Without(after, before);
        return new(FindingOrder.Sorted(fresh), FindingOrder.Sorted(Without(before, after)), after.Count - fresh.Count);
    }

    private static List<Finding> Without(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> others)
    {
        var known = FindingIdentity.Number(others).ToHashSet();
        return findings.Zip(FindingIdentity.Number(findings)).Where(pair => !known.Contains(pair.Second)).Select(pair => pair.First).ToList();
    }
}
