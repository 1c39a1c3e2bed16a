using System.Buffers;
using System.Buffers.Binary;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>Bits to a stream, the first lowest in its byte.</summary>
/// <param name="output">Where the bytes go; left open.</param>
internal sealed class BitOutput(Stream output)
{
    private readonly byte[] packed = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int packedCount;
    private ulong bits;
    private int bitCount;

    /// <summary>Writes so many bits of a value, the lowest first.</summary>
    public void Put(uint value, int count)
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

    /// <summary>Writes what is left, the last byte filled up with zeros. Nothing may be written afterwards: the memory goes back.</summary>
    public void Finish()
    {
        while (bitCount > 0)
        {
            PutByte((byte)bits);
            bits >>= 8;
            bitCount -= 8;
        }

        output.Write(packed, 0, packedCount);
        ArrayPool<byte>.Shared.Return(packed);
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
}
