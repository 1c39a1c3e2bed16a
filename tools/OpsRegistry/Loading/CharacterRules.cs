namespace OpsRegistry.Loading;

/// <summary>Which characters a registry file may not hold, raw or escaped, and what they are called.</summary>
internal static class CharacterRules
{
    // Default_Ignorable_Code_Point of Unicode 15.1 without those that Fault names more closely.
    private static readonly (int First, int Last)[] Invisible =
    [
        (0x00AD, 0x00AD), (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200D),
        (0x2060, 0x2065), (0x206A, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB),
        (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    ];

    /// <summary>What is wrong with a character; null when it may stand in a file. Line feeds may; tabs and carriage returns are faults here and judged by the caller.</summary>
    public static Text? Fault(Rune character) => character.Value switch
    {
        '\n' => null,
        <= 0x1F or (>= 0x7F and <= 0x9F) => new Text("控制字符", "control character"),
        < 0xAD => null,
        0x2028 or 0x2029 => new Text("行分隔符", "line separator"),
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => new Text("双向书写控制符", "bidirectional control"),
        0xFEFF => new Text("字节顺序标记", "byte order mark"),
        (>= 0xFDD0 and <= 0xFDEF) => new Text("非字符码位", "noncharacter"),
        var value when (value & 0xFFFE) == 0xFFFE => new Text("非字符码位", "noncharacter"),
        var value when IsInvisible(value) => new Text("零宽或不可见字符", "zero-width or invisible character"),
        _ => null,
    };

    /// <summary>A character's number as Unicode writes it, e.g. <c>U+202E</c>.</summary>
    public static string Number(Rune character) => "U+" + character.Value.ToString("X4", CultureInfo.InvariantCulture);

    private static bool IsInvisible(int value)
    {
        foreach (var (first, last) in Invisible)
        {
            if (value >= first && value <= last)
            {
                return true;
            }
        }

        return false;
    }
}
