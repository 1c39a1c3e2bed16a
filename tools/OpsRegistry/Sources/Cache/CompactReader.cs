using System.Buffers.Binary;

namespace OpsRegistry.Sources.Cache;

/// <summary>Reads what <see cref="CompactWriter"/> wrote. Bytes that it did not write make <see cref="Failed"/> true and give zeros; nothing is thrown.</summary>
internal ref struct CompactReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    /// <summary>True as soon as the bytes were not what was asked for.</summary>
    public bool Failed { get; private set; }

    /// <summary>True at the end of the bytes, if nothing failed on the way.</summary>
    public readonly bool IsFinished => !Failed && at == bytes.Length;

    /// <summary>How many bytes are left: no list can be longer.</summary>
    public readonly int Left => Failed ? 0 : bytes.Length - at;

    /// <summary>Marks the bytes as not what was asked for.</summary>
    public void Fail() => Failed = true;

    /// <summary>Reads a number from 0 on.</summary>
    public int Number()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (Failed || at >= bytes.Length)
            {
                break;
            }

            var part = bytes[at++];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value <= int.MaxValue ? (int)value : Failure();
            }
        }

        return Failure();
    }

    /// <summary>Reads a number that may be below 0.</summary>
    public int Signed()
    {
        // Not by Number, whose upper half is left to the sign here.
        var value = 0u;
        for (var shift = 0; shift < 35 && !Failed && at < bytes.Length; shift += 7)
        {
            var part = bytes[at++];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)(value >> 1) ^ -(int)(value & 1);
            }
        }

        return Failure();
    }

    /// <summary>Reads a number of any size, in eight bytes.</summary>
    public long Long()
    {
        if (Left < sizeof(long))
        {
            return Failure();
        }

        at += sizeof(long);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes[(at - sizeof(long))..]);
    }

    /// <summary>Reads how many items follow, each of at least one byte.</summary>
    public int Count()
    {
        var count = Number();
        return count <= Left ? count : Failure();
    }

    /// <summary>Reads bytes that stand after their number.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var count = Count();
        var part = Failed ? default : bytes.Slice(at, count);
        at += part.Length;
        return part;
    }

    /// <summary>Reads a text.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes());

    /// <summary>Reads a list of texts.</summary>
    public List<string> Texts()
    {
        var texts = new List<string>();
        for (var left = Count(); left > 0 && !Failed; left--)
        {
            texts.Add(Text());
        }

        return texts;
    }

    /// <summary>Reads a key.</summary>
    public CacheKey Key()
    {
        if (Left < CacheKey.Size)
        {
            Fail();
            return default;
        }

        var key = CacheKey.Read(bytes[at..]);
        at += CacheKey.Size;
        return key;
    }

    private int Failure()
    {
        Failed = true;
        return 0;
    }
}
