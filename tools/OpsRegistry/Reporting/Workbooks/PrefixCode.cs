namespace OpsRegistry.Reporting.Workbooks;

/// <summary>A prefix code: of each symbol the word, its first bit lowest, and the word's length; 0 for a symbol without one.</summary>
internal sealed record PrefixCode(uint[] Words, byte[] Lengths)
{
    /// <summary>How many symbols there are up to the last one that has a word.</summary>
    public int Used => Array.FindLastIndex(Lengths, length => length > 0) + 1;

    /// <summary>The code of frequencies: shorter words for what is more frequent, of equals for the lower symbol.</summary>
    /// <param name="most">The longest word that may be.</param>
    public static PrefixCode For(int[] frequencies, int most)
    {
        var lengths = new byte[frequencies.Length];
        var used = Enumerable.Range(0, frequencies.Length).Where(symbol => frequencies[symbol] > 0).OrderBy(symbol => frequencies[symbol]).ThenByDescending(symbol => symbol).ToArray();
        var depths = DepthsOf([.. used.Select(symbol => (long)frequencies[symbol])], most);
        for (var index = 0; index < used.Length; index++)
        {
            lengths[used[index]] = depths[index];
        }

        return new(WordsOf(lengths, most), lengths);
    }

    /// <summary>The lengths for weights in rising order: Huffman's by two queues, those too long made shorter at the cost of the next.</summary>
    private static byte[] DepthsOf(long[] weights, int most)
    {
        var count = weights.Length;
        if (count < 2)
        {
            return [.. weights.Select(_ => (byte)1)];
        }

        var weight = new long[(2 * count) - 1];
        var parent = new int[weight.Length];
        weights.CopyTo(weight, 0);
        var (leaf, inner) = (0, count);
        for (var next = count; next < weight.Length; next++)
        {
            for (var child = 0; child < 2; child++)
            {
                var least = leaf < count && (inner >= next || weight[leaf] <= weight[inner]) ? leaf++ : inner++;
                weight[next] += weight[least];
                parent[least] = next;
            }
        }

        var depth = new int[weight.Length];
        var ofLength = new int[Math.Max(most, count) + 1];
        for (var node = weight.Length - 2; node >= 0; node--)
        {
            depth[node] = depth[parent[node]] + 1;
            if (node < count)
            {
                ofLength[Math.Min(depth[node], most)]++;
            }
        }

        // Kraft's sum in units of the longest word.
        var sum = Enumerable.Range(1, most).Sum(length => (long)ofLength[length] << (most - length));
        for (; sum > 1L << most; sum--)
        {
            var length = most - 1;
            while (ofLength[length] == 0)
            {
                length--;
            }

            ofLength[length]--;
            ofLength[length + 1] += 2;
            ofLength[most]--;
        }

        var depths = new byte[count];
        var at = 0;
        for (var length = most; length > 0; length--)
        {
            for (var left = ofLength[length]; left > 0; left--)
            {
                depths[at++] = (byte)length;
            }
        }

        return depths;
    }

    private static uint[] WordsOf(byte[] lengths, int most)
    {
        var words = new uint[lengths.Length];
        var next = 0u;
        for (var length = 1; length <= most; length++)
        {
            next <<= 1;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    words[symbol] = Reversed(next++, length);
                }
            }
        }

        return words;
    }

    private static uint Reversed(uint word, int length)
    {
        var reversed = 0u;
        for (var bit = 0; bit < length; bit++)
        {
            reversed = (reversed << 1) | ((word >> bit) & 1);
        }

        return reversed;
    }
}
