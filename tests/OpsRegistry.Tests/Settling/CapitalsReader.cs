namespace OpsRegistry.Tests.Settling;

/// <summary>Reads an amount in capitals back, by its own method: multiply and add from the left, zeros ignored.</summary>
internal static class CapitalsReader
{
    public static long Fen(string words)
    {
        if (words.StartsWith('负'))
        {
            return -Fen(words[1..]);
        }

        var parts = words.TrimEnd('整').Split('元');
        var (yuan, rest) = parts.Length == 2 ? (parts[0], parts[1]) : ("", parts[0]);
        return (Whole(yuan) * 100) + (Before(rest, '角') * 10) + Before(rest, '分');
    }

    private static long Whole(string words)
    {
        var cut = words.IndexOf('亿', StringComparison.Ordinal);
        if (cut >= 0)
        {
            return (Whole(words[..cut]) * 100_000_000) + Whole(words[(cut + 1)..]);
        }

        cut = words.IndexOf('万', StringComparison.Ordinal);
        return cut >= 0 ? (Whole(words[..cut]) * 10_000) + Whole(words[(cut + 1)..]) : BelowTenThousand(words);
    }

    private static long BelowTenThousand(string words) =>
        (Before(words, '仟') * 1000) + (Before(words, '佰') * 100) + (Before(words, '拾') * 10)
        + (words.Length > 0 && Digit(words[^1]) is var last and > 0 ? last : 0);

    private static long Before(string words, char unit)
    {
        var at = words.IndexOf(unit, StringComparison.Ordinal);
        return at > 0 ? Digit(words[at - 1]) : 0;
    }

    private static int Digit(char letter) => Math.Max(0, "零壹贰叁肆伍陆柒捌玖".IndexOf(letter, StringComparison.Ordinal));
}
