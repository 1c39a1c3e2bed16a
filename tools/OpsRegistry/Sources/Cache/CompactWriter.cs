using System.Buffers;
using System.Buffers.Binary;

namespace OpsRegistry.Sources.Cache;

/// <summary>Writes numbers and texts in as few bytes as they need.</summary>
internal sealed class CompactWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    /// <summary>Forgets what was written, and begins anew in the same memory.</summary>
    public void Clear() => buffer.ResetWrittenCount();

    /// <summary>Writes a number from 0 on: seven bits to a byte.</summary>
    public void Number(int value)
    {
        var rest = (uint)value;
        var span = buffer.GetSpan(5);
        var count = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            span[count++] = (byte)(rest | 0x80);
        }

        span[count++] = (byte)rest;
        buffer.Advance(count);
    }

    /// <summary>Writes a number that may be below 0.</summary>
    public void Signed(int value) => Number((value << 1) ^ (value >> 31));

    /// <summary>Writes a number of any size in eight bytes.</summary>
    public void Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
    }

    /// <summary>Writes a text.</summary>
    public void Text(string value)
    {
        var count = Encoding.UTF8.GetByteCount(value);
        Number(count);
        Encoding.UTF8.GetBytes(value, buffer.GetSpan(count));
        buffer.Advance(count);
    }

    /// <summary>Writes a text that is in UTF-8 already.</summary>
    public void Text(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        value.CopyTo(buffer.GetSpan(value.Length));
        buffer.Advance(value.Length);
    }

    /// <summary>Writes a list of texts.</summary>
    public void Texts(IReadOnlyCollection<string> values)
    {
        Number(values.Count);
        foreach (var value in values)
        {
            Text(value);
        }
    }

    /// <summary>Writes a key.</summary>
    public void Key(CacheKey key)
    {
        key.Write(buffer.GetSpan(CacheKey.Size));
        buffer.Advance(CacheKey.Size);
    }
}
