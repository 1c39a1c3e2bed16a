namespace OpsRegistry.Reporting.Workbooks;

/// <summary>How a block tells the codes it is written in.</summary>
internal static class PrefixCodeTable
{
    private static readonly byte[] OrderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>Writes how long the words of both codes are, runs of equal lengths in short.</summary>
    public static void Write(BitOutput output, PrefixCode literals, PrefixCode distances)
    {
        var (literalCount, distanceCount) = (Math.Max(257, literals.Used), Math.Max(1, distances.Used));
        byte[] all = [.. literals.Lengths.AsSpan(0, literalCount), .. distances.Lengths.AsSpan(0, distanceCount)];
        var runs = new List<(int Symbol, int Extra, int Bits)>();
        var frequencies = new int[19];
        for (var at = 0; at < all.Length;)
        {
            var run = 1;
            while (at + run < all.Length && all[at + run] == all[at])
            {
                run++;
            }

            at += run;
            Shorten(all[at - 1], run, runs);
        }

        runs.ForEach(run => frequencies[run.Symbol]++);
        var code = PrefixCode.For(frequencies, 7);
        var shown = OrderOfLengths.Length;
        while (shown > 4 && code.Lengths[OrderOfLengths[shown - 1]] == 0)
        {
            shown--;
        }

        output.Put((uint)literalCount - 257, 5);
        output.Put((uint)distanceCount - 1, 5);
        output.Put((uint)shown - 4, 4);
        foreach (var symbol in OrderOfLengths.AsSpan(0, shown))
        {
            output.Put(code.Lengths[symbol], 3);
        }

        foreach (var (symbol, extra, count) in runs)
        {
            output.Put(code.Words[symbol], code.Lengths[symbol]);
            output.Put((uint)extra, count);
        }
    }

    private static void Shorten(int length, int run, List<(int Symbol, int Extra, int Bits)> runs)
    {
        if (length > 0)
        {
            runs.Add((length, 0, 0));
            run--;
        }

        while (run > 0)
        {
            var (part, symbol, least, bits) = length > 0 ? (Math.Min(run, 6), 16, 3, 2) : run > 10 ? (Math.Min(run, 138), 18, 11, 7) : (run, 17, 3, 3);
            if (part < least)
            {
                runs.AddRange(Enumerable.Repeat((length, 0, 0), part));
            }
            else
            {
                runs.Add((symbol, part - least, bits));
            }

            run -= part;
        }
    }
}
