using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// Deflate (RFC 1951) of which every bit follows from the input alone: whole numbers, no choice left to a library's version, a processor or a runtime. It looks
/// at two earlier places for each four bytes and codes each block by its own frequencies, which is what the markup of sheets needs.
/// </summary>
/// <remarks>Its memory is lent: a workbook has some twenty parts, most of them of a thousand bytes, and each would clear most of a megabyte for itself.</remarks>
internal sealed class FixedDeflate
{
    private const int Window = 32_768;
    private const int Block = 65_536;
    private const int BlocksKept = 4; // until places are counted anew
    private const int Room = Window + (BlocksKept * Block);
    private const int Places = 2; // looked at for each hash
    private const int HashBits = 15;
    private const int ShortestMatch = 4;
    private const int LongestMatch = 258;
    private const int EndOfBlock = 256;
    private const int Nowhere = int.MinValue / 2;

    private static readonly (ushort Symbol, byte Bits, ushort Base)[] Lengths = Spread(LongestMatch + 1, 257, 3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]);
    private static readonly (ushort Symbol, byte Bits, ushort Base)[] Distances = Spread(Window + 1, 0, 1, [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]);

    private readonly byte[] input = ArrayPool<byte>.Shared.Rent(Room);
    private readonly int[] heads = ArrayPool<int>.Shared.Rent(Places << HashBits);
    private readonly int[] tokens = ArrayPool<int>.Shared.Rent(Block); // a literal, or length << 16 | distance
    private readonly int[] ofLiterals = new int[286];
    private readonly int[] ofDistances = new int[30];
    private readonly BitOutput bits;
    private int begin; // what stands before it was written already
    private int end;

    /// <summary>Begins an output.</summary>
    /// <param name="output">Where the compressed bytes go; left open.</param>
    public FixedDeflate(Stream output)
    {
        bits = new(output);
        heads.AsSpan(0, Places << HashBits).Fill(Nowhere);
    }

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
                begin = end;
                if (end + Block > Room)
                {
                    Slide();
                }
            }
        }
    }

    /// <summary>Writes what is left, and the end. Nothing may be written afterwards: the memory goes back.</summary>
    public void Finish()
    {
        WriteBlock(isLast: true);
        bits.Finish();
        ArrayPool<byte>.Shared.Return(input);
        ArrayPool<int>.Shared.Return(heads);
        ArrayPool<int>.Shared.Return(tokens);
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
        input.AsSpan(shift, Window).CopyTo(input);
        foreach (ref var places in MemoryMarshal.Cast<int, Vector<int>>(heads.AsSpan(0, Places << HashBits)))
        {
            places = Vector.Max(places - new Vector<int>(shift), new Vector<int>(Nowhere));
        }

        begin = end = Window;
    }

    private void WriteBlock(bool isLast)
    {
        Array.Clear(ofLiterals);
        Array.Clear(ofDistances);
        var count = Tokenise();
        ofLiterals[EndOfBlock] = 1;
        ofLiterals[0] = Math.Max(1, ofLiterals[0]); // a code has two words at least
        var literals = PrefixCode.For(ofLiterals, 15);
        var distances = PrefixCode.For(ofDistances, 15);
        bits.Put(isLast ? 1u : 0u, 1);
        bits.Put(2, 2);
        PrefixCodeTable.Write(bits, literals, distances);
        foreach (var token in tokens.AsSpan(0, count))
        {
            if (token < EndOfBlock)
            {
                bits.Put(literals.Words[token], literals.Lengths[token]);
                continue;
            }

            var (length, distance) = (token >> 16, token & 0xFFFF);
            var (symbol, extra, least) = Lengths[length];
            bits.Put(literals.Words[symbol], literals.Lengths[symbol]);
            bits.Put((uint)(length - least), extra);
            (symbol, extra, least) = Distances[distance];
            bits.Put(distances.Words[symbol], distances.Lengths[symbol]);
            bits.Put((uint)(distance - least), extra);
        }

        bits.Put(literals.Words[EndOfBlock], literals.Lengths[EndOfBlock]);
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
}
