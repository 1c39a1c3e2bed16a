using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>What is deflated here is inflated by the runtime to the same bytes, and the same input gives the same bits on every machine.</summary>
public sealed class FixedDeflateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(262_144)]
    [InlineData(262_145)]
    [InlineData(700_000)]
    public void Bytes_of_any_kind_and_number_come_back(int count)
    {
        foreach (var bytes in Inputs(count, new Random(count)))
        {
            Assert.Equal(bytes, Inflated(Deflated(bytes)));
        }
    }

    [Fact]
    public void Bytes_from_made_up_inputs_come_back()
    {
        var random = new Random(Campaign.Seed(1));
        for (var left = Campaign.Inputs("inputs deflated here and inflated by the runtime", 40); left > 0; left--)
        {
            foreach (var bytes in Inputs(random.Next(400_000), random))
            {
                Assert.Equal(bytes, Inflated(Deflated(bytes, random.Next(1, 70_000))));
            }
        }
    }

    [Fact]
    public void Words_that_would_be_too_long_are_made_shorter()
    {
        // Frequencies like Fibonacci's numbers give Huffman's longest words.
        var (bytes, before, now) = (new List<byte>(), 1, 1);
        for (byte symbol = 0; symbol < 24; symbol++)
        {
            bytes.AddRange(Enumerable.Range(0, now).Select(index => index % 2 == 0 ? symbol : (byte)(symbol ^ 0x80)));
            (before, now) = (now, before + now);
        }

        var mixed = bytes.ToArray();
        new Random(1).Shuffle(mixed);
        Assert.Equal(mixed, Inflated(Deflated(mixed)));
    }

    [Fact]
    public void The_bits_are_those_of_every_other_machine()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5_000).Select(row => $"<x:c r=\"A{row}\" s=\"3\" t=\"inlineStr\"><x:is><x:t>第 {row * 7919 % 1000} 行</x:t></x:is></x:c>")));
        var packed = Deflated(text);
        Assert.InRange(packed.Length, 1, text.Length / 8);
        Assert.Equal("b3895f07c5b4d674", Convert.ToHexStringLower(SHA256.HashData(packed))[..16]);
    }

    private static IEnumerable<byte[]> Inputs(int count, Random random)
    {
        var noise = new byte[count];
        random.NextBytes(noise);
        yield return noise;
        yield return new byte[count];
        yield return [.. noise.Select(value => value < 200 ? (byte)'a' : value)];
        var period = random.Next(1, 40_000);
        yield return [.. Enumerable.Range(0, count).Select(index => index < period ? noise[index] : noise[index % period])];
    }

    private static byte[] Deflated(byte[] bytes, int step = int.MaxValue)
    {
        using var output = new MemoryStream();
        var deflate = new FixedDeflate(output);
        for (var at = 0; at < bytes.Length; at += Math.Min(step, bytes.Length - at))
        {
            deflate.Write(bytes.AsSpan(at, Math.Min(step, bytes.Length - at)));
        }

        deflate.Finish();
        return output.ToArray();
    }

    private static byte[] Inflated(byte[] packed)
    {
        using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var output = new MemoryStream();
        inflate.CopyTo(output);
        return output.ToArray();
    }
}
