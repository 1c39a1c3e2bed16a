namespace OpsRegistry.Loading;

/// <summary>What tells a finding from another: data, no sentence.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Path">The file.</param>
/// <param name="Values">What the finding speaks of.</param>
internal readonly record struct FindingIdentity(string Rule, string Path, ValueSet Values)
{
    /// <summary>The identities of findings, in their order, each with its number from 1 among equal ones: two that nothing tells apart stay two.</summary>
    public static IReadOnlyList<(FindingIdentity Identity, int Number)> Number(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<FindingIdentity, int>();
        return [.. findings.Select(finding => (finding.Identity, seen[finding.Identity] = seen.GetValueOrDefault(finding.Identity) + 1))];
    }
}
