using System.Text.Unicode;

namespace OpsRegistry.Loading;

/// <summary>A text that an editor saved in another encoding than UTF-8, recognised by its bytes, so that a finding can name the encoding and show the lines.</summary>
/// <param name="Name">What editors call the encoding.</param>
/// <param name="Decoded">The text that was meant.</param>
internal sealed record ForeignEncoding(Text Name, string Decoded)
{
    private const int Sample = 256; // bytes
    private const char LastWestern = '\u2122'; // the greatest character of windows-1252

    private static readonly Encoding? Gb18030 = Strict("GB18030");
    private static readonly Encoding? Western = Strict("windows-1252");

    /// <summary>The encoding of bytes that are not UTF-8, or that are UTF-16 or UTF-32 whatever else they could be; null where it cannot be told.</summary>
    public static ForeignEncoding? Recognise(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xFE, 0x00, 0x00]) ? new(Text.Same("UTF-32"), Encoding.UTF32.GetString(bytes[4..]))
        : bytes.StartsWith<byte>([0xFF, 0xFE]) ? new(Text.Same("UTF-16"), Encoding.Unicode.GetString(bytes[2..]))
        : bytes.StartsWith<byte>([0xFE, 0xFF]) ? new(Text.Same("UTF-16"), Encoding.BigEndianUnicode.GetString(bytes[2..]))
        : IsWide(bytes, zeroAt: 1) ? new(Text.Same("UTF-16"), Encoding.Unicode.GetString(bytes))
        : IsWide(bytes, zeroAt: 0) ? new(Text.Same("UTF-16"), Encoding.BigEndianUnicode.GetString(bytes))
        : Utf8.IsValid(bytes) ? null
        : Decode(Gb18030, bytes) is { } chinese && LooksChinese(chinese) ? new(new("GBK（GB 18030）", "GBK (GB 18030)"), chinese)
        : null;

    /// <summary>
    /// False where <see cref="Restored(string)"/> is null for certain, which is told without reading the text: windows-1252 has no such characters, and what GB 18030 makes of the first one does
    /// not begin a Chinese character in UTF-8. So it is with nearly all Chinese text.
    /// </summary>
    /// <param name="letters">Characters beyond ASCII.</param>
    public static bool MayBeMisread(ReadOnlySpan<char> letters)
    {
        var isWestern = true;
        foreach (var letter in letters)
        {
            isWestern &= letter <= LastWestern;
        }

        return isWestern || MayBeginMisread(letters[0]);
    }

    // Found out once for each character: 0 where it was not yet, 1 for yes, 2 for no. Threads that find it out at once come to the same.
    private static readonly byte[] Beginnings = new byte[char.MaxValue + 1];

    private static bool MayBeginMisread(char letter)
    {
        if (Beginnings[letter] == 0)
        {
            Span<byte> first = stackalloc byte[8];
            var may = char.IsSurrogate(letter) || Gb18030 is null || (Gb18030.GetBytes([letter], first) >= 2 && first[0] is >= 0xE2 and <= 0xEF && first[1] is >= 0x80 and <= 0xBF);
            Beginnings[letter] = may ? (byte)1 : (byte)2;
        }

        return Beginnings[letter] == 1;
    }

    /// <summary>The text behind one that was read in a wrong encoding and saved so; null where the text is what it shows.</summary>
    public static string? Restored(string garbled) => Restored(garbled, Gb18030) ?? Restored(garbled, Western);

    // ASCII in two bytes: every other byte is zero.
    private static bool IsWide(ReadOnlySpan<byte> bytes, int zeroAt)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return false;
        }

        var (zeros, others) = (0, 0);
        for (var index = 0; index < Math.Min(bytes.Length, Sample); index++)
        {
            zeros += index % 2 == zeroAt && bytes[index] == 0 ? 1 : 0;
            others += index % 2 != zeroAt && bytes[index] == 0 ? 1 : 0;
        }

        return others == 0 && zeros * 4 >= Math.Min(bytes.Length, Sample);
    }

    // Any bytes are some text of GB 18030; a Chinese one is made of common characters and punctuation.
    private static bool LooksChinese(string text)
    {
        var foreign = text.Count(letter => letter > 0x7F);
        var common = text.Count(letter => letter is >= '\u4E00' and <= '\u9FFF' or >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF' or '“' or '”' or '—' or '…' or '·');
        return common >= 2 && common * 10 >= foreign * 9;
    }

    // What was UTF-8 and read as something else is UTF-8 again when the mistake is undone; a real text hardly ever is.
    private static string? Restored(string garbled, Encoding? wrong)
    {
        if (Encoded(wrong, garbled) is not { } bytes)
        {
            return null;
        }

        for (var cut = 0; cut < 3 && cut < bytes.Length; cut++)
        {
            var whole = bytes.AsSpan(0, bytes.Length - cut);
            if (Utf8.IsValid(whole) && Encoding.UTF8.GetString(whole) is var text && text.Length >= 2 && text.All(letter => letter is >= '\u3000' and <= '\u9FFF' or >= '\uFF00' and <= '\uFFEF' or '“' or '”'))
            {
                return text;
            }
        }

        return null;
    }

    private static Encoding? Strict(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static string? Decode(Encoding? encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding?.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte[]? Encoded(Encoding? encoding, string text)
    {
        try
        {
            return encoding?.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
