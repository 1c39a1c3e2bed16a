namespace OpsRegistry.Loading;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    private const int LongestWord = 64; // a word past this is no slip of a name

    /// <summary>
    /// The candidate with the fewest changed, added, dropped or swapped letters, case aside; null when none is near: one change in a short word, a third of a long one.
    /// Names that differ in their numbers alone are not near: the next number is another record, not a slip.
    /// </summary>
    /// <param name="most">The most changes that are a slip.</param>
    public static string? To(string word, IEnumerable<string> candidates, int most = LongestWord)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        var best = default(string);
        var fewest = Math.Min(most, Math.Max(1, word.Length / 3)) + 1;
        foreach (var candidate in candidates.Where(candidate => candidate.Length <= LongestWord && !DifferInNumbersAlone(word, candidate)).Order(StringComparer.Ordinal))
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

    /// <summary>The candidate that was meant by its word or by what people call it, in either language; null for none.</summary>
    /// <param name="candidates">The words with their names.</param>
    public static string? Meant(string word, IReadOnlyDictionary<string, Text> candidates)
    {
        var ordered = candidates.OrderBy(candidate => candidate.Key, StringComparer.Ordinal).ToList();
        return ordered.FirstOrDefault(candidate => candidate.Value.IsNamed(word)).Key
            ?? To(word, candidates.Keys)
            ?? (word.Any(letter => letter >= '\u4E00')
                ? Only(ordered.Where(candidate => IsPart(word, candidate.Value.Zh)).Select(candidate => candidate.Key)) ?? ByName(word, ordered, name => name.Zh)
                : ByName(word, ordered, name => name.En));
    }

    private static string? ByName(string word, IReadOnlyList<KeyValuePair<string, Text>> candidates, Func<Text, string> nameOf) =>
        To(word, candidates.Select(candidate => nameOf(candidate.Value)).Where(name => name.Length > 0)) is { } near
            ? candidates.First(candidate => nameOf(candidate.Value) == near).Key
            : null;

    private static bool IsPart(string word, string name) =>
        word.Length > 1 && name.Length > 1 && (name.Contains(word, StringComparison.Ordinal) || word.Contains(name, StringComparison.Ordinal));

    private static string? Only(IEnumerable<string> found) => found.Take(2).ToList() is [var one] ? one : null;

    private static bool DifferInNumbersAlone(string word, string candidate)
    {
        if (word.Length != candidate.Length || !word.Any(char.IsAsciiDigit))
        {
            return false;
        }

        for (var index = 0; index < word.Length; index++)
        {
            if (word[index] != candidate[index] && !(char.IsAsciiDigit(word[index]) && char.IsAsciiDigit(candidate[index])))
            {
                return false;
            }
        }

        return true;
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
