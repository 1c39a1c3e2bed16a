using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing;

/// <summary>The findings on one side only. A finding is the same finding while its rule, file and words stay, wherever its line moves.</summary>
/// <param name="New">What becomes wrong, in order of place.</param>
/// <param name="Fixed">What is mended, in order of place.</param>
/// <param name="Left">How many stay as they are.</param>
internal sealed record FindingDifference(IReadOnlyList<Finding> New, IReadOnlyList<Finding> Fixed, int Left)
{
    /// <summary>Compares the findings of two sides; equal findings are counted, not merged.</summary>
    public static FindingDifference Between(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        var old = Counted(before);
        var now = Counted(after);
        var fresh = after.Where((_, index) => !old.ContainsKey(now.Keys[index])).ToList();
        var mended = before.Where((_, index) => !now.ContainsKey(old.Keys[index])).ToList();
        return new(FindingOrder.Sorted(fresh), FindingOrder.Sorted(mended), after.Count - fresh.Count);
    }

    private static Identities Counted(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<(string, string, string), int>();
        return new(findings.Select(finding =>
        {
            var identity = (finding.Rule.Id, finding.Place.Path, finding.Message.En);
            seen[identity] = seen.GetValueOrDefault(identity) + 1;
            return (identity, seen[identity]);
        }).ToList());
    }

    private sealed record Identities(IReadOnlyList<((string Rule, string Path, string Message) Finding, int Number)> Keys)
    {
        private readonly HashSet<((string, string, string), int)> set = [.. Keys];

        public bool ContainsKey(((string, string, string), int) key) => set.Contains(key);
    }
}
