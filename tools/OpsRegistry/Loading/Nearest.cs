namespace OpsRegistry.Loading;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    private const int LongestWord = 64; // a word past this is no slip of a name

    /// <summary>The candidate with the fewest changed, added, dropped or swapped letters, case aside; null when none is near: one change in a short word, a third of a long one.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        var best = default(string);
        var fewest = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates.Where(candidate => candidate.Length <= LongestWord).Order(StringComparer.Ordinal))
        {
            var changes = Changes(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (changes < fewest)
            {
                best = candidate;
                fewest = changes;
            }
        }

        return best;
    }

    private static int Changes(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var row = 1; row <= from.Length; row++)
        {
            var current = new int[to.Length + 1];
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var same = from[row - 1] == to[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], last[column]) + 1, last[column - 1] + same);
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                {
                    current[column] = Math.Min(current[column], beforeLast[column - 2] + 1);
                }
            }

            (beforeLast, last) = (last, current);
        }

        return last[to.Length];
    }
}
