namespace OpsRegistry.Loading;

/// <summary>The one order in which findings are kept: path, line, column, rule id; ordinal. What a rule finds at one place stays in the rule's own order. People are shown causes first.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    /// <summary>The only instance.</summary>
    public static FindingOrder Instance { get; } = new();

    /// <summary>The findings in order; equal ones keep the order they came in.</summary>
    public static IReadOnlyList<Finding> Sorted(IEnumerable<Finding> findings) => [.. findings.Order(Instance)];

    /// <summary>The findings of several parts in order. Where the parts follow one another in it, they are put together as they are.</summary>
    /// <param name="parts">Findings that no other part has.</param>
    /// <param name="others">Findings in order, which may stand anywhere among them.</param>
    public static IReadOnlyList<Finding> Joined(IReadOnlyList<IReadOnlyList<Finding>> parts, IReadOnlyList<Finding> others)
    {
        var all = new List<Finding>(parts.Sum(part => part.Count) + others.Count);
        var next = 0;
        foreach (var finding in parts.SelectMany(part => part))
        {
            for (; next < others.Count && Instance.Compare(others[next], finding) < 0; next++)
            {
                all.Add(others[next]);
            }

            if (all.Count > 0 && Instance.Compare(all[^1], finding) > 0)
            {
                return Sorted(parts.SelectMany(part => part).Concat(others));
            }

            all.Add(finding);
        }

        all.AddRange(others.Skip(next));
        return all;
    }

    /// <summary>
    /// The findings as they are read: errors before warnings and notes; of each, first what keeps a file out, then where files stand and what they are
    /// called, then the rest, which may follow from those; within that, the one order.
    /// </summary>
    public static IReadOnlyList<Finding> CausesFirst(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Rule.Severity).ThenBy(finding => DepthOf(finding.Rule)).ThenBy(finding => finding, Instance)];

    private static int DepthOf(RuleInfo rule) => rule.KeepsFileOut ? 0 : rule.Id.StartsWith("OPS20", StringComparison.Ordinal) ? 1 : 2;

    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byPath = string.CompareOrdinal(x.Place.Path, y.Place.Path);
        var byPlace = (x.Place.Line, x.Place.Column).CompareTo((y.Place.Line, y.Place.Column));
        var byRule = string.CompareOrdinal(x.Rule.Id, y.Rule.Id);
        return byPath != 0 ? byPath : byPlace != 0 ? byPlace : byRule;
    }
}
