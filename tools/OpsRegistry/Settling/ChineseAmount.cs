namespace OpsRegistry.Settling;

/// <summary>
/// An amount of yuan in Chinese capitals (大写), by the People's Bank of China's rules for filling in bills
/// (《支付结算办法》附一《正确填写票据和结算凭证的基本规定》).
/// </summary>
/// <remarks>
/// Where the rule leaves a choice this is ours, the same everywhere: one 零 for every gap of zeros inside the yuan, also when
/// 万 or 亿 is the zero (107000.53 is 壹拾万零柒仟元伍角叁分); none between 元 and a 角 that is not zero (1680.32 is
/// 壹仟陆佰捌拾元叁角贰分); 整 after 元 only. The words 人民币 in front are the form's, not the amount's.
/// </remarks>
internal static class ChineseAmount
{
    /// <summary>The largest amount that has words here, in yuan; its negative is the smallest.</summary>
    public const decimal Largest = 9_999_999_999_999.99m;

    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly string[] PlacesInGroup = ["", "拾", "佰", "仟"];

    private static readonly string[] Groups = ["", "万", "亿", "万"];

    /// <summary>The amount in words, e.g. <c>壹拾贰万柒仟贰佰伍拾元整</c> for 127250; a negative one begins with 负.</summary>
    /// <param name="yuan">At most <see cref="Largest"/> either way, in whole fen: rounding is decided by whoever computed it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is too large, or finer than a fen.</exception>
    public static string InCapitals(decimal yuan)
    {
        var size = Math.Abs(yuan);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Largest, nameof(yuan));
        if (decimal.Truncate(size * 100) != size * 100)
        {
            throw new ArgumentOutOfRangeException(nameof(yuan), yuan, "an amount in words has no parts of a fen");
        }

        if (size == 0)
        {
            return "零元整";
        }

        var whole = (long)decimal.Truncate(size);
        var fen = (int)((size - whole) * 100);
        return (yuan < 0 ? "负" : "") + Yuan(whole) + Fen(fen, afterYuan: whole > 0);
    }

    private static string Yuan(long whole)
    {
        if (whole == 0)
        {
            return "";
        }

        var words = new StringBuilder();
        var gap = false;
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var value = (int)(whole / PowerOf10(4 * group) % 10_000);
            gap = AppendGroup(words, value, gap);
            // 亿 closes its group and the 万亿 above it: 壹万亿, though no 亿 of its own follows the 万.
            if (value > 0 || (group == 2 && words.Length > 0))
            {
                words.Append(Groups[group]);
            }
        }

        return words.Append('元').ToString();
    }

    /// <summary>Appends four digits; returns whether zeros were passed over since the last digit written.</summary>
    private static bool AppendGroup(StringBuilder words, int value, bool gap)
    {
        for (var place = 3; place >= 0; place--)
        {
            var digit = (int)(value / PowerOf10(place) % 10);
            if (digit == 0)
            {
                gap = words.Length > 0;
                continue;
            }

            words.Append(gap ? "零" : "").Append(Digits[digit]).Append(PlacesInGroup[place]);
            gap = false;
        }

        return gap;
    }

    private static string Fen(int fen, bool afterYuan)
    {
        var (tens, ones) = (fen / 10, fen % 10);
        if (fen == 0)
        {
            return "整";
        }

        var words = tens > 0 ? $"{Digits[tens]}角" : afterYuan ? "零" : "";
        return ones > 0 ? $"{words}{Digits[ones]}分" : words;
    }

    private static long PowerOf10(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
