using System.Text.RegularExpressions;

namespace OpsRegistry.Loading;

/// <summary>Text that a program read in a wrong encoding and saved so.</summary>
/// <param name="Shown">What stands there.</param>
/// <param name="Meant">What it was, where it can be told; null for what is lost.</param>
internal sealed partial record GarbledWords(string Shown, string? Meant)
{
    private const int LeastLetters = 3;

    /// <summary>The first garbled words of a text; null for none.</summary>
    public static GarbledWords? Find(string text)
    {
        if (Lost().Match(text) is { Success: true } lost)
        {
            return new(lost.Value, null);
        }

        foreach (var letters in Letters().EnumerateMatches(text))
        {
            var shown = text.Substring(letters.Index, letters.Length);
            if (letters.Length >= LeastLetters && ForeignEncoding.Restored(shown) is { } meant && meant != shown)
            {
                return new(shown, meant);
            }
        }

        return null;
    }

    // The sign for what could not be read; that sign saved once more as GBK; what empty memory looks like in GBK; what was turned into question marks.
    [GeneratedRegex("\uFFFD+|(锟斤拷)+|锟[斤叫劫絚]|(烫烫)+烫?|(屯屯)+屯?|[?]{4,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Lost();

    [GeneratedRegex("[^\u0000-\u007F]{3,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Letters();
}
