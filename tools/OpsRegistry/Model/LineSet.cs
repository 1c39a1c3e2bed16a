namespace OpsRegistry.Model;

/// <summary>Some lines of a document, written shortly: <c>2 4-6 9</c>.</summary>
/// <param name="Ranges">First and last lines, in ascending order and apart from each other.</param>
internal sealed record LineSet(IReadOnlyList<(int First, int Last)> Ranges)
{
    /// <summary>How many lines there are.</summary>
    public int Count => Ranges.Sum(range => range.Last - range.First + 1);

    /// <summary>How many of them lie between two lines, both included.</summary>
    public int CountIn(int first, int last) => Ranges.Sum(range => Math.Max(0, Math.Min(range.Last, last) - Math.Max(range.First, first) + 1));

    /// <summary>Whether a line is among them.</summary>
    public bool Contains(int line) => CountIn(line, line) > 0;

    /// <summary>Reads them; what is no range, or does not come after the one before it, is left out.</summary>
    public static LineSet Read(string words)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var border = word.IndexOf('-', StringComparison.Ordinal);
            if (int.TryParse(border < 0 ? word : word[..border], CultureInfo.InvariantCulture, out var first) &&
                int.TryParse(border < 0 ? word : word[(border + 1)..], CultureInfo.InvariantCulture, out var last) &&
                first <= last && (ranges.Count == 0 || first > ranges[^1].Last))
            {
                ranges.Add((first, last));
            }
        }

        return new(ranges);
    }

    /// <summary>Lines in ascending order.</summary>
    public static LineSet Of(IEnumerable<int> lines)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var line in lines)
        {
            if (ranges.Count > 0 && ranges[^1].Last == line - 1)
            {
                ranges[^1] = (ranges[^1].First, line);
            }
            else
            {
                ranges.Add((line, line));
            }
        }

        return new(ranges);
    }

    public override string ToString() => string.Join(' ', Ranges.Select(range => range.First == range.Last
        ? string.Create(CultureInfo.InvariantCulture, $"{range.First}")
        : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}")));
}
