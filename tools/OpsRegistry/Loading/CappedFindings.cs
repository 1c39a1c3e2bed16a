namespace OpsRegistry.Loading;

/// <summary>Findings of one file up to a limit; what is past it is counted and said, so that a hostile file cannot flood the output.</summary>
/// <param name="limit">How many findings are kept, at least 1.</param>
internal sealed class CappedFindings(int limit)
{
    private readonly List<Finding> kept = [];
    private Finding? firstLeftOut;
    private int leftOut;

    /// <summary>Keeps a finding, or counts it when the limit is reached.</summary>
    /// <param name="make">Makes the finding; not called for those only counted, so that a flood costs little.</param>
    public void Add(Func<Finding> make)
    {
        if (kept.Count < limit)
        {
            kept.Add(make());
            return;
        }

        firstLeftOut ??= make();
        leftOut++;
    }

    /// <summary>Keeps a finding, or counts it when the limit is reached.</summary>
    public void Add(Finding finding) => Add(() => finding);

    /// <summary>The findings kept and, when some were left out, one more that stands at the first of those and gives their number.</summary>
    public IReadOnlyList<Finding> ToList() => firstLeftOut is null ? [.. kept] : [.. kept, Rest(firstLeftOut)];

    private Finding Rest(Finding first)
    {
        var number = leftOut.ToString(CultureInfo.InvariantCulture);
        return first with
        {
            Message = new($"……此处起还有 {number} 处问题未列出", $"… and {number} more from here on"),
            Help = new Text("先改正已列出的问题，再检查一次", "mend those listed and check again"),
            Label = new Text("", ""),
            Related = [],
        };
    }
}
