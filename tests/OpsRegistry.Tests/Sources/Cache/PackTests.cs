using System.Text;
using OpsRegistry.Sources.Cache;
using Xunit;

namespace OpsRegistry.Tests.Sources.Cache;

/// <summary>A pack gives back what was put in, or nothing: never something else, whatever happened to its bytes.</summary>
public sealed class PackTests
{
    private static readonly KeyValuePair<CacheKey, ReadOnlyMemory<byte>>[] Entries =
        [.. Enumerable.Range(0, 40).Select(number => KeyValuePair.Create(Key(number), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(new string((char)('a' + (number % 26)), number * 3))))];

    [Fact]
    public void Every_entry_comes_back()
    {
        var pack = Pack.Read(Pack.BytesOf(Entries));
        Assert.Equal(40, pack.Count);
        Assert.All(Entries, entry => Assert.Equal(entry.Value.ToArray(), pack.Find(entry.Key)!.Value.ToArray()));
        Assert.Null(pack.Find(Key(40)));
    }

    [Fact]
    public void A_flipped_bit_loses_entries_and_changes_none()
    {
        var whole = Pack.BytesOf(Entries);
        for (var at = 0; at < whole.Length; at++)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= (byte)(1 << (at % 8));
            AssertWholeOrAbsent(Pack.Read(bytes));
        }
    }

    [Fact]
    public void A_pack_cut_off_anywhere_gives_the_entries_before_the_cut()
    {
        var whole = Pack.BytesOf(Entries);
        for (var length = 0; length < whole.Length; length++)
        {
            var pack = Pack.Read(whole[..length]);
            AssertWholeOrAbsent(pack);
            Assert.True(pack.Count < 40);
        }
    }

    [Fact]
    public void Bytes_of_another_version_or_of_anything_else_are_an_empty_pack()
    {
        var newer = Pack.BytesOf(Entries);
        newer[12] = (byte)'2'; // the header's last digit
        Assert.Equal(0, Pack.Read(newer).Count);
        Assert.Equal(0, Pack.Read([]).Count);
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Assert.Equal(0, Pack.Read(bytes).Count);
        }
    }

    private static void AssertWholeOrAbsent(Pack pack)
    {
        foreach (var (key, result) in Entries)
        {
            if (pack.Find(key) is { } found)
            {
                Assert.Equal(result.ToArray(), found.ToArray());
            }
        }
    }

    private static CacheKey Key(int number)
    {
        using var digest = new KeyDigest();
        return digest.Add("entry").Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture)).Finish();
    }
}
