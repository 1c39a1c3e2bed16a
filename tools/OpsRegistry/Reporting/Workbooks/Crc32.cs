using System.Buffers.Binary;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The check sum of a zip's parts (the CRC-32 of ISO 3309, as APPNOTE 4.4.7 asks for), four bytes at a time: byte by byte it was a sixth of writing a workbook.</summary>
internal struct Crc32
{
    private const int Step = sizeof(uint);

    private static readonly uint[][] Tables = MakeTables();

    private uint inverted;

    /// <summary>The sum of what was added.</summary>
    public readonly uint Value => inverted;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (sum, first, second, third, fourth) = (~inverted, Tables[3], Tables[2], Tables[1], Tables[0]);
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            sum ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            sum = first[(byte)sum] ^ second[(byte)(sum >> 8)] ^ third[(byte)(sum >> 16)] ^ fourth[sum >> 24];
        }

        foreach (var value in bytes)
        {
            sum = fourth[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        inverted = ~sum;
    }

    /// <summary>What a byte makes of the sum with no byte behind it, with one, two and three.</summary>
    private static uint[][] MakeTables()
    {
        var tables = new[] { new uint[256], new uint[256], new uint[256], new uint[256] };
        for (var value = 0u; value < 256; value++)
        {
            var sum = value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }

            tables[0][value] = sum;
        }

        for (var behind = 1; behind < tables.Length; behind++)
        {
            for (var value = 0; value < 256; value++)
            {
                var sum = tables[behind - 1][value];
                tables[behind][value] = tables[0][(byte)sum] ^ (sum >> 8);
            }
        }

        return tables;
    }
}
