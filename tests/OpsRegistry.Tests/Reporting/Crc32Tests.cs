using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>The check sum of a zip's parts is the one that everybody counts, however the bytes come.</summary>
public sealed class Crc32Tests
{
    [Fact]
    public void Of_the_nine_digits_it_is_what_the_catalogue_of_check_sums_says()
    {
        var sum = default(Crc32);
        Assert.Equal(0u, sum.Value);
        sum.Add("123456789"u8);
        Assert.Equal(0xCBF43926, sum.Value);
    }

    [Fact]
    public void Pieces_of_any_length_have_the_sum_of_the_whole()
    {
        var random = new Random(1);
        var bytes = new byte[300];
        random.NextBytes(bytes);
        var whole = default(Crc32);
        whole.Add(bytes);
        for (var length = 1; length <= bytes.Length; length++)
        {
            var sum = default(Crc32);
            foreach (var piece in bytes.Chunk(length))
            {
                sum.Add(piece);
            }

            Assert.Equal(whole.Value, sum.Value);
        }
    }
}
