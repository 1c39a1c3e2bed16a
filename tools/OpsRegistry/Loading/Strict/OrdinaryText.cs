using System.Text.Unicode;

namespace OpsRegistry.Loading.Strict;

/// <summary>
/// Whether bytes are UTF-8 of nothing but the characters that records are written in: ASCII, Chinese, full-width forms, letters and common signs. A file with any other character
/// need not be at fault; another reader looks at it (<see cref="TextGuard"/>).
/// </summary>
internal static class OrdinaryText
{
    // For each byte, whether to look closer: controls, and the first bytes of characters some of which are forbidden or take two UTF-16 units.
    private static readonly bool[] Suspects = [.. Enumerable.Range(0, 256).Select(value => value is (< 0x20 and not '\n') or 0x7F or 0xC2 or 0xCD or 0xD8 or 0xE1 or 0xE2 or 0xE3 or >= 0xEF)];

    /// <summary>True where no character asks for a closer look.</summary>
    public static bool Holds(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return false;
        }

        var suspects = Suspects;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (suspects[bytes[at]] && !IsOrdinary(bytes[at..]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOrdinary(ReadOnlySpan<byte> character) => character switch
    {
        [(byte)'\r', (byte)'\n', ..] => true,
        [0xC2, >= 0xA1 and not 0xAD, ..] => true, // signs such as · and ×, but no soft hyphen
        [0xE2, 0x80, >= 0x90 and <= 0xA7, ..] => true, // dashes, quotation marks, ellipsis
        [0xE2, >= 0x82, ..] => true, // currencies, numbers in circles, arrows, boxes
        [0xE3, not 0x85, ..] => true, // Chinese punctuation, but no Hangul filler
        [0xEF, 0xBC or 0xBD, ..] => true, // full-width forms
        _ => false,
    };
}
