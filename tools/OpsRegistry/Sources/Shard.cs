namespace OpsRegistry.Sources;

/// <summary>One of several parts into which the contracts of a registry are divided, each for a machine of its own.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
internal sealed record Shard(int Number, int Count)
{
    /// <summary>More parts than this are a slip of the hand.</summary>
    public const int Most = 10_000;

    /// <summary>Reads <c>2/4</c>; null for anything else, and for a part that there is not.</summary>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var number, var count] && Read(number) is { } which && Read(count) is { } all && which <= all ? new(which, all) : null;

    /// <summary>
    /// The contracts of this part, by name. The largest are given out first, each to the part that has the least so far, the first of equals; so the parts are
    /// about equal, and the same wherever they are computed.
    /// </summary>
    /// <param name="contracts">All contracts with the number of their files.</param>
    public IReadOnlyList<string> Share(IEnumerable<(string Name, int Files)> contracts)
    {
        var loads = new PriorityQueue<int, (long Files, int Number)>(Enumerable.Range(1, Count).Select(number => (number, (0L, number))));
        var own = new List<string>();
        foreach (var (name, files) in contracts.OrderByDescending(contract => contract.Files).ThenBy(contract => contract.Name, StringComparer.Ordinal))
        {
            loads.TryDequeue(out var least, out var load);
            loads.Enqueue(least, (load.Files + files, least));
            if (least == Number)
            {
                own.Add(name);
            }
        }

        return own.Order(StringComparer.Ordinal).ToList();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static int? Read(string digits) =>
        digits.Length is > 0 and <= 5 && digits.All(char.IsAsciiDigit) && int.Parse(digits, CultureInfo.InvariantCulture) is > 0 and <= Most and var number ? number : null;
}
