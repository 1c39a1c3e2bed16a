using System.Buffers;
using System.Text.Unicode;

namespace OpsRegistry.Loading.Strict;

/// <summary>
/// Whether bytes are UTF-8 of nothing but the characters that records are written in: ASCII, Chinese, full-width forms, letters and common signs. A file with any other character
/// need not be at fault; another reader looks at it (<see cref="TextGuard"/>).
/// </summary>
internal static class OrdinaryText
{
    // Bytes at which to look closer: controls, and the first bytes of characters some of which are forbidden or take two UTF-16 units.
    private static readonly SearchValues<byte> Suspects = SearchValues.Create([.. Range(0x00, 0x09), .. Range(0x0B, 0x1F), 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, .. Range(0xEF, 0xFF)]);

    /// <summary>True where no character asks for a closer look.</summary>
    public static bool Holds(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return false;
        }

        for (var at = bytes.IndexOfAny(Suspects); at >= 0; at = bytes.IndexOfAny(Suspects))
        {
            if (!IsOrdinary(bytes[at..]))
            {
                return false;
            }

            bytes = bytes[(at + 1)..];
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

    private static IEnumerable<byte> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(value => (byte)value);
}
