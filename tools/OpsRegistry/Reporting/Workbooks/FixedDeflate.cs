using System.Buffers.Binary;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// Deflate (RFC 1951) of which every bit follows from the input alone: whole numbers, no choice left to a library's version, a processor or a runtime. It looks
/// at two earlier places for each four bytes and codes each block by its own frequencies, which is what the markup of sheets needs.
/// </summary>
/// <param name="output">Where the compressed bytes go; left open.</param>
internal sealed class FixedDeflate(Stream output)
{
    private const int Window = 32_768;
    private const int Block = 65_536;
    private const int Places = 2; // looked at for each hash
    private const int HashBits = 15;
    private const int ShortestMatch = 4;
    private const int LongestMatch = 258;
    private const int EndOfBlock = 256;
    private const int Nowhere = int.MinValue / 2;

    private static readonly byte[] OrderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly (ushort Symbol, byte Bits, ushort Base)[] Lengths = Spread(LongestMatch + 1, 257, 3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]);
    private static readonly (ushort Symbol, byte Bits, ushort Base)[] Distances = Spread(Window + 1, 0, 1, [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]);

    private readonly byte[] input = new byte[Window + Block];
    private readonly int[] heads = Filled(Places << HashBits);
    private readonly int[] tokens = new int[Block]; // a literal, or length << 16 | distance
    private readonly byte[] packed = new byte[1 << 16];
    private readonly int[] ofLiterals = new int[286];
    private readonly int[] ofDistances = new int[30];
    private int begin; // what stands before it was written already
    private int end;
    private int packedCount;
    private ulong bits;
    private int bitCount;

    /// <summary>Compresses bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var room = Math.Min(bytes.Length, begin + Block - end);
            bytes[..room].CopyTo(input.AsSpan(end));
            end += room;
            bytes = bytes[room..];
            if (end - begin == Block)
            {
                WriteBlock(isLast: false);
                Slide();
            }
        }
    }

    /// <summary>Writes what is left, and the end.</summary>
    public void Finish()
    {
        WriteBlock(isLast: true);
        while (bitCount > 0)
        {
            PutByte((byte)bits);
            bits >>= 8;
            bitCount -= 8;
        }

        output.Write(packed, 0, packedCount);
        packedCount = 0;
    }

    private static int[] Filled(int count)
    {
        var places = new int[count];
        Array.Fill(places, Nowhere);
        return places;
    }

    /// <summary>The symbol, the extra bits and the least value of each length or distance.</summary>
    private static (ushort Symbol, byte Bits, ushort Base)[] Spread(int count, int firstSymbol, int firstValue, byte[] extra)
    {
        var table = new (ushort Symbol, byte Bits, ushort Base)[count];
        var value = firstValue;
        for (var index = 0; index < extra.Length; index++)
        {
            // The longest match has a symbol of its own, without extra bits.
            var from = firstSymbol > 0 && index == extra.Length - 1 ? count - 1 : value;
            for (var step = 0; step < 1 << extra[index] && from + step < count; step++)
            {
                table[from + step] = ((ushort)(firstSymbol + index), extra[index], (ushort)from);
            }

            value += 1 << extra[index];
        }

        return table;
    }

    private void Slide()
    {
        var shift = end - Window;
        if (shift > 0)
        {
            input.AsSpan(shift, Window).CopyTo(input);
            for (var index = 0; index < heads.Length; index++)
            {
                heads[index] = Math.Max(Nowhere, heads[index] - shift);
            }

            end = Window;
        }

        begin = end;
    }

    private void WriteBlock(bool isLast)
    {
        Array.Clear(ofLiterals);
        Array.Clear(ofDistances);
        var count = Tokenise();
        ofLiterals[EndOfBlock] = 1;
        ofLiterals[0] = Math.Max(1, ofLiterals[0]); // a code has two words at least
        var literals = Code.Of(ofLiterals, 15);
        var distances = Code.Of(ofDistances, 15);
        Put(isLast ? 1u : 0u, 1);
        Put(2, 2);
        WriteCodes(literals, distances);
        foreach (var token in tokens.AsSpan(0, count))
        {
            if (token < EndOfBlock)
            {
                Put(literals.Words[token], literals.Lengths[token]);
                continue;
            }

            var (length, distance) = (token >> 16, token & 0xFFFF);
            var (symbol, extra, least) = Lengths[length];
            Put(literals.Words[symbol], literals.Lengths[symbol]);
            Put((uint)(length - least), extra);
            (symbol, extra, least) = Distances[distance];
            Put(distances.Words[symbol], distances.Lengths[symbol]);
            Put((uint)(distance - least), extra);
        }

        Put(literals.Words[EndOfBlock], literals.Lengths[EndOfBlock]);
    }

    private int Tokenise()
    {
        var (at, count) = (begin, 0);
        while (at < end)
        {
            var (length, distance) = at + ShortestMatch <= end ? Match(at) : (0, 0);
            if (length == 0)
            {
                ofLiterals[input[at]]++;
                tokens[count++] = input[at++];
                continue;
            }

            ofLiterals[Lengths[length].Symbol]++;
            ofDistances[Distances[distance].Symbol]++;
            tokens[count++] = (length << 16) | distance;
            for (var inside = at + 1; inside < at + length && inside + ShortestMatch <= end; inside += 3)
            {
                Remember(SlotOf(Read(inside)), inside);
            }

            at += length;
        }

        return count;
    }

    private (int Length, int Distance) Match(int at)
    {
        var four = Read(at);
        var slot = SlotOf(four);
        var (best, distance) = (0, 0);
        for (var place = slot; place < slot + Places; place++)
        {
            var from = heads[place];
            if (at - from <= Window && from >= 0 && Read(from) == four)
            {
                var length = input.AsSpan(at, Math.Min(LongestMatch, end - at)).CommonPrefixLength(input.AsSpan(from));
                if (length > best)
                {
                    (best, distance) = (length, at - from);
                }
            }
        }

        Remember(slot, at);
        return (best, distance);
    }

    private void Remember(int slot, int at)
    {
        heads[slot + 1] = heads[slot];
        heads[slot] = at;
    }

    private static int SlotOf(uint four) => (int)((four * 0x9E3779B1u) >> (32 - HashBits)) * Places;

    private uint Read(int at) => BinaryPrimitives.ReadUInt32LittleEndian(input.AsSpan(at));

    /// <summary>Writes how long the words of both codes are, runs of equal lengths in short.</summary>
    private void WriteCodes(Code literals, Code distances)
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
        var code = Code.Of(frequencies, 7);
        var shown = OrderOfLengths.Length;
        while (shown > 4 && code.Lengths[OrderOfLengths[shown - 1]] == 0)
        {
            shown--;
        }

        Put((uint)literalCount - 257, 5);
        Put((uint)distanceCount - 1, 5);
        Put((uint)shown - 4, 4);
        foreach (var symbol in OrderOfLengths.AsSpan(0, shown))
        {
            Put(code.Lengths[symbol], 3);
        }

        foreach (var (symbol, extra, count) in runs)
        {
            Put(code.Words[symbol], code.Lengths[symbol]);
            Put((uint)extra, count);
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

    private void Put(uint value, int count)
    {
        bits |= (ulong)value << bitCount;
        bitCount += count;
        while (bitCount >= 32)
        {
            if (packedCount + sizeof(uint) > packed.Length)
            {
                output.Write(packed, 0, packedCount);
                packedCount = 0;
            }

            BinaryPrimitives.WriteUInt32LittleEndian(packed.AsSpan(packedCount), (uint)bits);
            packedCount += sizeof(uint);
            bits >>= 32;
            bitCount -= 32;
        }
    }

    private void PutByte(byte value)
    {
        if (packedCount == packed.Length)
        {
            output.Write(packed, 0, packedCount);
            packedCount = 0;
        }

        packed[packedCount++] = value;
    }

    /// <summary>A prefix code: of each symbol the word, its first bit lowest, and the word's length; 0 for a symbol without one.</summary>
    private sealed record Code(uint[] Words, byte[] Lengths)
    {
        /// <summary>How many symbols there are up to the last one that has a word.</summary>
        public int Used => Array.FindLastIndex(Lengths, length => length > 0) + 1;

        /// <summary>The code of frequencies: shorter words for what is more frequent, of equals for the lower symbol.</summary>
        /// <param name="most">The longest word that may be.</param>
        public static Code Of(int[] frequencies, int most)
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
}
