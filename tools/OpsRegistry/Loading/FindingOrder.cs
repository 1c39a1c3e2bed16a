namespace OpsRegistry.Loading;

/// <summary>The one order in which findings are given: path, line, column, rule id, message; ordinal.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    /// <summary>The only instance.</summary>
    public static FindingOrder Instance { get; } = new();

    /// <summary>The findings in order; equal ones keep the order they came in.</summary>
    public static IReadOnlyList<Finding> Sorted(IEnumerable<Finding> findings) => [.. findings.Order(Instance)];

    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var byPath = string.CompareOrdinal(x.Place.Path, y.Place.Path);
        var byPlace = (x.Place.Line, x.Place.Column).CompareTo((y.Place.Line, y.Place.Column));
        var byRule = string.CompareOrdinal(x.Rule.Id, y.Rule.Id);
        return byPath != 0 ? byPath : byPlace != 0 ? byPlace : byRule != 0 ? byRule : string.CompareOrdinal(x.Message.En, y.Message.En);
    }
}
