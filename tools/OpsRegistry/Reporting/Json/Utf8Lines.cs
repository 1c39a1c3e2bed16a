using System.Buffers;

namespace OpsRegistry.Reporting.Json;

/// <summary>Takes UTF-8 piece by piece and writes it as text, whole lines at a time: of a long document no more than a piece is in memory, and whoever looks for words in what is written sees none cut in two.</summary>
/// <param name="output">Where the text goes.</param>
internal sealed class Utf8Lines(TextWriter output) : Stream
{
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private readonly ArrayBufferWriter<char> line = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var text = line.GetSpan(Encoding.UTF8.GetMaxCharCount(buffer.Length));
        line.Advance(decoder.GetChars(buffer, text, flush: false));
        if (line.WrittenSpan.LastIndexOf('\n') is >= 0 and var end)
        {
            output.Write(line.WrittenSpan[..(end + 1)]);
            var rest = line.WrittenSpan[(end + 1)..].ToString();
            line.ResetWrittenCount();
            line.Write(rest);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Ends the last line.</summary>
    public void End()
    {
        output.Write(line.WrittenSpan);
        output.Write('\n');
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Lines are written when they are whole.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
