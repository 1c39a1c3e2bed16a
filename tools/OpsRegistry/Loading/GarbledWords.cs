using System.Buffers;
using System.Text.RegularExpressions;

namespace OpsRegistry.Loading;

/// <summary>Text that a program read in a wrong encoding and saved so.</summary>
/// <param name="Shown">What stands there.</param>
/// <param name="Meant">What it was, where it can be told; null for what is lost.</param>
internal sealed partial record GarbledWords(string Shown, string? Meant)
{
    private const int LeastLetters = 3;

    private static readonly SearchValues<char> FirstOfLost = SearchValues.Create("\uFFFD锟烫屯?");

    /// <summary>The first garbled words of a text; null for none.</summary>
    public static GarbledWords? Find(string text)
    {
        if (text.AsSpan().ContainsAny(FirstOfLost) && Lost().Match(text) is { Success: true } lost)
        {
            return new(lost.Value, null);
        }

        var (begin, end) = Letters(text, 0);
        for (; begin < text.Length; (begin, end) = Letters(text, end))
        {
            if (end - begin >= LeastLetters && ForeignEncoding.MayBeMisread(text.AsSpan(begin, end - begin)) && text[begin..end] is var shown && ForeignEncoding.Restored(shown) is { } meant && meant != shown)
            {
                return new(shown, meant);
            }
        }

        return null;
    }

    // The next run of letters beyond ASCII; nothing, at the text's end, where there is none.
    private static (int Begin, int End) Letters(string text, int from)
    {
        var begin = text.AsSpan(from).IndexOfAnyExceptInRange('\0', '\x7F') is >= 0 and var found ? from + found : text.Length;
        return (begin, text.AsSpan(begin).IndexOfAnyInRange('\0', '\x7F') is >= 0 and var length ? begin + length : text.Length);
    }

    // The sign for what could not be read; that sign saved once more as GBK; what empty memory looks like in GBK; what was turned into question marks.
    [GeneratedRegex("\uFFFD+|(锟斤拷)+|锟[斤叫劫絚]|(烫烫)+烫?|(屯屯)+屯?|[?]{4,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Lost();
}
